import {
  presenterStepSchema,
  readSwitches,
  type IgnoredSwitch,
  type PageView,
  type Panel,
  type PresenterStep,
  type TypeSize,
} from "../domain/pageSwitches";
import { words } from "../words/words.svelte";
import type { Explaining, Explanation } from "./explaining.svelte";

export type { IgnoredSwitch, Panel, PresenterStep, TypeSize } from "../domain/pageSwitches";

/** The steps of the presenter view, in their order. */
export const presenterSteps: readonly PresenterStep[] = presenterStepSchema.options;
export const typeSizes: readonly TypeSize[] = ["normal", "large", "huge"];

/** Steps that something else has prepared, such as a lesson; in the presenter view they take the panels' place. */
export interface PreparedSteps {
  /** Other steps have another. */
  id: string;
  /** What each step is, in words; at least one. */
  titles: readonly string[];
  /** Hears which step is gone to, from 0. */
  onstep: (at: number) => void;
}

/** Where in the presenter view one is. */
export interface Position {
  /** From 1. */
  number: number;
  count: number;
  title: string;
}

/** How the page is shown: which panels, how large, and the steps of the view for a projector. */
export class Presenting {
  readonly #explaining: Pick<Explaining, "open">;
  readonly #announce: (text: string) => void;
  readonly #prepared: () => PreparedSteps | null;
  #hidden = $state.raw<ReadonlySet<Panel>>(new Set());
  #view = $state<PageView>("page");
  #step = $state<PresenterStep>("selection");
  #place = $state.raw({ id: "", at: 0 });
  #lesson = $state<string | null>(null);
  #ignored = $state.raw<readonly IgnoredSwitch[]>([]);
  /** How large the type is. */
  type = $state<TypeSize>("normal");

  /**
   * @param announce says something to screen readers.
   * @param prepared steps in place of the panels, or null.
   */
  constructor(
    explaining: Pick<Explaining, "open">,
    announce: (text: string) => void,
    prepared: () => PreparedSteps | null = () => null,
  ) {
    this.#explaining = explaining;
    this.#announce = announce;
    this.#prepared = prepared;
  }

  /** Whether the view for a projector is shown. */
  get presenter(): boolean {
    return this.#view === "presenter";
  }

  /** What is hidden, by its name in the address. */
  get hidden(): readonly Panel[] {
    return [...this.#hidden];
  }

  /** The lesson that the address asks for. */
  get lesson(): string | null {
    return this.#lesson;
  }

  /** Switches of the address that the page doesn't know. */
  get ignored(): readonly IgnoredSwitch[] {
    return this.#ignored;
  }

  /** The panel that the presenter view shows, or null while it shows prepared steps. */
  get step(): PresenterStep | null {
    return this.#prepared() ? null : this.#step;
  }

  /** Which of the prepared steps is shown, from 0. */
  get preparedStep(): number {
    const { id, at } = this.#place;
    return this.#prepared()?.id === id ? at : 0;
  }

  get position(): Position {
    const titles = this.#prepared()?.titles ?? presenterSteps.map((step) => words().presenter.steps[step]);
    const at = this.#at;
    return { number: at + 1, count: titles.length, title: titles[at] ?? "" };
  }

  shows(panel: Panel): boolean {
    return !this.#hidden.has(panel);
  }

  /** Takes the switches of the page's address. */
  read(parameters: URLSearchParams): void {
    const { switches, ignored } = readSwitches(parameters);
    this.type = switches.type;
    this.#lesson = switches.lesson;
    this.#ignored = ignored;
    this.#step = switches.step;
    this.show(switches.view, switches.hidden);
  }

  /** Shows the page in another view. @param hidden panels; by default those that are hidden now. */
  show(view: PageView, hidden: Iterable<Panel> = this.#hidden): void {
    this.#hidden = new Set(hidden);
    this.#view = view;
    if (view === "presenter") this.#open();
  }

  forgetIgnored(): void {
    this.#ignored = [];
  }

  next(): void {
    this.#move((at) => at + 1);
  }

  back(): void {
    this.#move((at) => at - 1);
  }

  first(): void {
    this.#move(() => 0);
  }

  last(): void {
    this.#move((_, count) => count - 1);
  }

  get #at(): number {
    return this.#prepared() ? this.preparedStep : presenterSteps.indexOf(this.#step);
  }

  #move(to: (at: number, count: number) => number): void {
    const { count } = this.position;
    const at = Math.min(count - 1, Math.max(0, to(this.#at, count)));
    if (at !== this.#at) this.#go(at);
    this.#announce(words().presenter.position(this.position));
  }

  #go(at: number): void {
    const prepared = this.#prepared();
    if (prepared) {
      this.#place = { id: prepared.id, at };
      prepared.onstep(at);
    } else {
      this.#step = presenterSteps[at] ?? this.#step;
      this.#open();
    }
  }

  /** An explanation makes the model work only while its step is shown. */
  #open(): void {
    const explanations: Partial<Record<PresenterStep, Explanation>> = {
      why: "why",
      "what-if": "what-if",
      settings: "settings",
    };
    if (!this.#prepared()) this.#explaining.open = explanations[this.#step] ?? null;
  }
}
