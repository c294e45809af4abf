import type { Rating } from "../../../src/domain/interaction.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import type { Random } from "./random.ts";

/**
 * One call of a history by roles: role 0 is the tool that the user prefers, the others are rivals. `direct` calls
 * the tool itself, `related` another function of its provider.
 */
export interface PlanItem {
  kind: "direct" | "related";
  role: number;
  rating: Rating;
}

export interface Plan {
  name: string;
  items: PlanItem[];
}

const times = (count: number, kind: PlanItem["kind"], role: number, rating: Rating = null): PlanItem[] =>
  Array.from({ length: Math.max(0, count) }, () => ({ kind, role, rating }));
const direct = (count: number, role: number, rating: Rating = null): PlanItem[] =>
  times(count, "direct", role, rating);
const related = (count: number, role: number, rating: Rating = null): PlanItem[] =>
  times(count, "related", role, rating);

type Maker = (random: Random, rivals: number) => PlanItem[];

const anyRelated = (random: Random, rivals: number): PlanItem[] =>
  random.chance(0.5) ? related(random.int(1, 2), random.int(0, rivals)) : [];

const preferredOnly: Record<string, [Maker, number]> = {
  "used most": [
    (random, rivals) => {
      const gold = random.int(2, 5);
      const third = rivals > 1 ? direct(random.int(0, 1), 2) : [];
      return random.shuffle([
        ...direct(gold, 0),
        ...direct(random.int(0, gold - 1), 1),
        ...third,
        ...anyRelated(random, rivals),
      ]);
    },
    34,
  ],
  "busy rival": [
    (random, rivals) => {
      const gold = random.int(2, 3);
      const third = rivals > 1 ? direct(random.int(0, 1), 2) : [];
      return random.shuffle([
        ...direct(gold, 0),
        ...direct(random.int(0, 1), 1),
        ...third,
        ...related(gold + random.int(1, 2), 1),
      ]);
    },
    36,
  ],
  "used once": [
    (random) =>
      random.shuffle([...direct(1, 0), ...related(random.int(0, 1), 1), ...related(random.int(0, 2), 0)]),
    8,
  ],
  "other functions": [
    (random, rivals) =>
      random.shuffle([
        ...related(random.int(2, 4), 0),
        ...related(random.int(0, 1), 1),
        ...(rivals > 1 ? related(random.int(0, 1), 2) : []),
      ]),
    44,
  ],
};

const ratingIntegrated: Record<string, [Maker, number]> = {
  liked: [
    (random, rivals) =>
      random.shuffle([
        ...direct(random.int(2, 4), 0, 1),
        ...direct(random.int(0, 1), 1, 1),
        ...direct(random.int(0, 2), 1, 0),
        ...(rivals > 1 ? direct(random.int(0, 1), 2, random.pick([0, 1, null])) : []),
        ...anyRelated(random, rivals).map((item) => ({
          ...item,
          rating: random.pick([0, 1, null] as const),
        })),
      ]),
    14,
  ],
  "much tried rival": [
    (random) => {
      const likes = random.int(2, 3);
      return random.shuffle([
        ...direct(likes, 1, 1),
        ...direct(likes + random.int(0, 1), 1, 0),
        ...direct(random.int(1, Math.max(1, likes - 1)), 0, 1),
        ...related(random.int(0, 1), 0, 1),
      ]);
    },
    20,
  ],
  "unrated rival": [
    (random) =>
      random.shuffle([
        ...direct(random.int(2, 4), 1),
        ...direct(random.int(1, 3), 0, 1),
        ...direct(random.int(0, 1), 0),
      ]),
    10,
  ],
  "rivals disliked": [
    (random, rivals) =>
      random.shuffle([
        ...Array.from({ length: rivals }, (_, at) => direct(random.int(1, 2), at + 1, 0)).flat(),
        ...direct(random.int(0, 1), 0),
      ]),
    14,
  ],
  contradicted: [
    (random, rivals) =>
      random.shuffle([
        ...direct(random.int(3, 4), 0, 1),
        ...direct(1, 0, 0),
        ...direct(1, 1, 1),
        ...direct(random.int(0, 1), 1, 0),
        ...(rivals > 1 ? direct(1, 2, 0) : []),
      ]),
    10,
  ],
  "busy rival": [
    (random) =>
      random.shuffle([
        ...related(random.int(3, 4), 1, 1),
        ...direct(random.int(0, 1), 1, 0),
        ...direct(2, 0, 1),
        ...direct(random.int(0, 1), 0),
      ]),
    26,
  ],
  "only this function": [
    (random) =>
      random.shuffle([
        ...direct(random.int(2, 3), 0, 1),
        ...related(random.int(2, 3), 0, 0),
        ...related(random.int(1, 2), 1, 1),
        ...direct(random.int(0, 1), 1, 1),
      ]),
    18,
  ],
  "other functions": [
    (random, rivals) =>
      random.shuffle([
        ...related(random.int(2, 3), 0, 1),
        ...related(random.int(0, 1), 0, random.pick([0, null])),
        ...related(random.int(1, 3), 1, 0),
        ...related(random.int(0, 1), 1, 1),
        ...(rivals > 1 ? related(random.int(0, 1), 2, random.pick([0, null])) : []),
      ]),
    75,
  ],
};

const chronological: Record<string, [Maker, number]> = {
  shift: [(random) => [...direct(random.int(3, 6), 1), ...direct(random.int(2, 3), 0)], 26],
  relapse: [
    (random, rivals) => [
      ...direct(random.int(0, 2), 1),
      ...direct(random.int(3, 5), 0),
      ...direct(1, rivals > 1 && random.chance(0.4) ? 2 : 1),
    ],
    15,
  ],
  "one-off": [
    (random, rivals) => [
      ...direct(random.int(1, 3), 1),
      ...direct(random.int(2, 3), 0),
      ...direct(1, rivals > 1 ? 2 : 1),
      ...direct(random.int(1, 2), 0),
    ],
    10,
  ],
  "back again": [
    (random) => [
      ...direct(random.int(1, 3), 0),
      ...direct(random.int(2, 3), 1),
      ...direct(random.int(2, 3), 0),
    ],
    8,
  ],
  steady: [(random) => [...direct(random.int(0, 1), 1), ...direct(random.int(3, 5), 0)], 6],
  "late rival": [
    (random) => [
      ...direct(random.int(1, 3), 1),
      ...direct(random.int(2, 4), 0),
      ...related(random.int(1, 3), 1),
    ],
    20,
  ],
  "other functions shift": [
    (random) => [
      ...related(random.int(1, 3), 1),
      ...related(random.int(2, 4), 0),
      ...related(random.chance(0.25) ? 1 : 0, 1),
    ],
    22,
  ],
};

const makers: Record<Setting, Record<string, [Maker, number]>> = {
  "preferred-only": preferredOnly,
  "rating-integrated": ratingIntegrated,
  chronological,
};

/** The calls by which a history shows a preference in the way of a setting. `rivals` is their number, at least 1. */
export function drawPlan(setting: Setting, rivals: number, random: Random): Plan {
  const [name, maker] = random.weighted(
    Object.entries(makers[setting]).map(([key, [make, weight]]) => [[key, make] as const, weight] as const),
  );
  return { name, items: maker(random, rivals) };
}
