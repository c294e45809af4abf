/**
 * Tells of every loss of a graphics device in this worker. web-llm keeps its device to itself and only logs when it
 * is lost, and a generation that is under way then may never end. So the devices are watched where they are made.
 */
export function onDeviceLost(listener: (why: string) => void): void {
  if (typeof GPUAdapter === "undefined") return;
  const prototype = GPUAdapter.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the adapter as `this`
  const request = prototype.requestDevice;
  prototype.requestDevice = async function (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) {
    const device = await request.call(this, descriptor);
    void device.lost.then(({ reason, message }) => listener(message || reason));
    return device;
  };
}
