import { z } from "zod";
import { countedSchema } from "../domain/counted";
import { interactionSchema, mockUserSchema } from "../domain/interaction";
import { jsonValueSchema } from "../domain/json";
import { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "../domain/scenario";
import { settingSchema } from "../domain/setting";
import { MAX_NAME_LENGTH, toolSchema } from "../domain/tool";

/** The property that holds a row's key, by table. */
export const keyPaths = {
  users: "id",
  interactions: "id",
  tools: "name",
  preferences: "key",
  quarantine: "id",
} as const;

export type Table = keyof typeof keyPaths;
/** The tables whose rows can be damaged and set aside. */
export const dataTables = ["users", "interactions", "tools", "preferences"] as const;
export type DataTable = (typeof dataTables)[number];
export const tables = [...dataTables, "quarantine"] as const;

/** Preferences of the page as a whole. */
const pagePreferences = {
  /** The id of the user whose history is shown. */
  user: z.string(),
  setting: settingSchema,
  theme: z.enum(["system", "light", "dark", "contrast"]),
  /** The tag of the language that the user chose for the page, such as "de". */
  language: z.string().max(35),
  /** Whether single keys such as "?" do something; they can get in the way of who dictates. */
  singleKeys: z.boolean(),
  /** For a booth: what was counted on each day, by its date (YYYY-MM-DD). */
  counted: countedSchema,
  /** Folders of models from elsewhere, and the SHA-256 of the program that the user allowed each to run. */
  trusted: z.array(z.tuple([z.string().max(2000), z.string().max(64)])).max(1000),
  /** The id of the chosen model. */
  model: z.string(),
  /** The ids of lessons that were done. */
  lessons: z.array(z.string().max(100)).max(100),
  /** The step at which the tour was left, from 0; 0 if it wasn't. */
  tour: z.int().min(0).max(100),
  /** When the mock users were first written, in milliseconds since 1970. */
  seeded: z.number(),
};

/** Preferences of one user; their keys end in the user's id. */
const userPreferences = {
  query: z.string().max(MAX_QUERY_LENGTH),
  /** Names of tools. */
  candidates: z.array(z.string().max(MAX_NAME_LENGTH)).max(MAX_CANDIDATES),
};

type PagePreferences = typeof pagePreferences;
type UserPreferences = typeof userPreferences;

/** `setting`, `theme` …, or `query:<user id>` and `candidates:<user id>`. */
export type PreferenceKey = keyof PagePreferences | `${keyof UserPreferences}:${string}`;

/** The type of a preference's value. */
export type Preference<Key extends PreferenceKey> = Key extends keyof PagePreferences
  ? z.infer<PagePreferences[Key]>
  : Key extends `${infer Name extends keyof UserPreferences}:${string}`
    ? z.infer<UserPreferences[Name]>
    : never;

/** The keys of all preferences of a user. */
export function preferencesOf(userId: string): PreferenceKey[] {
  return [`query:${userId}`, `candidates:${userId}`];
}

const preferenceSchemas = new Map<string, z.ZodType>(
  Object.entries({ ...pagePreferences, ...userPreferences }),
);

const MAX_KEY_LENGTH = 300;

/** A preference under a key that this version doesn't know is kept as it is. */
const preferenceRow = z
  .object({ key: z.string().max(MAX_KEY_LENGTH), value: jsonValueSchema })
  .superRefine(({ key, value }, context) => {
    const fault = preferenceSchemas.get(key.replace(/:.*/s, ""))?.safeParse(value).error;
    fault?.issues.forEach(({ message }) => context.addIssue({ code: "custom", path: ["value"], message }));
  });

/** What a row must be, by table. Nothing is read past these. */
export const rowSchemas = {
  /** `position` orders the users. */
  users: mockUserSchema.extend({ position: z.number() }),
  interactions: interactionSchema,
  tools: toolSchema,
  preferences: preferenceRow,
  quarantine: z.object({
    id: z.string(),
    table: z.enum(tables),
    /** What is wrong with the row, in words. */
    reason: z.string(),
    /** A mended row has taken its place. */
    mended: z.boolean(),
    /** When this was found, in milliseconds since 1970. */
    time: z.number(),
    row: z.unknown(),
  }),
};

export type Row<T extends Table> = z.infer<(typeof rowSchemas)[T]>;

/** A row that was no longer, or not yet, what this version of the page reads, and why. */
export type DamagedRow = Row<"quarantine">;
