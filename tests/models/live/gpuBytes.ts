/**
 * Runs in a model's worker before the app's own program, where a measurement puts it: counts the bytes of all buffers
 * that live on the graphics device.
 */
const sizes = new WeakMap<GPUBuffer, number>();
let bytes = 0;

type Create = (this: GPUDevice, descriptor: GPUBufferDescriptor) => GPUBuffer;
const create: Create = Reflect.get<GPUDevice, "createBuffer">(GPUDevice.prototype, "createBuffer");
GPUDevice.prototype.createBuffer = function (descriptor) {
  const buffer = create.call(this, descriptor);
  sizes.set(buffer, descriptor.size);
  bytes += descriptor.size;
  return buffer;
};
type Destroy = (this: GPUBuffer) => undefined;
const destroy: Destroy = Reflect.get<GPUBuffer, "destroy">(GPUBuffer.prototype, "destroy");
GPUBuffer.prototype.destroy = function () {
  bytes -= sizes.get(this) ?? 0;
  sizes.delete(this);
  return destroy.call(this);
};

Object.defineProperty(globalThis, "gpuBytes", { get: () => bytes });
