// Runs in Chromium before web-llm: notes the name and the GPU time of every kernel between start() and stop().
const MAX_PASSES = 2048;
let active = null;

const original = {
  requestDevice: GPUAdapter.prototype.requestDevice,
  beginComputePass: GPUCommandEncoder.prototype.beginComputePass,
  setPipeline: GPUComputePassEncoder.prototype.setPipeline,
};
const names = new WeakMap();
const passes = new WeakMap();
let device;

GPUAdapter.prototype.requestDevice = async function (descriptor = {}) {
  const features = [...(descriptor.requiredFeatures ?? []), "timestamp-query"];
  device = await original.requestDevice.call(this, { ...descriptor, requiredFeatures: features });
  return device;
};
for (const method of ["createComputePipeline", "createComputePipelineAsync"]) {
  const create = GPUDevice.prototype[method];
  GPUDevice.prototype[method] = function (descriptor) {
    const named = (pipeline) => (names.set(pipeline, descriptor.compute.entryPoint), pipeline);
    const made = create.call(this, descriptor);
    return made instanceof Promise ? made.then(named) : named(made);
  };
}
GPUCommandEncoder.prototype.beginComputePass = function (descriptor = {}) {
  if (!active || active.records.length >= MAX_PASSES) return original.beginComputePass.call(this, descriptor);
  const record = { name: "", index: active.records.length };
  active.records.push(record);
  const timestampWrites = {
    querySet: active.queries,
    beginningOfPassWriteIndex: 2 * record.index,
    endOfPassWriteIndex: 2 * record.index + 1,
  };
  const pass = original.beginComputePass.call(this, { ...descriptor, timestampWrites });
  passes.set(pass, record);
  return pass;
};
GPUComputePassEncoder.prototype.setPipeline = function (pipeline) {
  const record = passes.get(this);
  if (record) record.name = names.get(pipeline) ?? "?";
  return original.setPipeline.call(this, pipeline);
};

/** From now on every kernel is timed (the first 2,048). */
export function start() {
  active = { queries: device.createQuerySet({ type: "timestamp", count: 2 * MAX_PASSES }), records: [] };
}

/** Ends the measurement: [kernel, launches, milliseconds] for each kernel, the slowest first. */
export async function stop() {
  const { queries, records } = active;
  active = null;
  const size = 16 * records.length;
  const resolved = device.createBuffer({
    size,
    usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
  });
  const readable = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  encoder.resolveQuerySet(queries, 0, 2 * records.length, resolved, 0);
  encoder.copyBufferToBuffer(resolved, 0, readable, 0, size);
  device.queue.submit([encoder.finish()]);
  await readable.mapAsync(GPUMapMode.READ);
  const times = new BigUint64Array(readable.getMappedRange().slice(0));
  const totals = new Map();
  for (const { name, index } of records) {
    const entry = totals.get(name) ?? [name, 0, 0];
    entry[1] += 1;
    entry[2] += Number(times[2 * index + 1] - times[2 * index]) / 1e6;
    totals.set(name, entry);
  }
  return [...totals.values()].sort((a, b) => b[2] - a[2]);
}
