import { expect, test } from "vitest";
import { crashes } from "../tools/crash";

test("what the page has called saved is there after Chromium was killed", async () => {
  const { kills, lost, saved, recoverMs } = await crashes(4);
  expect(kills).toBe(4);
  expect(lost).toBe(0);
  // Else nothing would have been proven.
  expect(saved).toBeGreaterThan(0);
  expect(recoverMs).toHaveLength(4);
});
