import type { Interaction, Rating } from "./interaction";
import type { Setting } from "./setting";
import { shortName } from "./tool";

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

/** One thing that an edit did. Tools by their short names. */
export type EditPart =
  | { code: "asked"; query: string }
  | { code: "emptied-query" }
  | { code: "proposed-candidates" }
  | { code: "chose-candidates" }
  | { code: "added-candidate"; tool: string }
  | { code: "removed-candidate"; tool: string }
  | { code: "set"; setting: Setting }
  | { code: "added"; tool: string }
  | { code: "deleted"; tool: string }
  | { code: "edited"; tool: string }
  | { code: "moved"; tool: string }
  | { code: "rated"; tool: string; rating: Rating }
  | { code: "replaced"; before: string; after: string }
  | { code: "changed-calls"; count: number };

function changePart({ before, after }: InteractionChange): EditPart {
  if (!before) return { code: "added", tool: shortName(after?.tool ?? "") };
  if (!after) return { code: "deleted", tool: shortName(before.tool) };
  const tool = shortName(after.tool);
  if (before.tool !== after.tool) return { code: "replaced", before: shortName(before.tool), after: tool };
  if (!same(before.parameters, after.parameters)) return { code: "edited", tool };
  if (before.rating !== after.rating) return { code: "rated", tool, rating: after.rating };
  return { code: "moved", tool };
}

/** What an edit did, for its name in a few words; empty if it did nothing. */
export function editParts({ setting, query, candidates, interactions }: Edit): EditPart[] {
  const [first] = interactions;
  const asked = query?.after.trim() ?? "";
  return [
    ...(query ? [asked ? { code: "asked" as const, query: asked } : { code: "emptied-query" as const }] : []),
    ...(candidates ? [candidatesPart(candidates)] : []),
    ...(setting ? [{ code: "set" as const, setting: setting.after }] : []),
    ...(first ? [movedOne(interactions) ? changePart(first) : callsPart(interactions)] : []),
  ];
}

function callsPart(interactions: readonly InteractionChange[]): EditPart {
  return { code: "changed-calls", count: interactions.length };
}

/** Whether only one call was changed, or moved: that may give all of them new places. */
function movedOne(interactions: readonly InteractionChange[]): boolean {
  const stays = ({ before, after }: InteractionChange) =>
    before && after && same({ ...before, position: 0 }, { ...after, position: 0 });
  return interactions.length === 1 || interactions.every(stays);
}

function candidatesPart({ before, after }: Change<readonly string[] | null>): EditPart {
  if (!after) return { code: "proposed-candidates" };
  const added = after.filter((name) => before && !before.includes(name));
  const removed = before?.filter((name) => !after.includes(name)) ?? [];
  const [plus] = added;
  const [minus] = removed;
  if (plus && added.length === 1 && removed.length === 0)
    return { code: "added-candidate", tool: shortName(plus) };
  if (minus && removed.length === 1 && added.length === 0)
    return { code: "removed-candidate", tool: shortName(minus) };
  return { code: "chose-candidates" };
}
