import "./noEval";
import "./policy";
import { mount } from "svelte";
import "./app.css";
import "./print.css";
import { faultWords } from "./state/faultWords";
import { wantedLanguages } from "./state/languageChoice";
import { openApp } from "./state/openApp";
import "./breath";
import { boothTimes } from "./domain/booth";
import { nextTask } from "./domain/nextTask";
import { ago, digits } from "./views/format";
import Page from "./views/Page.svelte";
import Unopened from "./views/Unopened.svelte";
import { language, speak } from "./words/words.svelte";

/** Milliseconds before a booth that could not be opened tries it again. */
const REOPEN_MS = 15_000;

async function open(target: Element): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  // Without its words the page speaks English.
  await speak(wantedLanguages(location.search, undefined, navigator.languages)).catch(() => {});
  document.documentElement.lang = language();
  const times = boothTimes(parameters.get("kiosk"));
  try {
    const { app, store } = await openApp({
      model: parameters.get("model"),
      theme: parameters.get("theme"),
      booth: times !== null,
    });
    app.presenting.read(parameters);
    // The browser takes long to make what writes numbers and dates: each in a task of its own, before the page needs it.
    await nextTask();
    digits(0, 1);
    await nextTask();
    ago(Date.now());
    await nextTask();
    if (times) await (await import("./booth")).mountBooth(target, { app, store, times });
    else mount(Page, { target, props: { app } });
    void app.model.look(times !== null || parameters.has("autoload"));
    if (app.presenting.lesson && !times) void app.teaching.start(app.presenting.lesson);
    if (import.meta.env.PROD) void app.update.watch();
  } catch (error) {
    mount(Unopened, { target, props: { message: faultWords(error) } });
    // Nobody is there to do it.
    if (times) setTimeout(() => location.reload(), REOPEN_MS);
  }
}

const target = document.querySelector("#app");
if (!target) throw new Error("index.html lacks #app.");
// Not awaited: what is imported on the way lies beside this module's file, and waits for its end.
void open(target);
