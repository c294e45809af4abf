import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SilenceWatch } from "../../src/model/silence";
import { Attempts } from "../../src/state/attempts";

describe("silence", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is told once, after the limit", () => {
    const told = vi.fn();
    new SilenceWatch(30_000, told);
    vi.advanceTimersByTime(29_000);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test("begins anew with every sign of life, and ends when nobody waits", () => {
    const told = vi.fn();
    const watch = new SilenceWatch(30_000, told);
    for (let at = 0; at < 10; at++) {
      vi.advanceTimersByTime(20_000);
      watch.heard();
    }
    watch.end();
    vi.advanceTimersByTime(60_000);
    expect(told).not.toHaveBeenCalled();
  });

  test("while the computer sleeps doesn't count", () => {
    const told = vi.fn();
    new SilenceWatch(30_000, told);
    // Eight hours pass without a tick; then the timers go on.
    vi.spyOn(performance, "now").mockReturnValue(8 * 3_600_000);
    vi.advanceTimersByTime(5_000);
    expect(told).not.toHaveBeenCalled();
  });
});

describe("attempts", () => {
  test("are few in a while, and counted anew afterwards", () => {
    let now = 0;
    const attempts = new Attempts(2, 1000, () => now);
    expect([attempts.allow(), attempts.allow(), attempts.allow()]).toEqual([true, true, false]);
    now = 1001;
    expect([attempts.allow(), attempts.allow(), attempts.allow()]).toEqual([true, true, false]);
  });
});
