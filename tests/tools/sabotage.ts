import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, type Fault, type Site } from "./site";

/** When the worker is sabotaged: as soon as it tells the page that it does this. */
const moments = {
  loading: "m.type === 'loading' && m.phase === 'load'",
  compiling: "m.type === 'loading' && m.phase === 'compile'",
  prefilling: "m.type === 'selecting' && m.progress.phase === 'prefill'",
  decoding: "m.type === 'selecting' && m.progress.phase === 'decode'",
} as const;
export type Moment = keyof typeof moments;

/** What is done to it then. `devices` are those that were made in the worker. */
const deeds = {
  /** As if the driver had reset the device. */
  "device lost": "devices.forEach((device) => device.destroy())",
  /** Every allocation from now on fails, as a full device says it. */
  "device out of memory":
    "GPUDevice.prototype.popErrorScope = () => Promise.resolve(new GPUOutOfMemoryError('injected'))",
  "worker out of memory": "setTimeout(() => { throw new RangeError('Array buffer allocation failed'); })",
  /** As if the browser had ended it: no event reaches the page. */
  "worker killed": "self.close()",
  "worker crashed": "setTimeout(() => { throw new Error('injected'); })",
} as const;
export type Deed = keyof typeof deeds;

const worker = readdirSync(join(DIST, "assets")).find((name) => /^worker-.*\.js$/.test(name)) ?? "";
/** The path of the model's worker on the site. */
export const WORKER = `/assets/${worker}`;

export interface Sabotage {
  deed: Deed;
  moment: Moment;
}

/** Code in front of the worker's own: only tests know of it, the product has no hook. */
const prefix = ({ deed, moment }: Sabotage): string => `{
const devices = [];
const request = GPUAdapter.prototype.requestDevice;
GPUAdapter.prototype.requestDevice = async function (...options) {
  const device = await request.apply(this, options);
  devices.push(device);
  return device;
};
const post = self.postMessage.bind(self);
let armed = true;
const act = () => {
  if (devices.length > 0) ${deeds[deed]};
  else setTimeout(act, 1);
};
self.postMessage = (m) => {
  post(m);
  if (!armed || !(${moments[moment]})) return;
  armed = false;
  act();
};
}`;

/**
 * Serves the model's worker sabotaged: at its first start by the first deed, and so on; afterwards as it is. It takes
 * a visitor without service worker, who would get the worker from there.
 * @returns how many of the deeds have been served.
 */
export function sabotage(site: Site, deeds: readonly Sabotage[]): () => number {
  const left = [...deeds];
  const serve: Fault = (_, response) => {
    const body = readFileSync(join(DIST, WORKER));
    const next = left.shift();
    response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
    response.end(next ? Buffer.concat([Buffer.from(prefix(next)), body]) : body);
  };
  site.fault(WORKER, serve);
  return () => deeds.length - left.length;
}
