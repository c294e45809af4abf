import { MediaQuery } from "svelte/reactivity";
import type { Store } from "../store/store";
import type { Preference } from "../store/tables";

/** `system`: light, dark or high contrast, as the device is set. */
type ThemeChoice = Preference<"theme">;

export const themes: readonly ThemeChoice[] = ["system", "light", "dark", "contrast"];

/** Which of its palettes (src/app.css) the page wears. Light and dark follow the device by themselves, there. */
export class Theme {
  readonly #store: Pick<Store, "preference" | "setPreference">;
  readonly #asked: ThemeChoice | null;
  readonly #moreContrast = new MediaQuery("(prefers-contrast: more)");
  #choice = $state<ThemeChoice>("system");

  /** @param asked what the page's address asks for: it counts until somebody chooses another, and isn't stored. */
  constructor(store: Pick<Store, "preference" | "setPreference">, asked: string | null) {
    this.#store = store;
    this.#asked = themes.find((theme) => theme === asked) ?? null;
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  /** What app.css knows as `data-theme`: null where it follows the device by itself. */
  get worn(): "light" | "dark" | "contrast" | null {
    if (this.#choice !== "system") return this.#choice;
    return this.#moreContrast.current ? "contrast" : null;
  }

  /** Takes what was chosen before. */
  async open(): Promise<void> {
    this.#choice = this.#asked ?? (await this.#store.preference("theme")) ?? "system";
  }

  /** Lets the page wear it. @returns a function that ends this. */
  wear(): () => void {
    return $effect.root(() => {
      $effect(() => {
        const root = document.documentElement;
        if (this.worn) root.dataset["theme"] = this.worn;
        else delete root.dataset["theme"];
      });
    });
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    // A theme that can't be stored is chosen again the next time.
    this.#store.setPreference("theme", choice).catch(() => undefined);
  }
}
