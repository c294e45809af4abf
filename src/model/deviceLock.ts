const NAME = "petoolllama-live:model";

/** Browsers that have no locks (or only in secure pages) go without: then every tab may load a model. */
const manager = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks;

/**
 * One tab at a time owns the graphics device. The browser gives the lock back when a tab ends, however it ends.
 */
export class DeviceLock {
  #release: (() => void) | null = null;
  /** Ends when the browser has given the lock back that this tab had. */
  #ended: Promise<unknown> = Promise.resolve();

  /**
   * Takes the device.
   * @param steal also from a tab that has it.
   * @param onTaken hears that another tab took it away.
   * @returns false if another tab has it.
   */
  async take(steal: boolean, onTaken: () => void): Promise<boolean> {
    const locks = manager();
    if (this.#release || !locks) return true;
    await this.#ended;
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null);
        return lock ? new Promise((done) => (this.#release = done)) : undefined;
      };
      const request = locks.request(NAME, steal ? { steal } : { ifAvailable: true }, hold);
      this.#ended = request.catch((error: unknown) => {
        // Rejects when the lock is stolen; before it was ever held, it's a real error.
        if (!this.#release) return reject(error instanceof Error ? error : new Error(String(error)));
        this.#release = null;
        onTaken();
      });
    });
  }

  /** Resolves when no other tab has the device any more; rejects if the signal is aborted before. */
  async free(signal: AbortSignal): Promise<void> {
    await manager()?.request(NAME, { signal }, () => undefined);
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }
}
