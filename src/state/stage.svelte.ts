import { untrack } from "svelte";
import { firstChoice, type Choice, type Course, type Situation } from "../domain/condition";
import { isNegligible } from "../domain/distribution";
import { sceneCallId, type Scene, type SceneEdit } from "../domain/scene";
import { textIn } from "../domain/texts";
import { language, words } from "../words/words.svelte";
import type { App } from "./app.svelte";
import type { Guest } from "./sandbox";

const DAY = 24 * 60 * 60 * 1000;

/** The guest whom a scene speaks of. */
export function guestOf(scene: Scene, now = Date.now()): Guest {
  const { person, history, candidates, ...rest } = scene;
  return {
    ...rest,
    candidates: candidates ?? null,
    name: (person ? textIn(person.name, language()) : words().lessons.person).slice(0, 100),
    portrait: (person ? textIn(person.portrait, language()) : words().lessons.guest).slice(0, 1000),
    history: history.map(({ tool, parameters, rating, daysAgo }, at) => ({
      id: sceneCallId(at),
      tool,
      parameters,
      rating,
      // Some minutes apart, so that calls of one day keep their order.
      time: now - (daysAgo ?? history.length - at) * DAY + at * 60_000,
    })),
  };
}

/** Does to the page what somebody else would do by hand. */
export function perform(app: App, edit: SceneEdit): void {
  const { edits } = app;
  switch (edit.kind) {
    case "ask":
      edits.query = edit.query;
      break;
    case "setting":
      edits.setting = edit.is;
      break;
    case "rate":
      edits.rate(sceneCallId(edit.call), edit.rating);
      break;
    case "delete":
      edits.delete(sceneCallId(edit.call));
      break;
    case "add":
      edits.add(edit.call);
      break;
    case "withdraw":
      edits.removeCandidate(edit.tool);
  }
}

/** How the page is now. */
function situation({ question, history, selecting, explaining, bars }: App): Situation {
  const result = selecting.fresh && !bars.previewing ? selecting.result : null;
  const probabilities = (result?.scenario.candidates ?? []).flatMap(({ name }): [string, number][] => {
    const share = bars.of(name)?.share;
    // Of those that nobody has told apart yet, none has a probability of its own.
    if (!share || !isNegligible(share.probability, share.together)) return [];
    return [[name, share.probability / share.together]];
  });
  return {
    query: question.query,
    setting: question.setting,
    history: history.interactions,
    candidates: question.candidates.tools.map(({ name }) => name),
    choice: result && {
      tool: result.selection.answer.call.tool_name,
      probabilities: new Map(probabilities),
    },
    panel: explaining.open,
    comparing: explaining.comparing,
  };
}

/** A scene on the page, played by a guest, and what has happened in it since. */
export class Stage {
  readonly #app: App;
  readonly #guestId: string;
  readonly #start: Situation;
  readonly #endEffects: () => void;
  #first = $state.raw<Choice | null>(null);
  #now = $derived.by(() => situation(this.#app));

  private constructor(app: App) {
    this.#app = app;
    this.#guestId = app.user?.id ?? "";
    this.#start = situation(app);
    this.#endEffects = $effect.root(() => {
      $effect(() => {
        const { choice } = this.#now;
        untrack(() => (this.#first = firstChoice(this.#first, choice)));
      });
    });
  }

  /** Puts a scene on the page, in place of what is there. */
  static async set(app: App, guest: Guest): Promise<Stage> {
    await app.welcome(guest);
    return new Stage(app);
  }

  /** Whether the page still shows this scene. */
  get shown(): boolean {
    return this.#app.user?.id === this.#guestId;
  }

  /** What has happened so far. */
  get course(): Course {
    return { start: this.#start, first: this.#first, now: this.#now };
  }

  /** Stops watching. */
  end(): void {
    this.#endEffects();
  }
}
