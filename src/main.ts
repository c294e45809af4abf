import "./policy";
import { mount } from "svelte";
import "./app.css";
import "./print.css";
import { faultWords } from "./state/faultWords";
import { wantedLanguages } from "./state/languageChoice";
import { openApp } from "./state/openApp";
import Page from "./views/Page.svelte";
import Unopened from "./views/Unopened.svelte";
import { language, speak } from "./words/words.svelte";

const target = document.querySelector("#app");
if (!target) throw new Error("index.html lacks #app.");

const parameters = new URLSearchParams(location.search);
speak(wantedLanguages(location.search, undefined, navigator.languages));
document.documentElement.lang = language();
try {
  const app = await openApp(parameters.get("model"));
  app.presenting.read(parameters);
  mount(Page, { target, props: { app } });
  void app.model.look(parameters.has("autoload"));
  if (app.presenting.lesson) void app.teaching.start(app.presenting.lesson);
  if (import.meta.env.PROD) void app.update.watch();
} catch (error) {
  mount(Unopened, { target, props: { message: faultWords(error) } });
}
