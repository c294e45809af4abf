import type { MockUser } from "../domain/interaction";
import { seedUsers } from "../store/mockUsers";
import { words } from "../words/words.svelte";

const ids = new Map(seedUsers(0).map(({ user }) => [user.portrait, user.id]));

/** A user's portrait; one that came with the page in the language that is shown. */
export function portraitWords({ portrait }: MockUser): string {
  return words().portraits[ids.get(portrait) ?? ""] ?? portrait;
}
