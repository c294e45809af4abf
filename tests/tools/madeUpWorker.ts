/// <reference lib="webworker" />
/** Stands in for the model's worker where a test needs the same answers on every machine: it has a taste, no model. */
import type { FromWorker, ToWorker } from "../../src/model/protocol";
import { madeUpDistribution, taste, tasteSelection } from "./madeUpSelection";

const say = (message: FromWorker) => self.postMessage(message);

function answer(message: Exclude<ToWorker, { type: "interrupt" }>): FromWorker {
  const { request, type } = message;
  if (type === "load") return { type: "loaded", request };
  if (type === "prepare") return { type: "prepared", request };
  if (type === "select") return { type: "selected", request, selection: tasteSelection(message.scenario) };
  const all = taste(message.scenario);
  const { among = all.map((_, index) => index) } = message.given;
  const sum = among.reduce((total, index) => total + (all[index] ?? 0), 0);
  const { groups } = madeUpDistribution(among.map((index) => (all[index] ?? 0) / sum));
  const named = groups.map(({ candidates, probability }) => ({
    candidates: candidates.map((at) => among[at] ?? 0),
    probability,
  }));
  const tokens = { prompt: 1, answer: 1, forward: 2 };
  return {
    type: "read",
    request,
    reading: { fits: null, fit: null, groups: named, tokens, milliseconds: 1 },
  };
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type !== "interrupt") say(answer(data));
};

// Held until the worker ends, as the page expects of it.
void navigator.locks.request(self.name, () => {
  say({ type: "started" });
  return new Promise<never>(() => {});
});
