import { z } from "zod";
import { toolSchema } from "./tool";

/** Something that people want done every day, and that several providers offer. */
export const toolFunctionSchema = z.object({
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  category: z.string().min(1).max(100),
  /** Questions as people ask them; the page offers them as examples. */
  queries: z.array(z.string().min(1).max(300)).min(1),
  /** Further words that people use for it; only for search. */
  words: z.array(z.string().max(100)).default([]),
});
export type ToolFunction = z.infer<typeof toolFunctionSchema>;

/** The bundled tools and their functions, as the build step writes them. */
export const catalogueSchema = z.object({
  version: z.literal(1),
  functions: z.array(toolFunctionSchema),
  tools: z.array(toolSchema),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
