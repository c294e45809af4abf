/// <reference lib="webworker" />
/** The worker in which a model runs: it passes messages to the engine and answers back. */
import { Engine } from "./engine";
import { ModelFault, toFault } from "./fault";
import type { FromWorker, ToWorker } from "./protocol";
import { onDeviceLost } from "./deviceWatch";

let engine: Engine | null = null;
/** The requests that have not ended yet, and those of them that were interrupted. */
const open = new Set<number>();
const interrupted = new Set<number>();
/** Ends when the last request has ended: requests run one after the other. */
let last: Promise<void> = Promise.resolve();

const say = (message: FromWorker) => self.postMessage(message);

async function answer(message: Exclude<ToWorker, { type: "interrupt" }>): Promise<void> {
  const { request } = message;
  if (message.type === "load") {
    engine = await Engine.load(message, (phase, fraction) =>
      say({ type: "loading", request, phase, fraction }),
    );
    say({ type: "loaded", request });
    return;
  }
  if (!engine) throw new ModelFault({ code: "not-loaded" });
  const isInterrupted = () => interrupted.has(request);
  const onRead = (fraction: number) => say({ type: "reading", request, fraction });
  if (message.type === "prepare") {
    await engine.prepare(message, isInterrupted, onRead);
    say({ type: "prepared", request });
    return;
  }
  if (message.type === "read") {
    say({ type: "read", request, reading: await engine.read(message, isInterrupted, onRead) });
    return;
  }
  const selection = await engine.select(message, {
    interrupted: isInterrupted,
    onProgress: (progress) => say({ type: "selecting", request, progress }),
  });
  say({ type: "selected", request, selection });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const { request } = data;
  if (data.type === "interrupt") {
    if (open.has(request)) interrupted.add(request);
    return;
  }
  open.add(request);
  last = last
    .then(() => answer(data))
    .catch((error: unknown) => say({ type: "failed", request, fault: toFault(error).said }))
    .finally(() => {
      open.delete(request);
      interrupted.delete(request);
    });
};

onDeviceLost((why) => say({ type: "lost", fault: toFault(`DeviceLostError: ${why}`).said }));
const started = () => say({ type: "started" });
// Held until the worker dies: so the page notices.
const life = navigator.locks.request(self.name, () => {
  started();
  return new Promise<never>(() => {});
});
life.catch(started);
