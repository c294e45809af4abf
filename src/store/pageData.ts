import { z } from "zod";
import { interactionSchema, mockUserSchema, type Interaction } from "../domain/interaction";
import { toolSchema, type Tool } from "../domain/tool";
import { inOrder } from "./order";
import { rowSchemas, type PreferenceKey, type Row } from "./tables";

const callSchema = interactionSchema.omit({ userId: true, position: true });
const userSchema = mockUserSchema.extend({
  /** Oldest first. */
  history: z.array(callSchema),
});

/** A user with all past calls, as exported. */
export type UserData = z.infer<typeof userSchema>;

/** Settings that say something about this browser, not about its user. Trust in programs comes from no file. */
const OWN_SETTINGS = new Set<string>(["seeded", "trusted", "counted"] satisfies PreferenceKey[]);

/** Whether a preference stays in this browser, neither exported nor imported. */
export function isOwnSetting(key: string): boolean {
  return OWN_SETTINGS.has(key);
}

/** Everything that the page keeps: what an export holds. Ids and names occur once. */
export const pageDataSchema = z
  .object({
    users: z.array(userSchema),
    tools: z.array(toolSchema),
    /** By key. */
    settings: z.record(z.string(), z.unknown()),
  })
  .superRefine(({ users, tools, settings }, context) => {
    const fault = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", path, message });
    const once = (what: string) => {
      const known = new Set<string>();
      return (name: string, ...path: (string | number)[]) => {
        if (known.has(name)) fault(`${what} ${JSON.stringify(name)} occurs twice`, ...path);
        known.add(name);
      };
    };
    const [userOnce, callOnce, toolOnce] = [once("the id"), once("the id"), once("the name")];
    users.forEach(({ id, history }, at) => {
      userOnce(id, "users", at, "id");
      history.forEach((call, index) => callOnce(call.id, "users", at, "history", index, "id"));
    });
    tools.forEach(({ name }, at) => toolOnce(name, "tools", at, "name"));
    for (const [key, value] of Object.entries(settings)) {
      if (isOwnSetting(key)) fault("this setting can't be imported", "settings", key);
      for (const { message } of rowSchemas.preferences.safeParse({ key, value }).error?.issues ?? [])
        fault(message.replace(/^Invalid (input|option): /, ""), "settings", key);
    }
  });

export type PageData = z.infer<typeof pageDataSchema>;

/** The rows of the tables that hold everything. */
export interface DataRows {
  users: Row<"users">[];
  interactions: Interaction[];
  tools: Tool[];
  preferences: Row<"preferences">[];
}

/** Everything, from rows that are sound. A call whose user is gone is nobody's, and left out. */
export function fromRows({ users, interactions, tools, preferences }: DataRows): PageData {
  const histories = new Map<string, Interaction[]>(users.map(({ id }) => [id, []]));
  for (const one of interactions) histories.get(one.userId)?.push(one);
  return {
    users: inOrder(users).map(({ id, name, portrait }) => ({
      id,
      name,
      portrait,
      history: inOrder(histories.get(id) ?? []).map((one) => callSchema.parse(one)),
    })),
    tools: tools.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    settings: Object.fromEntries(
      preferences.filter(({ key }) => !isOwnSetting(key)).map(({ key, value }) => [key, value]),
    ),
  };
}

/** The rows that hold everything. */
export function toRows({ users, tools, settings }: PageData): DataRows {
  return {
    users: users.map(({ id, name, portrait }, at) => ({ id, name, portrait, position: at + 1 })),
    interactions: users.flatMap(({ id: userId, history }) =>
      history.map((call, at) => ({ ...call, userId, position: at + 1 })),
    ),
    tools: [...tools],
    preferences: Object.entries(settings).map(([key, value]) => rowSchemas.preferences.parse({ key, value })),
  };
}
