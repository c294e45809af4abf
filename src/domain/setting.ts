import { z } from "zod";
import type { PastCall } from "./interaction";

/** Which part of the history the model sees, after PEToolBench. */
export const settingSchema = z.enum(["preferred-only", "rating-integrated", "chronological"]);
export type Setting = z.infer<typeof settingSchema>;

/** Whether a setting shows a call at all. */
export function isVisible(setting: Setting, { rating }: Pick<PastCall, "rating">): boolean {
  return setting !== "preferred-only" || rating === 1;
}

/** The calls of a history (oldest first) that a setting shows, with ratings only where it has them. */
export function visibleHistory(setting: Setting, history: readonly PastCall[]): PastCall[] {
  const plain = ({ tool, parameters, rating }: PastCall): PastCall => ({ tool, parameters, rating });
  const unrated = (call: PastCall): PastCall => ({ ...plain(call), rating: null });
  return history
    .filter((call) => isVisible(setting, call))
    .map(setting === "rating-integrated" ? plain : unrated);
}
