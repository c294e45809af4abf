import "./policy";
import { mount } from "svelte";
import "./app.css";
import { openApp } from "./state/openApp";
import Page from "./views/Page.svelte";
import Unopened from "./views/Unopened.svelte";
import { language, speak } from "./words/words.svelte";

const target = document.querySelector("#app");
if (!target) throw new Error("index.html lacks #app.");

const parameters = new URLSearchParams(location.search);
const wanted = parameters.get("lang");
speak(wanted ? [wanted] : navigator.languages);
document.documentElement.lang = language();
try {
  const app = await openApp(parameters.get("model"));
  mount(Page, { target, props: { app } });
  void app.model.look(parameters.has("autoload"));
  if (import.meta.env.PROD) void app.update.watch();
} catch (error) {
  mount(Unopened, { target, props: { message: error instanceof Error ? error.message : String(error) } });
}
