import type { PageData, UserData } from "./pageData";

/** `merge` adds to what is there, and takes the file's side where both differ; `replace` leaves only the file's. */
export type ImportMode = "merge" | "replace";

/** What an import does to one kind of thing, by names for people. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
  same: number;
}

export interface ImportPlan {
  users: Changes;
  calls: Changes;
  tools: Changes;
  settings: Changes;
  /** Everything as it will be. */
  result: PageData;
}

/** What will change if a file's data are imported. Nothing is changed yet. */
export function planImport(current: PageData, file: PageData, mode: ImportMode): ImportPlan {
  const result = mode === "replace" ? file : merged(current, file);
  const outlines = (data: PageData, other: PageData) => {
    const common = new Set(other.users.flatMap(({ history }) => history.map(({ id }) => id)));
    return data.users.map((user): Entry => [user.id, user.name, outline(user, common)]);
  };
  return {
    users: changes(outlines(current, result), outlines(result, current)),
    calls: changes(calls(current), calls(result)),
    tools: changes(
      current.tools.map((tool) => [tool.name, tool.name, JSON.stringify(tool)]),
      result.tools.map((tool) => [tool.name, tool.name, JSON.stringify(tool)]),
    ),
    settings: changes(settings(current), settings(result)),
    result,
  };
}

type Entry = [key: string, name: string, content: string];

/** What a user is besides the calls themselves: name, portrait and the order of the calls. */
function outline({ name, portrait, history }: UserData, common: ReadonlySet<string>): string {
  return JSON.stringify([name, portrait, history.map(({ id }) => id).filter((id) => common.has(id))]);
}

function calls({ users }: PageData): Entry[] {
  return users.flatMap(({ id: userId, name, history }) =>
    history.map((call): Entry => [call.id, `${name}: ${call.tool}`, JSON.stringify([userId, call])]),
  );
}

function settings({ settings }: PageData): Entry[] {
  return Object.entries(settings).map(([key, value]) => [key, key, JSON.stringify(value)]);
}

function changes(before: readonly Entry[], after: readonly Entry[]): Changes {
  const known = new Map(before.map(([key, , content]) => [key, content]));
  const left = new Set(after.map(([key]) => key));
  const names = (entries: readonly Entry[]) => entries.map(([, name]) => name);
  const kept = after.filter(([key]) => known.has(key));
  const changed = kept.filter(([key, , content]) => known.get(key) !== content);
  return {
    added: names(after.filter(([key]) => !known.has(key))),
    changed: names(changed),
    removed: names(before.filter(([key]) => !left.has(key))),
    same: kept.length - changed.length,
  };
}

function merged(current: PageData, file: PageData): PageData {
  const incoming = new Map(file.users.map((user) => [user.id, user]));
  // A call is one user's: where the file gives it to another, it goes there.
  const owners = new Map(
    file.users.flatMap(({ id, history }) => history.map((call) => [call.id, id] as const)),
  );
  const users = current.users.map((user) => {
    const history = user.history.filter(({ id }) => (owners.get(id) ?? user.id) === user.id);
    const other = incoming.get(user.id);
    return other ? { ...other, history: mergedHistory(history, other.history) } : { ...user, history };
  });
  const here = new Set(current.users.map(({ id }) => id));
  return {
    users: [...users, ...file.users.filter(({ id }) => !here.has(id))],
    tools: [...new Map([...current.tools, ...file.tools].map((tool) => [tool.name, tool])).values()],
    settings: { ...current.settings, ...file.settings },
  };
}

/** Calls that both have stay where they are; a new one goes after the last that isn't younger. */
function mergedHistory(current: UserData["history"], incoming: UserData["history"]): UserData["history"] {
  const latest = new Map(incoming.map((call) => [call.id, call]));
  const known = new Set(current.map(({ id }) => id));
  const history = current.map((call) => latest.get(call.id) ?? call);
  for (const call of incoming)
    if (!known.has(call.id))
      history.splice(history.findLastIndex(({ time }) => time <= call.time) + 1, 0, call);
  return history;
}
