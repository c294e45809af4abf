import { mount } from "svelte";
import type { BoothTimes } from "./domain/booth";
import type { App } from "./state/app.svelte";
import { Booth } from "./state/booth.svelte";
import { Counter } from "./state/counter.svelte";
import type { Store } from "./store/store";
import BoothView from "./views/Booth.svelte";

/** Shows the page as it is in a booth. */
export async function mountBooth(
  target: Element,
  { app, store, times }: { app: App; store: Store; times: BoothTimes },
): Promise<void> {
  const counter = new Counter(store);
  await counter.open();
  mount(BoothView, { target, props: { app, booth: new Booth(app, counter, times) } });
}
