import { z } from "zod";
import { conditionSchema, isMeant, subjects, type Condition } from "./condition";
import { sceneEditSchema, sceneSchema } from "./scene";
import { textSchema } from "./texts";
import { toolParts } from "./tool";
import { LESSON_ID } from "./webAddress";

/** The most bytes that a lesson's file may have. */
export const MAX_LESSON_BYTES = 256 * 1024;

const idSchema = z.string().regex(LESSON_ID, "expected lower-case letters, digits and dashes");

/** One thing to do on the way, with a tick once it is done. */
const stepSchema = z.strictObject({ text: textSchema, check: conditionSchema });

/**
 * A lesson: a scene, something to do in it, a check that says when it is done, and an explanation for then. It is
 * done once every step has been, in any order, and the check holds.
 */
export const lessonSchema = z
  .strictObject({
    version: z.literal(1),
    id: idSchema,
    title: textSchema,
    /** How long it takes. */
    minutes: z.int().min(1).max(120).default(5),
    setup: sceneSchema,
    task: textSchema,
    steps: z.array(stepSchema).max(12).default([]),
    check: conditionSchema,
    explanation: textSchema,
    /** What solves it; for recordings. */
    demo: z.array(sceneEditSchema).max(20).default([]),
  })
  .superRefine(({ setup, steps, check, demo }, context) => {
    const { candidates = [], history, tools } = setup;
    const fault = (message: string, ...path: PropertyKey[]) =>
      context.addIssue({ code: "custom", message, path });
    const known = [...candidates, ...history.map(({ tool }) => tool), ...tools.map(({ name }) => name)];
    const conditions: [Condition, PropertyKey[]][] = [
      ...steps.map((step, at): [Condition, PropertyKey[]] => [step.check, ["steps", at, "check"]]),
      [check, ["check"]],
    ];
    // Without candidates of its own a lesson may speak of any tool.
    if (setup.candidates)
      for (const { path, subject } of conditions.flatMap(([one, at]) => subjects(one, at)))
        if (!known.some((tool) => isMeant(subject, tool))) {
          const field = subject.tool === undefined ? "provider" : "tool";
          fault("is nowhere in the lesson's history, candidates or tools", ...path, field);
        }
    tools.forEach(({ name }, at) => {
      if (toolParts(name).provider === "")
        fault("expected Category.Provider.Operation", "setup", "tools", at, "name");
    });
    demo.forEach((edit, at) => {
      if ((edit.kind === "rate" || edit.kind === "delete") && edit.call >= history.length)
        fault("there is no such call", "demo", at, "call");
    });
  });
export type Lesson = z.infer<typeof lessonSchema>;

/** The lessons that come with the page, in the order in which they are taught. */
export const lessonIndexSchema = z.strictObject({
  version: z.literal(1),
  lessons: z
    .array(z.strictObject({ id: idSchema, title: textSchema, minutes: z.int().min(1).max(120) }))
    .min(1),
});
export type LessonIndex = z.infer<typeof lessonIndexSchema>;
