/**
 * Runs in a model's worker before the app's own program, where a measurement puts it: counts the bytes of all buffers
 * that live on the graphics device.
 */
const sizes = new WeakMap<GPUBuffer, number>();
let bytes = 0;

const create = Reflect.get(GPUDevice.prototype, "createBuffer") as (
  this: GPUDevice,
  descriptor: GPUBufferDescriptor,
) => GPUBuffer;
GPUDevice.prototype.createBuffer = function (descriptor) {
  const buffer = create.call(this, descriptor);
  sizes.set(buffer, descriptor.size);
  bytes += descriptor.size;
  return buffer;
};
const destroy = Reflect.get(GPUBuffer.prototype, "destroy") as (this: GPUBuffer) => undefined;
GPUBuffer.prototype.destroy = function () {
  bytes -= sizes.get(this) ?? 0;
  sizes.delete(this);
  return destroy.call(this);
};

Object.defineProperty(globalThis, "gpuBytes", { get: () => bytes });
