import { interactionSchema, mockUserSchema, type Interaction, type MockUser } from "../domain/interaction";
import type { Writer } from "./database";
import { check } from "./rows";

/** A mock user as the page brings it: past calls oldest first, without what the store adds. */
export interface SeedUser {
  user: MockUser;
  history: readonly Omit<Interaction, "id" | "userId" | "position">[];
}

/** Writes the mock users, one after the other, so that the page can answer in between, and that they have been written. */
export async function plant(writer: Writer, users: readonly SeedUser[]): Promise<void> {
  for (const [at, { user, history }] of users.entries()) {
    const { id: userId } = user;
    const row = { ...check(mockUserSchema, user), position: at + 1 };
    const calls = history.map((call, index) =>
      check(interactionSchema, { ...call, id: `${userId}-${index + 1}`, userId, position: index + 1 }),
    );
    await Promise.all([writer.put("users", row), ...calls.map((one) => writer.put("interactions", one))]);
  }
  await writer.put("preferences", { key: "seeded", value: Date.now() });
}
