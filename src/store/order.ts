import type { Interaction } from "../domain/interaction";

/** Sorts by position, oldest first; by id where two are in the same place. */
export function inOrder<T extends { id: string; position: number }>(rows: readonly T[]): T[] {
  return rows.toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/**
 * Moves an interaction to an index (clamped) among the others of its history.
 * @param history in order.
 * @returns the interactions that have new positions: the moved one, or all where no number lies between its new
 * neighbours; null if there is no such interaction.
 */
export function move(history: readonly Interaction[], id: string, toIndex: number): Interaction[] | null {
  const moved = history.find((one) => one.id === id);
  if (!moved) return null;
  const others = history.filter((one) => one !== moved);
  const index = Math.max(0, Math.min(toIndex, others.length));
  const position = between(others[index - 1]?.position, others[index]?.position);
  if (position !== null) return [{ ...moved, position }];
  return others.toSpliced(index, 0, moved).map((one, at) => ({ ...one, position: at + 1 }));
}

/** A number between two, either of which may be missing; null if there is none. */
function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : strictly(-Infinity, after - 1, after);
  return strictly(before, after === undefined ? before + 1 : before / 2 + after / 2, after ?? Infinity);
}

function strictly(low: number, value: number, high: number): number | null {
  return low < value && value < high ? value : null;
}
