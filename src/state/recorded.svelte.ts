import { played, type SceneEdit } from "../domain/scene";
import type { Recording } from "../domain/recording";
import { bundledRecording } from "../store/teachingFiles";

/** How long a step stays, in milliseconds. */
const STEP_MS = 4500;

/** What a model computed once, played step by step while no model is ready. */
export class Recorded {
  readonly #load: () => Promise<Recording | null>;
  #recording = $state.raw<Recording | null>(null);
  #scene = $state(0);
  #step = $state(0);
  #timer = $state.raw<ReturnType<typeof setInterval> | null>(null);
  /** What the page shows of the recording. */
  #shown = $derived.by(() => {
    const recorded = this.#recording?.scenes[this.#scene];
    const step = recorded?.steps[this.#step];
    if (!recorded || !step) return null;
    const { title, scene, steps } = recorded;
    const edits = steps.slice(0, this.#step + 1).flatMap(({ edit }) => edit ?? []);
    const now = played(scene, edits);
    return {
      title,
      person: scene.person?.name ?? title,
      ...now,
      edit: step.edit && {
        ...step.edit,
        subject: subjectOf(step.edit, played(scene, edits.slice(0, -1)).history),
      },
      call: step.call,
      bars: (scene.candidates ?? []).map((name, at) => ({
        name,
        probability: step.probabilities[at] ?? 0,
        chosen: name === step.call.tool_name,
        offered: now.candidates?.includes(name) ?? false,
      })),
    };
  });

  constructor(load: () => Promise<Recording | null> = bundledRecording) {
    this.#load = load;
  }

  /** Loads what was recorded. If that can't be had, there is nothing to play, and nothing to tell. */
  async open(): Promise<void> {
    this.#recording = await this.#load().catch(() => null);
  }

  /** Which model was recorded, and when; null while there is nothing to play. */
  get origin(): Pick<Recording, "model" | "date"> | null {
    return this.#recording;
  }

  get shown() {
    return this.#shown;
  }

  /** Where it is, from 1, and how much there is. */
  get place(): { scene: number; scenes: number; step: number; steps: number } {
    const scenes = this.#recording?.scenes ?? [];
    return {
      scene: this.#scene + 1,
      scenes: scenes.length,
      step: this.#step + 1,
      steps: scenes[this.#scene]?.steps.length ?? 0,
    };
  }

  get playing(): boolean {
    return this.#timer !== null;
  }

  /** Goes on by itself, from scene to scene and round again. */
  play(): void {
    this.#timer ??= setInterval(() => this.#move(1), STEP_MS);
  }

  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** One step on or back, by hand: then it doesn't go on by itself. */
  move(by: 1 | -1): void {
    this.pause();
    this.#move(by);
  }

  #move(by: 1 | -1): void {
    const scenes = this.#recording?.scenes ?? [];
    const step = this.#step + by;
    if (step >= 0 && step < (scenes[this.#scene]?.steps.length ?? 0)) {
      this.#step = step;
      return;
    }
    this.#scene = (this.#scene + by + scenes.length) % Math.max(1, scenes.length);
    this.#step = by > 0 ? 0 : Math.max(0, (scenes[this.#scene]?.steps.length ?? 0) - 1);
  }
}

/** The tool that an edit is about. */
function subjectOf(edit: SceneEdit, history: readonly ({ tool: string } | null)[]): string {
  if (edit.kind === "rate" || edit.kind === "delete") return history[edit.call]?.tool ?? "";
  if (edit.kind === "add") return edit.call.tool;
  return edit.kind === "withdraw" ? edit.tool : "";
}
