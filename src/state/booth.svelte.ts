import { untrack } from "svelte";
import type { BoothTimes } from "../domain/booth";
import type { App } from "./app.svelte";
import { takeCare } from "./boothCare.svelte";
import { fillScreen, holdPage, keepAwake } from "./boothScreen";
import type { Counter } from "./counter.svelte";
import { Insisting } from "./insisting";
import { Kiosk } from "./kiosk.svelte";

/** The page in a booth: one visit after the other, without anybody who looks after it. */
export class Booth {
  readonly kiosk: Kiosk;
  readonly counter: Counter;
  readonly #app: App;
  readonly #restarting: Insisting;
  /** Where the booth was opened; a visitor may have changed it, for instance with the language. */
  readonly #address = location.href;
  #letGo: (() => void) | null = null;

  constructor(app: App, counter: Counter, times: BoothTimes) {
    this.#app = app;
    this.counter = counter;
    this.kiosk = new Kiosk(times, {
      onBegin: () => counter.count("visits"),
      onEnd: () => void this.#restart(),
    });
    this.#restarting = new Insisting(() => this.#restart());
  }

  /** Begins anew, and keeps all going from then on. @returns a function that ends this. */
  run(): () => void {
    this.#letGo = holdPage();
    const ends = [fillScreen(), keepAwake(), this.kiosk.run(), takeCare(this.#app, () => this.#reload())];
    const endEffects = $effect.root(() => {
      let seen = this.#app.selecting.runs;
      $effect(() => {
        const { runs } = this.#app.selecting;
        untrack(() => {
          if (runs > seen && this.kiosk.phase !== "attract") {
            this.counter.count("selections");
            // There is something new to look at.
            this.kiosk.sign();
          }
          seen = runs;
        });
      });
      // A newer version takes over while nobody is there.
      $effect(() => {
        if (this.#app.update.ready && this.kiosk.phase === "attract") {
          this.#letGo?.();
          this.#app.update.reload();
        }
      });
    });
    void this.#restart();
    return () => {
      this.#letGo?.();
      endEffects();
      this.#restarting.need(false);
      for (const end of ends) end();
    };
  }

  /** Leaves nothing of a visit; what fails is tried again. */
  async #restart(): Promise<void> {
    try {
      history.replaceState(history.state, "", this.#address);
      await this.#app.restart();
      const { lesson } = this.#app.presenting;
      if (lesson) await this.#app.teaching.start(lesson);
      this.#restarting.need(false);
      this.#restarting.worked();
    } catch {
      this.#restarting.need(true);
    }
  }

  /** Opens the page anew, unless it would disturb a visitor. */
  #reload(): void {
    if (this.kiosk.phase !== "attract") return;
    this.#letGo?.();
    location.reload();
  }
}
