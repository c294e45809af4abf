import { interactionSchema, mockUserSchema, type Interaction, type MockUser } from "../domain/interaction";
import type { Writer } from "./database";
import { check } from "./rows";
import type { Table } from "./tables";

/** A mock user as the page brings it: past calls oldest first, without what the store adds. */
export interface SeedUser {
  user: MockUser;
  history: readonly Omit<Interaction, "id" | "userId" | "position">[];
}

/** Writes the mock users, and that they have been written. */
export async function plant(writer: Writer, users: readonly SeedUser[]): Promise<void> {
  const interactions = users.flatMap(({ user, history }) =>
    history.map((call, index) => ({
      ...call,
      id: `${user.id}-${index + 1}`,
      userId: user.id,
      position: index + 1,
    })),
  );
  const rows: [Table, object][] = [
    ...users.map(({ user }, index): [Table, object] => [
      "users",
      { ...check(mockUserSchema, user), position: index + 1 },
    ]),
    ...interactions.map((one): [Table, object] => ["interactions", check(interactionSchema, one)]),
    ["preferences", { key: "seeded", value: Date.now() }],
  ];
  await Promise.all(rows.map(([table, row]) => writer.put(table, row)));
}
