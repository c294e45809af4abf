import { catalogueSchema, type Catalogue } from "../domain/catalogue";

/**
 * Loads the bundled tools and functions.
 * @throws Error that says in words what is wrong with `catalogue.json`.
 */
export async function loadCatalogue(fetcher: typeof fetch = fetch): Promise<Catalogue> {
  const url = `${import.meta.env.BASE_URL}catalogue.json`;
  const fault = (why: string, cause?: unknown) =>
    new Error(
      `The tool catalogue could not be loaded: ${why}. Reload the page, or build it with npm start.`,
      { cause },
    );
  let response: Response;
  try {
    response = await fetcher(url);
  } catch (cause) {
    throw fault(`${url} can't be reached`, cause);
  }
  if (!response.ok) throw fault(`${url} answered ${response.status}`);
  let json: unknown;
  try {
    json = await response.json();
  } catch (cause) {
    throw fault(`${url} is no JSON`, cause);
  }
  const catalogue = catalogueSchema.safeParse(json);
  if (catalogue.success) return catalogue.data;
  const [issue] = catalogue.error.issues;
  throw fault(`field "${issue?.path.join(".") ?? ""}" of ${url}: ${issue?.message ?? ""}`, catalogue.error);
}
