import { flushSync } from "svelte";
import { describe, expect, test, vi } from "vitest";
import { leads, leavesPage } from "../../src/state/boothScreen";
import { revive } from "../../src/state/boothCare.svelte";
import { Counter } from "../../src/state/counter.svelte";
import { Insisting, type Timers } from "../../src/state/insisting";
import { Kiosk, type Clock } from "../../src/state/kiosk.svelte";
import type { ModelSession, ModelStatus } from "../../src/state/modelSession.svelte";
import { Store } from "../../src/store/store";

/** A clock that a test turns by hand. */
class HandClock implements Clock {
  time = 0;
  #acts: (() => void)[] = [];
  now = () => this.time;
  every = (_: number, act: () => void) => {
    this.#acts.push(act);
    return () => void (this.#acts = this.#acts.filter((one) => one !== act));
  };
  pass(milliseconds: number): void {
    this.time += milliseconds;
    for (const act of this.#acts) act();
    flushSync();
  }
}

describe("Kiosk", () => {
  function open() {
    const clock = new HandClock();
    const told: string[] = [];
    const kiosk = new Kiosk(
      { idle: 90_000, warning: 10_000 },
      { onBegin: () => told.push("begin"), onEnd: () => told.push("end") },
      clock,
    );
    return { clock, told, kiosk, stop: kiosk.run() };
  }

  test("tells when a visit begins and ends, once each", () => {
    const { clock, told, kiosk } = open();
    kiosk.sign();
    clock.pass(500_000);
    expect([kiosk.phase, told]).toEqual(["attract", []]);
    kiosk.begin();
    kiosk.begin();
    clock.pass(85_000);
    expect([kiosk.phase, kiosk.secondsLeft]).toEqual(["leaving", 5]);
    kiosk.sign();
    expect(kiosk.phase).toBe("visit");
    clock.pass(89_999);
    clock.pass(1);
    clock.pass(90_000);
    expect([kiosk.phase, told]).toEqual(["attract", ["begin", "end"]]);
  });

  test("ten hours of visitors, each a visit of its own", () => {
    const { clock, told, kiosk } = open();
    for (let visit = 0; visit < 200; visit++) {
      kiosk.begin();
      for (let second = 0; second < 90; second++) {
        clock.pass(1000);
        kiosk.sign();
      }
      clock.pass(90_000);
    }
    expect(clock.time).toBe(10 * 60 * 60 * 1000);
    expect(told.filter((what) => what === "end")).toHaveLength(200);
  });

  test("stands still when it is stopped", () => {
    const { clock, told, kiosk, stop } = open();
    kiosk.begin();
    stop();
    clock.pass(1e9);
    expect([kiosk.phase, told]).toEqual(["visit", ["begin"]]);
  });
});

describe("Insisting", () => {
  /** Timers that a test lets go off. */
  function timers() {
    const pauses: number[] = [];
    let planned: (() => void) | null = null;
    const all: Timers = {
      set: (act, milliseconds) => {
        pauses.push(milliseconds);
        planned = act;
        return act;
      },
      clear: () => void (planned = null),
    };
    const goOff = async () => {
      const act = planned;
      planned = null;
      act?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    return { all, pauses, goOff, waits: () => planned !== null };
  }

  test("tries again after growing pauses, whether it fails or throws, until it isn't needed", async () => {
    const { all, pauses, goOff, waits } = timers();
    const attempts: number[] = [];
    const insisting = new Insisting((attempt) => {
      attempts.push(attempt);
      if (attempt % 2 === 0) throw new Error("injected");
    }, all);
    insisting.need(true);
    insisting.need(true);
    for (let turn = 0; turn < 4; turn++) await goOff();
    expect(attempts).toEqual([0, 1, 2, 3]);
    expect(pauses).toEqual([5000, 10_000, 20_000, 40_000, 80_000]);
    insisting.need(false);
    expect(waits()).toBe(false);
    await goOff();
    expect(attempts).toHaveLength(4);
  });

  test("what helps only for a moment doesn't make the pauses short again; what works does", async () => {
    const { all, pauses, goOff } = timers();
    const insisting = new Insisting(() => undefined, all);
    insisting.need(true);
    await goOff();
    insisting.need(false);
    insisting.need(true);
    insisting.need(false);
    insisting.worked();
    insisting.need(true);
    expect(pauses).toEqual([5000, 10_000, 10_000, 5000]);
  });

  test("doesn't begin a second attempt while one is under way", async () => {
    const { all, goOff } = timers();
    let begun = 0;
    let end = () => {};
    const insisting = new Insisting(() => {
      begun += 1;
      return new Promise<void>((resolve) => (end = resolve));
    }, all);
    insisting.need(true);
    await goOff();
    insisting.need(false);
    insisting.need(true);
    await goOff();
    expect(begun).toBe(1);
    end();
    await new Promise((resolve) => setTimeout(resolve, 1));
    await goOff();
    expect(begun).toBe(2);
  });
});

describe("what brings a model back", () => {
  test.each<[ModelStatus, number, number | null, string]>([
    ["elsewhere", 0, null, "takeOver"],
    ["absent", 0, null, "look"],
    ["unsupported", 3, null, "look"],
    ["failed", 0, null, "load"],
    ["failed", 1, 1024, "look"],
    ["failed", 2, 1024, "loadSmaller"],
    ["failed", 2, null, "load"],
    ["failed", 3, null, "look"],
  ])("%s, attempt %i, smaller context %j: %s", async (status, attempt, smallerContext, expected) => {
    const called: string[] = [];
    const act = (name: string) => () => Promise.resolve(void called.push(name));
    const model = {
      status,
      smallerContext,
      takeOver: act("takeOver"),
      look: act("look"),
      load: act("load"),
      loadSmaller: act("loadSmaller"),
    };
    await revive(model as unknown as ModelSession, attempt);
    expect(called).toEqual([expected]);
  });
});

describe("Counter", () => {
  test("goes on with what was stored, and stores each count", async () => {
    const store = await Store.inMemory();
    const noon = () => new Date(2026, 10, 22, 12).getTime();
    const first = new Counter(store, noon);
    await first.open();
    first.count("visits");
    first.count("selections");
    await vi.waitFor(async () =>
      expect(await store.preference("counted")).toEqual({ "2026-11-22": { visits: 1, selections: 1 } }),
    );
    const second = new Counter(store, noon);
    await second.open();
    second.count("visits");
    expect(second.total).toEqual({ visits: 2, selections: 1 });
    expect(second.export("csv").text).toBe("date,visits,selections\r\n2026-11-22,2,1\r\n");
    expect(JSON.parse(second.export("json").text)).toEqual(second.days);
  });

  test("a store that fails stops nothing", async () => {
    const fails = () => Promise.reject(new Error("injected"));
    const counter = new Counter({ preference: () => Promise.resolve(undefined), setPreference: fails });
    await counter.open();
    counter.count("visits");
    counter.count("visits");
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(counter.total.visits).toBe(2);
  });
});

describe("ways out of the page", () => {
  const press = (key: string, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

  test.each([
    press("p", { ctrlKey: true }),
    press("P", { ctrlKey: true }),
    press("r", { metaKey: true }),
    press("F5"),
    press("ArrowLeft", { altKey: true }),
    press("+", { ctrlKey: true }),
  ])("%j leads out", (one) => expect(leads(one)).toBe(true));

  test.each([
    press("z", { ctrlKey: true }),
    press("c", { ctrlKey: true }),
    press("k", { ctrlKey: true, altKey: true }),
    press("p"),
    press("ArrowLeft"),
    press("Tab"),
    press("?"),
  ])("%j doesn't", (one) => expect(leads(one)).toBe(false));

  test.each([
    ["https://example.org/", true],
    ["javascript:alert(1)", true],
    ["other.html", true],
    ["?kiosk=1", true],
    ["#selection", false],
    ["https://booth.example/page/?kiosk#selection", false],
  ])("%s: %j", (href, out) => expect(leavesPage(href, "https://booth.example/page/?kiosk")).toBe(out));
});
