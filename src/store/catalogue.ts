import { catalogueSchema, type Catalogue } from "../domain/catalogue";
import { SaidError } from "../domain/said";

/** Why the bundled tools could not be loaded from their URL. `why` is a message of the schema library in English. */
export type CatalogueTrouble =
  | { code: "unreachable"; url: string }
  | { code: "refused"; url: string; status: number }
  | { code: "no-json"; url: string }
  | { code: "bad-field"; url: string; field: string; why: string };

export class CatalogueError extends SaidError<CatalogueTrouble> {
  override readonly name = "CatalogueError";
}

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
  const { success, data, error } = catalogueSchema.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  const [field, why] = [issue?.path.join(".") ?? "", issue?.message ?? ""];
  throw new CatalogueError({ code: "bad-field", url, field, why }, { cause: error });
}
