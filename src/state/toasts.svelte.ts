/** A short message at the edge of the page. */
export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 10_000;

/** Messages that go by themselves, and what is only said to screen readers. */
export class Toasts {
  #toasts = $state.raw<readonly Toast[]>([]);
  #announcement = $state("");
  #last = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get list(): readonly Toast[] {
    return this.#toasts;
  }

  /** What a screen reader should say now. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Shows a message, with a way to undo what it tells of. */
  show(text: string, undo?: () => void): void {
    const id = ++this.#last;
    // More than a few at once would cover the page.
    this.#toasts = [...this.#toasts.slice(-2), { id, text, undo }];
    this.release(id);
  }

  /** Keeps a message while somebody points at it or has the focus in it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  /** Lets a message go after its time. */
  release(id: number): void {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_MS),
    );
  }

  undo(id: number): void {
    const toast = this.#toasts.find((one) => one.id === id);
    this.dismiss(id);
    toast?.undo?.();
  }

  dismiss(id: number): void {
    this.hold(id);
    this.#timers.delete(id);
    this.#toasts = this.#toasts.filter((one) => one.id !== id);
  }

  /** Takes all messages away. */
  clear(): void {
    for (const { id } of this.#toasts) this.dismiss(id);
    this.#announcement = "";
  }

  announce(text: string): void {
    // The same text twice in a row would not be read out again.
    this.#announcement = text === this.#announcement ? `${text}\u00a0` : text;
  }
}
