import { z } from "zod";
import { sceneEditSchema, sceneSchema } from "./scene";
import { textSchema } from "./texts";
import { toolCallSchema } from "./toolCall";

const recordingIdSchema = z.string().regex(/^[\w.-]{1,100}$/, "expected the id of a model");

/** A scene, and what a model made of it: first as it was, then after each edit. */
const recordedSceneSchema = z
  .strictObject({
    title: textSchema,
    scene: sceneSchema,
    steps: z
      .array(
        z.strictObject({
          /** What was done before; null for the scene as it was. */
          edit: sceneEditSchema.nullable(),
          /** What was chosen, with its parameters. */
          call: toolCallSchema,
          /** Of each candidate, in their order. */
          probabilities: z.array(z.number().min(0).max(1)),
        }),
      )
      .min(1)
      .max(20),
  })
  .superRefine(({ scene: { candidates, history }, steps }, context) => {
    const fault = (message: string, ...path: PropertyKey[]) =>
      context.addIssue({ code: "custom", message, path });
    if (!candidates) fault("is missing", "scene", "candidates");
    steps.forEach(({ edit, call, probabilities }, at) => {
      if (!candidates?.includes(call.tool_name)) fault("is no candidate", "steps", at, "call", "tool_name");
      if (probabilities.length !== candidates?.length)
        fault("expected one for each candidate", "steps", at, "probabilities");
      if ((edit?.kind === "rate" || edit?.kind === "delete") && edit.call >= history.length)
        fault("there is no such call", "steps", at, "edit", "call");
    });
  });
export type RecordedScene = z.infer<typeof recordedSceneSchema>;

/** What a model computed once, in a browser, written down by `npm run record`. */
export const recordingSchema = z.strictObject({
  version: z.literal(1),
  model: z.strictObject({ id: recordingIdSchema, name: z.string().min(1).max(200) }),
  /** When it was recorded. */
  date: z.iso.datetime(),
  promptFormat: z.int().min(1),
  scenes: z.array(recordedSceneSchema).min(1).max(20),
});
export type Recording = z.infer<typeof recordingSchema>;

/** The recordings that come with the page, by the ids of their models; the page plays the first. */
export const recordingIndexSchema = z.strictObject({
  version: z.literal(1),
  recordings: z.array(recordingIdSchema).max(50),
});
