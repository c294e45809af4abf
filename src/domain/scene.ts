import { z } from "zod";
import { callParametersSchema, ratingSchema, type PastCall } from "./interaction";
import { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "./scenario";
import { settingSchema } from "./setting";
import { textSchema } from "./texts";
import { MAX_NAME_LENGTH, toolSchema } from "./tool";

/** A past call in a scene, and roughly when it was. */
const sceneCallSchema = z.strictObject({
  tool: z.string().min(1).max(MAX_NAME_LENGTH),
  parameters: callParametersSchema.default({}),
  rating: ratingSchema.default(null),
  daysAgo: z.number().min(0).max(36_500).optional(),
});

/** A made-up person, what they did before, and what they ask: all that a lesson, a tour or a recording begins with. */
export const sceneSchema = z.strictObject({
  person: z.strictObject({ name: textSchema, portrait: textSchema }).optional(),
  /** Oldest first. */
  history: z.array(sceneCallSchema).max(100),
  /** The model reads it, so it stands in one language. */
  query: z.string().max(MAX_QUERY_LENGTH),
  /** Names of tools. Without them the page proposes some. */
  candidates: z
    .array(z.string().min(1).max(MAX_NAME_LENGTH))
    .min(1)
    .max(MAX_CANDIDATES)
    .refine((names) => new Set(names).size === names.length, "a tool occurs twice")
    .optional(),
  setting: settingSchema.default("rating-integrated"),
  /** Tools of its own. Nobody offers them, whatever the file says. */
  tools: z
    .array(toolSchema.transform((tool) => ({ ...tool, source: "invented" as const })))
    .max(20)
    .default([]),
});
export type Scene = z.infer<typeof sceneSchema>;

/** One thing that somebody does to a scene. A call is meant by its place in the scene's history, from 0. */
export const sceneEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rate"), call: z.int().min(0).max(99), rating: ratingSchema }),
  z.strictObject({ kind: z.literal("delete"), call: z.int().min(0).max(99) }),
  /** Adds a call as the newest one. */
  z.strictObject({ kind: z.literal("add"), call: sceneCallSchema.omit({ daysAgo: true }) }),
  /** Takes a tool out of the candidates. */
  z.strictObject({ kind: z.literal("withdraw"), tool: z.string().min(1).max(MAX_NAME_LENGTH) }),
  z.strictObject({ kind: z.literal("ask"), query: z.string().min(1).max(MAX_QUERY_LENGTH) }),
  z.strictObject({ kind: z.literal("setting"), is: settingSchema }),
]);
export type SceneEdit = z.infer<typeof sceneEditSchema>;

type Played = Pick<Scene, "query" | "setting" | "candidates"> & { history: readonly (PastCall | null)[] };

/** A scene after some edits. A deleted call leaves null in its place. */
export function played(scene: Scene, edits: readonly SceneEdit[]): Played {
  const { query, setting, history, candidates } = scene;
  const calls = history.map(({ tool, parameters, rating }) => ({ tool, parameters, rating }));
  return edits.reduce<Played>(playedOne, { query, setting, history: calls, candidates });
}

function playedOne(now: Played, edit: SceneEdit): Played {
  const change = (index: number, to: (call: PastCall | null) => PastCall | null): Played => ({
    ...now,
    history: now.history.map((call, at) => (at === index ? to(call) : call)),
  });
  switch (edit.kind) {
    case "ask":
      return { ...now, query: edit.query };
    case "setting":
      return { ...now, setting: edit.is };
    case "add":
      return { ...now, history: [...now.history, edit.call] };
    case "withdraw":
      return { ...now, candidates: now.candidates?.filter((name) => name !== edit.tool) };
    case "delete":
      return change(edit.call, () => null);
    case "rate":
      return change(edit.call, (call) => call && { ...call, rating: edit.rating });
  }
}

/** The id under which the page has a scene's call. */
export function sceneCallId(index: number): string {
  return `call-${index + 1}`;
}
