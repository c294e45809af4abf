import type { Interaction } from "./interaction";
import type { Setting } from "./setting";
import { toolParts } from "./tool";

/** All that a selection is made from and that a person can change on the page. */
export interface PageState {
  setting: Setting;
  query: string;
  /** The names of candidates chosen by hand, or null while candidates are proposed for the query. */
  candidates: readonly string[] | null;
  /** Oldest first. */
  history: readonly Interaction[];
}

/** Something before and after an edit. */
export interface Change<Thing> {
  before: Thing;
  after: Thing;
}

/** An interaction before and after an edit; null where there is none. */
export type InteractionChange = Change<Interaction | null>;

/** What an edit changed, and nothing else: so it can be turned round even after others were made. */
export interface Edit {
  setting?: Change<Setting>;
  query?: Change<string>;
  candidates?: Change<readonly string[] | null>;
  interactions: InteractionChange[];
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The interactions that differ between two states of a history, in the order of their ids' first appearance. */
export function changesBetween(
  before: readonly Interaction[],
  after: readonly Interaction[],
): InteractionChange[] {
  const later = new Map(after.map((one) => [one.id, one]));
  const earlier = new Set(before.map(({ id }) => id));
  return [
    ...before.map((one) => ({ before: one, after: later.get(one.id) ?? null })),
    ...after.filter(({ id }) => !earlier.has(id)).map((one) => ({ before: null, after: one })),
  ].filter((change) => !same(change.before, change.after));
}

/** The edit that leads from one state to another, or null if they are the same. */
export function editBetween(before: PageState, after: PageState): Edit | null {
  const edit: Edit = { interactions: changesBetween(before.history, after.history) };
  if (before.setting !== after.setting) edit.setting = { before: before.setting, after: after.setting };
  if (before.query !== after.query) edit.query = { before: before.query, after: after.query };
  if (!same(before.candidates, after.candidates))
    edit.candidates = { before: before.candidates, after: after.candidates };
  return Object.keys(edit).length > 1 || edit.interactions.length > 0 ? edit : null;
}

const turned = <Thing>({ before, after }: Change<Thing>): Change<Thing> => ({ before: after, after: before });

/** The edit that undoes another. */
export function inverse({ setting, query, candidates, interactions }: Edit): Edit {
  return {
    ...(setting && { setting: turned(setting) }),
    ...(query && { query: turned(query) }),
    ...(candidates && { candidates: turned(candidates) }),
    interactions: interactions.map(turned).reverse(),
  };
}

/**
 * The state after an edit.
 * @returns null if what the edit would change is no longer as it left it: then it can't be made.
 */
export function applyEdit(state: PageState, edit: Edit): PageState | null {
  const { setting, query, candidates, interactions } = edit;
  if (setting && setting.before !== state.setting) return null;
  if (query && query.before !== state.query) return null;
  if (candidates && !same(candidates.before, state.candidates)) return null;
  const history = changedHistory(state.history, interactions);
  return (
    history && {
      setting: setting ? setting.after : state.setting,
      query: query ? query.after : state.query,
      candidates: candidates ? candidates.after : state.candidates,
      history,
    }
  );
}

/** A history after changes, or null if one of them finds something else than it expects. */
export function changedHistory(
  history: readonly Interaction[],
  changes: readonly InteractionChange[],
): Interaction[] | null {
  const rows = new Map(history.map((one) => [one.id, one]));
  for (const { before, after } of changes) {
    const id = (before ?? after)?.id ?? "";
    if (!same(rows.get(id) ?? null, before)) return null;
    if (after) rows.set(id, after);
    else rows.delete(id);
  }
  // As the store orders them.
  return [...rows.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

const ratingWords = new Map<Interaction["rating"], string>([
  [1, "liked"],
  [0, "disliked"],
  [null, "took the rating off"],
]);

const settingWords: Record<Setting, string> = {
  "preferred-only": "showed liked calls only",
  "rating-integrated": "showed all calls with ratings",
  chronological: "showed all calls in order",
};

function toolWords(name: string): string {
  const { provider, operation } = toolParts(name);
  return provider ? `${provider} · ${operation}` : operation;
}

function changeWords({ before, after }: InteractionChange): string {
  if (!before) return `added ${toolWords(after?.tool ?? "")}`;
  if (!after) return `deleted ${toolWords(before.tool)}`;
  const name = toolWords(after.tool);
  if (before.tool !== after.tool) return `changed ${toolWords(before.tool)} to ${name}`;
  if (!same(before.parameters, after.parameters)) return `edited ${name}`;
  if (before.rating !== after.rating) return `${ratingWords.get(after.rating) ?? "rated"} ${name}`;
  return `moved ${name}`;
}

/** An edit in a few words, in the past: "disliked TomTom · Geocode". */
export function describeEdit({ setting, query, candidates, interactions }: Edit): string {
  const [first] = interactions;
  const parts = [
    ...(query ? [query.after.trim() ? `asked “${query.after.trim()}”` : "emptied the query"] : []),
    ...(candidates ? [candidateWords(candidates)] : []),
    ...(setting ? [settingWords[setting.after]] : []),
    ...(first && (interactions.length === 1 || movedAlone(interactions)) ? [changeWords(first)] : []),
  ];
  if (interactions.length > 1 && !movedAlone(interactions))
    parts.push(`changed ${interactions.length} calls`);
  return parts.join(", ") || "changed nothing";
}

/** Moving one call may give all of them new places. */
function movedAlone(interactions: readonly InteractionChange[]): boolean {
  return interactions.every(
    ({ before, after }) => before && after && same({ ...before, position: 0 }, { ...after, position: 0 }),
  );
}

function candidateWords({ before, after }: Change<readonly string[] | null>): string {
  if (!after) return "let candidates be proposed";
  const added = after.filter((name) => before && !before.includes(name));
  const removed = before?.filter((name) => !after.includes(name)) ?? [];
  const [plus] = added;
  const [minus] = removed;
  if (plus && added.length === 1 && removed.length === 0) return `added candidate ${toolWords(plus)}`;
  if (minus && removed.length === 1 && added.length === 0) return `removed candidate ${toolWords(minus)}`;
  return "chose candidates";
}
