import { z } from "zod";
import { catalogueSchema, type Catalogue } from "../domain/catalogue";
import { nextTask } from "../domain/nextTask";
import { SaidError } from "../domain/said";
import { toolSchema } from "../domain/tool";

/** Why the bundled tools could not be loaded from their URL. `why` is a message of the schema library in English. */
export type CatalogueTrouble =
  | { code: "unreachable"; url: string }
  | { code: "refused"; url: string; status: number }
  | { code: "no-json"; url: string }
  | { code: "bad-field"; url: string; field: string; why: string };

export class CatalogueError extends SaidError<CatalogueTrouble> {
  override readonly name = "CatalogueError";
}

const withoutTools = catalogueSchema.extend({ tools: z.array(z.unknown()) });
const someTools = z.array(toolSchema);
/** Tools that are checked at once: a few milliseconds on a phone. */
const SOME = 10;

/**
 * Loads the bundled tools and functions.
 * @throws CatalogueError
 */
export async function loadCatalogue(fetcher: typeof fetch = fetch): Promise<Catalogue> {
  const url = `${import.meta.env.BASE_URL}catalogue.json`;
  let response: Response;
  try {
    response = await fetcher(url);
  } catch (cause) {
    throw new CatalogueError({ code: "unreachable", url }, { cause });
  }
  if (!response.ok) throw new CatalogueError({ code: "refused", url, status: response.status });
  let json: unknown;
  try {
    json = await response.json();
  } catch (cause) {
    throw new CatalogueError({ code: "no-json", url }, { cause });
  }
  const { tools: unchecked, ...rest } = checked(withoutTools, json, url);
  const tools: Catalogue["tools"] = [];
  while (tools.length < unchecked.length) {
    await nextTask();
    tools.push(...checked(someTools, unchecked.slice(tools.length, tools.length + SOME), url, tools.length));
  }
  return { ...rest, tools };
}

/** What a schema makes of a value. @param first the number of the first tool, if the value is some of the tools. */
function checked<Value>(schema: z.ZodType<Value>, value: unknown, url: string, first?: number): Value {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const [at, ...path] = issue?.path ?? [];
  const field = (first === undefined ? [at, ...path] : ["tools", first + Number(at), ...path]).join(".");
  throw new CatalogueError({ code: "bad-field", url, field, why: issue?.message ?? "" }, { cause: error });
}
