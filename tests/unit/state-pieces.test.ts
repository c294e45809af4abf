import { expect, test } from "vitest";
import { nextTask } from "../../src/domain/nextTask";
import { Pieces } from "../../src/state/pieces.svelte";

test("pieces come one by one, a task for each, and in the end all", async () => {
  const pieces = new Pieces(3);
  const seen = [pieces.count];
  const coming = pieces.come();
  while (Number.isFinite(pieces.count)) {
    await nextTask();
    if (pieces.count !== seen.at(-1)) seen.push(pieces.count);
  }
  await coming;
  expect(seen).toEqual([0, 1, 2, Infinity]);
});

test("without any everything is there at once", () => {
  expect(new Pieces(0).count).toBe(Infinity);
});
