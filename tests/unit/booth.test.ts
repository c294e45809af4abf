import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  begin,
  boothTimes,
  growingPause,
  look,
  nobody,
  secondsLeft,
  sign,
  type Booth,
} from "../../src/domain/booth";

const times = { idle: 90_000, warning: 10_000 };

describe("?kiosk", () => {
  test.each([
    [null, null],
    ["", 90_000],
    ["60", 60_000],
    ["1.5", 1500],
    ["0", 1000],
    ["999999", 3_600_000],
    ["-5", 90_000],
    ["1e9", 90_000],
    ["NaN", 90_000],
    ["<script>", 90_000],
    ["1".repeat(400), 90_000],
  ])("%j means %j", (value, idle) => expect(boothTimes(value)?.idle ?? null).toBe(idle));

  test("the question comes in time, however short the visit may be", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { idle = 0, warning = 0 } = boothTimes(value) ?? {};
        expect(warning).toBeGreaterThan(0);
        expect(warning).toBeLessThan(idle / 2);
      }),
    );
  });
});

describe("the booth's clock", () => {
  test("a visit begins with a touch, is asked about in time, goes on with a sign, and ends without", () => {
    let booth = begin(1000);
    booth = look(booth, 80_999, times);
    expect(booth.phase).toBe("visit");
    booth = look(booth, 81_000, times);
    expect([booth.phase, secondsLeft(booth, 81_000, times)]).toEqual(["leaving", 10]);
    booth = sign(booth, 90_999);
    expect([booth.phase, secondsLeft(booth, 90_999, times)]).toEqual(["visit", 90]);
    booth = look(booth, 180_998, times);
    expect([booth.phase, secondsLeft(booth, 180_998, times)]).toEqual(["leaving", 1]);
    expect(look(booth, 180_999, times)).toBe(nobody);
  });

  test("while nobody is there, no sign and no time begins a visit", () => {
    expect(look(sign(nobody, 5), 1e9, times)).toBe(nobody);
  });

  test("a computer that slept for hours wakes up with nobody there", () => {
    expect(look(begin(0), 3e7, times)).toBe(nobody);
  });

  test("whatever happens, a visit lasts while signs come and ends once they stop", () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 60_000 })));
    fc.assert(
      fc.property(steps, (all) => {
        let now = 0;
        let booth: Booth = begin(now);
        let last = now;
        for (const [signed, wait] of all) {
          now += wait;
          booth = look(booth, now, times);
          expect(booth.phase === "attract").toBe(booth === nobody);
          if (booth === nobody) {
            expect(now - last).toBeGreaterThanOrEqual(times.idle);
            return;
          }
          if (signed) [booth, last] = [sign(booth, now), now];
        }
        expect(look(booth, last + times.idle - 1, times).phase).not.toBe("attract");
        expect(look(booth, last + times.idle, times)).toBe(nobody);
      }),
    );
  });
});

test("pauses grow from five seconds to five minutes, and no further", () => {
  expect([0, 1, 2, 3].map((attempts) => growingPause(attempts))).toEqual([5000, 10_000, 20_000, 40_000]);
  expect([6, 50, 1e9].map((attempts) => growingPause(attempts))).toEqual([300_000, 300_000, 300_000]);
});
