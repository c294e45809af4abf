import { untrack } from "svelte";
import type { App } from "./app.svelte";
import { Insisting } from "./insisting";
import type { ModelSession, ModelStatus } from "./modelSession.svelte";

/** Where the model rests until somebody does something. `asking` is left out: consent is a person's. */
const RESTING: readonly ModelStatus[] = ["failed", "unsupported", "absent", "elsewhere"];
/** After so many attempts a page opened anew may help where loading doesn't. */
const ATTEMPTS = 6;

/** What may bring the model back from where it rests. @param attempt how often that was tried without success. */
export async function revive(model: ModelSession, attempt: number): Promise<void> {
  const { status } = model;
  if (status === "elsewhere") await model.takeOver();
  else if (status !== "failed") await model.look(true);
  // With half of the context there may be room for it.
  else if (attempt > 1 && model.smallerContext !== null) await model.loadSmaller();
  // Every other time all is looked up anew: another device, another worker, other files.
  else if (attempt % 2 === 1) await model.look(true);
  else await model.load();
}

/**
 * Does what the page otherwise asks its user to do after a failure, so that nobody has to be there.
 * @param reload opens the page anew, if nobody is there to be disturbed.
 * @returns a function that ends this.
 */
export function takeCare(app: App, reload: () => void): () => void {
  const model = new Insisting((attempt) => {
    if (attempt >= ATTEMPTS) reload();
    return revive(app.model, attempt);
  });
  const selecting = new Insisting(() =>
    app.model.fittingContext === null ? app.selecting.retry() : app.model.loadFitting(),
  );
  const storing = new Insisting(() => app.keeping.save());
  const all = [model, selecting, storing];
  const end = $effect.root(() => {
    const need = (one: Insisting, needed: () => boolean) => {
      $effect(() => {
        const now = needed();
        untrack(() => one.need(now));
      });
    };
    need(model, () => RESTING.includes(app.model.status));
    need(selecting, () => app.selecting.status === "error");
    need(storing, () => app.keeping.fault !== null);
    $effect(() => {
      // A selection proves that the model works; having been loaded doesn't.
      if (app.selecting.fresh) [model, selecting].forEach((one) => one.worked());
      if (app.keeping.fault === null) storing.worked();
    });
  });
  return () => {
    end();
    for (const one of all) one.need(false);
  };
}
