import { z } from "zod";
import { MAX_NAME_LENGTH, oneLine, shorten, toolSchema } from "../domain/tool";
import { rowSchemas, type DataTable } from "./tables";

/** A mended row goes to the end of what is in order. */
const LAST = 1e6;

const cut = (length: number) => z.string().transform((text) => shorten(text, length));

/**
 * What a row may be besides what its table defines, and what is then made of it (to be checked as a row): fields
 * that an older version didn't write or wrote otherwise, and texts that have become too long. Nothing is guessed that
 * somebody chose.
 */
export const mendingSchemas: Partial<Record<DataTable, z.ZodType>> = {
  users: rowSchemas.users.extend({
    name: cut(100),
    portrait: cut(1000).default(""),
    position: z.number().catch(LAST),
  }),
  interactions: rowSchemas.interactions.extend({
    parameters: z
      .unknown()
      .optional()
      .transform((value) => value ?? {}),
    rating: z
      .unknown()
      .optional()
      .transform((value) => (typeof value === "boolean" ? Number(value) : (value ?? null))),
    time: rowSchemas.interactions.shape.time.catch(0),
    position: z.number().catch(LAST),
  }),
  tools: toolSchema.extend({
    name: z.string().transform((name) => shorten(oneLine(name).replaceAll("<|", "< |"), MAX_NAME_LENGTH)),
    description: cut(4000).default(""),
  }),
};
