import { z } from "zod";

/** What a leaf of a response is. */
export const responseLeafSchema = z.enum([
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "date-time",
  "uri",
  "email",
]);
export type ResponseLeaf = z.infer<typeof responseLeafSchema>;

/** The shape of a response: a kind of value, a list of one shape, or named shapes. */
export type ResponseShape = ResponseLeaf | ResponseShape[] | { [name: string]: ResponseShape };

/** How deep a shape goes, and how much of each object is kept: enough to see what comes back. */
export const MAX_SHAPE_DEPTH = 3;
export const MAX_SHAPE_PROPERTIES = 8;

/** A shape of at most so many levels; each level is a schema of its own, so that no value is too deep to be checked. */
function shapeSchema(depth: number): z.ZodType<ResponseShape> {
  if (depth === 0) return responseLeafSchema;
  const inner = shapeSchema(depth - 1);
  return z.union([
    responseLeafSchema,
    z.array(inner).length(1),
    z
      .record(z.string().min(1).max(100), inner)
      .refine((object) => Object.keys(object).length <= MAX_SHAPE_PROPERTIES, "has too many properties"),
  ]);
}

export const responseShapeSchema = shapeSchema(MAX_SHAPE_DEPTH + 1);
