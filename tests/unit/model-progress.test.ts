import { expect, test } from "vitest";
import { DownloadMeter, type LoadProgress } from "../../src/model/progress";

function meter(there: number, total: number) {
  let time = 0;
  const reports: LoadProgress[] = [];
  const own = new DownloadMeter(
    there,
    total,
    (progress) => reports.push(progress),
    () => time,
  );
  const add = (milliseconds: number, bytes: number) => {
    time += milliseconds;
    own.add(bytes);
  };
  return { add, reports, last: () => reports.at(-1) };
}

test("tells speed and time left after a second", () => {
  const { add, last } = meter(1000, 11_000);
  expect(last()).toMatchObject({ phase: "download", bytes: 1000, total: 11_000, bytesPerSecond: null });
  add(500, 500);
  expect(last()).toMatchObject({ bytes: 1500, bytesPerSecond: null, secondsLeft: null });
  add(500, 500);
  expect(last()).toMatchObject({ bytes: 2000, bytesPerSecond: 1000, secondsLeft: 9 });
});

test("forgets what was longer ago than five seconds", () => {
  const { add, last } = meter(0, 1e6);
  for (let second = 0; second < 10; second++) add(1000, 100);
  for (let second = 0; second < 10; second++) add(1000, 5000);
  expect(last()?.bytesPerSecond).toBeCloseTo(5000);
});

test("reports not more often than ten times a second, but always the end", () => {
  const { add, reports, last } = meter(0, 1000);
  for (let step = 0; step < 1000; step++) add(1, 1);
  expect(reports.length).toBeLessThan(15);
  expect(last()).toMatchObject({ bytes: 1000, fraction: 1 });
});

test("a file that starts again takes its bytes back, without a negative speed", () => {
  const { add, last } = meter(0, 10_000);
  for (let second = 0; second < 4; second++) add(1000, 1000);
  add(200, -4000);
  expect(last()).toMatchObject({ bytes: 0, bytesPerSecond: null });
  add(2000, 1000);
  expect(last()?.bytesPerSecond).toBeCloseTo(500);
});
