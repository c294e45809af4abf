import { deleteDB } from "idb";
import { onTestFinished } from "vitest";
import type { Interaction, MockUser } from "../../src/domain/interaction";
import type { SeedUser } from "../../src/store/seeding";
import { openStore, type Store } from "../../src/store/store";

export const ada: MockUser = { id: "ada", name: "Ada", portrait: "Likes short answers." };
export const ben: MockUser = { id: "ben", name: "Ben", portrait: "" };

export const seed: SeedUser[] = [
  {
    user: ada,
    history: [
      { tool: "Weather.SkyCast.Forecast", parameters: { city: "Oslo" }, rating: 1, time: 1_000 },
      { tool: "Weather.Other.Forecast", parameters: {}, rating: 0, time: 2_000 },
      { tool: "News.Wire.Latest", parameters: { topics: ["a", "b"] }, rating: null, time: 3_000 },
    ],
  },
  { user: ben, history: [{ tool: "News.Wire.Latest", parameters: {}, rating: 1, time: 4_000 }] },
];

export function interaction(id: string, change: Partial<Interaction> = {}): Interaction {
  return {
    id,
    userId: "ada",
    tool: "A.B.C",
    parameters: {},
    rating: null,
    time: 5_000,
    position: 10,
    ...change,
  };
}

/** A name that no other test uses; the database is deleted after the test. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => deleteDB(name));
  return name;
}

/** Opens a store, which is closed after the test. */
export async function open(name: string, options?: Parameters<typeof openStore>[1]): Promise<Store> {
  const store = await openStore(name, options);
  onTestFinished(() => store.close());
  return store;
}

/** A store with the mock users in it. */
export async function openSeeded(name = freshName()): Promise<Store> {
  const store = await open(name);
  await store.seed(seed);
  return store;
}

export async function order(store: Store, userId = "ada"): Promise<string[]> {
  return (await store.history(userId)).map(({ id }) => id);
}
