import type { Setting } from "../../../src/domain/setting.ts";
import type { Edit } from "./history.ts";
import type { Random } from "./random.ts";
import type { Split } from "./types.ts";

/** Which histories are edited as visitors do it, by split. Those that don't say what is preferred: only for training. */
export function drawEdit(split: Split, setting: Setting, random: Random): Edit | null {
  return random.weighted<Edit | null>([
    [null, 88],
    ["single", 3],
    ["one provider", 3],
    ["forty", 2],
    ["all disliked", setting === "rating-integrated" ? 3 : 0],
    ["empty", split === "train" ? 2 : 0],
    ["elsewhere", split === "train" ? 6 : 0],
  ]);
}
