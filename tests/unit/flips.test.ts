import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findFlip,
  flipped,
  previewFlip,
  singleFlips,
  type FlipSearch,
  type Outcome,
} from "../../src/domain/flips";
import type { Interaction, Rating } from "../../src/domain/interaction";

const interaction = (id: string, rating: Rating): Interaction => ({
  tool: `Maps.${id.charAt(0).toUpperCase()}.Route`,
  parameters: {},
  rating,
  id,
  userId: "mia",
  time: 0,
  position: 0,
});

/** Chooses A or B by the sum of their ratings; A where they are equal. */
function taste(
  history: readonly Interaction[],
  setting: FlipSearch["setting"] = "rating-integrated",
): Outcome {
  const sum = (provider: string) =>
    history
      .filter(({ tool }) => tool.includes(`.${provider}.`))
      .reduce((total, { rating }) => {
        if (setting === "chronological") return total + 1;
        return total + (rating === 1 ? 1 : rating === 0 ? -1 : 0);
      }, 0);
  const lead = sum("A") - sum("B");
  return { tool: lead >= 0 ? "A" : "B", logOdds: lead };
}

function search(history: Interaction[], changes: Partial<FlipSearch> = {}) {
  const asked: Interaction[][] = [];
  const setting = changes.setting ?? "rating-integrated";
  const found = findFlip({
    setting,
    history,
    now: taste(history, setting),
    attributions: [],
    bound: 24,
    ask: (other) => {
      asked.push(other);
      return Promise.resolve(taste(other, setting));
    },
    ...changes,
  });
  return { found, asked };
}

describe("the search for a flip", () => {
  test("finds a single one, tries those first that spoke most for the choice, and stops there", async () => {
    const history = [interaction("a1", 1), interaction("c1", 1), interaction("c2", 0)];
    const attributions = [
      { id: "c1", weight: 0.1 },
      { id: "a1", weight: 2 },
    ];
    const { found, asked } = search(history, { attributions });
    expect(await found).toEqual({ flips: [{ id: "a1", to: { rating: 0 } }], tool: "B" });
    expect(asked).toHaveLength(1);
  });

  test("finds two changes where one isn't enough, and the change is real", async () => {
    const history = [
      interaction("a1", 1),
      interaction("a2", 1),
      interaction("a3", null),
      interaction("c1", 1),
    ];
    const { found } = search(history);
    const flip = await found;
    expect(flip?.flips).toHaveLength(2);
    expect(taste(flipped(history, flip?.flips ?? [])).tool).toBe("B");
  });

  test("asks no more often than the bound allows, and says so if it found nothing", async () => {
    const history = Array.from({ length: 20 }, (_, at) => interaction(`a${at}`, 1));
    const tried: number[] = [];
    const { found, asked } = search(history, { bound: 24, onTried: (count) => tried.push(count) });
    expect(await found).toBeNull();
    expect(asked).toHaveLength(24);
    expect(tried.at(-1)).toBe(24);
  });

  test("in chronological order only takes calls away: a rating can't be seen there", () => {
    const history = [interaction("a1", 1), interaction("b1", null)];
    const flips = singleFlips({ setting: "chronological", history, attributions: [] });
    expect(flips.map(({ to }) => to)).toEqual(["removed", "removed"]);
  });

  test("of liked calls only, disliking and taking away are one and the same try", () => {
    const history = [interaction("a1", 1)];
    expect(singleFlips({ setting: "preferred-only", history, attributions: [] })).toEqual([
      { id: "a1", to: { rating: 0 } },
    ]);
  });

  test("ends with the error that asking throws", async () => {
    const { found } = search([interaction("a1", 1)], { ask: () => Promise.reject(new Error("Cancelled.")) });
    await expect(found).rejects.toThrow("Cancelled.");
  });

  test("whatever the history: what is found flips the choice, within the bound", async () => {
    const call = fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(1 as const, 0 as const, null));
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        async (calls, bound) => {
          const history = calls.map(([letter, rating], at) => interaction(`${letter}${at}`, rating));
          const { found, asked } = search(history, { bound });
          const flip = await found;
          expect(asked.length).toBeLessThanOrEqual(bound);
          if (flip) expect(taste(flipped(history, flip.flips)).tool).not.toBe(taste(history).tool);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("a preview flips the rating; where ratings can't be seen it takes the call away", () => {
  expect(previewFlip("rating-integrated", interaction("a", 1)).to).toEqual({ rating: 0 });
  expect(previewFlip("rating-integrated", interaction("a", 0)).to).toEqual({ rating: 1 });
  expect(previewFlip("preferred-only", interaction("a", null)).to).toEqual({ rating: 1 });
  expect(previewFlip("chronological", interaction("a", 1)).to).toBe("removed");
});
