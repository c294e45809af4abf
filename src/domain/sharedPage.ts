import { z } from "zod";
import { mockUserSchema, pastCallSchema } from "./interaction";
import { explanationSchema, pageViewSchema, panelSchema } from "./pageSwitches";
import { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "./scenario";
import { settingSchema } from "./setting";
import { MAX_NAME_LENGTH, numberedName, toolSchema, type Tool } from "./tool";

/** More calls don't travel in a link. */
export const MAX_SHARED_CALLS = 1000;
const MAX_SHARED_TOOLS = 100;

/** The minute of the latest moment that a date can hold. */
const MAX_MINUTE = 8.64e15 / 60_000;

/** A past call as a link carries it; `minute` counts from 1970. */
const sharedCallSchema = pastCallSchema.extend({ minute: z.int().min(-MAX_MINUTE).max(MAX_MINUTE) });

/** What a link carries from one visitor to another. */
export const sharedPageSchema = z.strictObject({
  /** Whose history it is; an empty name for nobody's. */
  name: mockUserSchema.shape.name.or(z.literal("")),
  portrait: mockUserSchema.shape.portrait,
  query: z.string().max(MAX_QUERY_LENGTH),
  setting: settingSchema,
  /** The names of the candidates. */
  candidates: z
    .array(z.string().min(1).max(MAX_NAME_LENGTH))
    .max(MAX_CANDIDATES)
    .refine((names) => new Set(names).size === names.length, "a name occurs twice"),
  /** Oldest first. */
  history: z.array(sharedCallSchema).max(MAX_SHARED_CALLS),
  /** Tool documents that not every visitor has. */
  tools: z
    .array(toolSchema)
    .max(MAX_SHARED_TOOLS)
    .refine((tools) => new Set(tools.map(({ name }) => name)).size === tools.length, "a name occurs twice"),
  /** What of the page is shown. Type size is a matter of the screen, and left to the visitor. */
  view: z.strictObject({
    view: pageViewSchema,
    hidden: z.array(panelSchema).max(panelSchema.options.length),
    open: explanationSchema.nullable(),
  }),
});
export type SharedPage = z.infer<typeof sharedPageSchema>;

/** The same without the oldest calls, and without tools that are then no longer needed. */
export function withoutOldest(page: SharedPage, calls: number): SharedPage {
  const history = page.history.slice(calls);
  const needed = new Set([...page.candidates, ...history.map(({ tool }) => tool)]);
  return { ...page, history, tools: page.tools.filter(({ name }) => needed.has(name)) };
}

/** What a tool does, apart from its name and from where it came. */
function body({ description, parameters, response }: Tool): string {
  return JSON.stringify([description, parameters, response]);
}

/**
 * A page from a link as this visitor can take it: no tool of theirs is replaced. A tool that they have already is left
 * out; one that differs from theirs of the same name gets a number, wherever the link names it.
 * @param known the visitor's tool of a name.
 */
export function adopted(page: SharedPage, known: (name: string) => Tool | undefined): SharedPage {
  const taken = new Set([...page.tools.map(({ name }) => name), ...page.candidates]);
  const names = new Map<string, string>();
  const tools = page.tools.flatMap((tool): Tool[] => {
    const own = known(tool.name);
    if (own && body(own) === body(tool)) return [];
    let name = tool.name;
    for (let number = 2; own && (known(name) || taken.has(name)); number++)
      name = numberedName(tool.name, number);
    taken.add(name);
    names.set(tool.name, name);
    // Groups of tools that do the same are the page's own.
    return [{ ...tool, name, function: undefined, source: "link" }];
  });
  const renamed = (name: string) => names.get(name) ?? name;
  return {
    ...page,
    tools,
    candidates: page.candidates.map(renamed),
    history: page.history.map((call) => ({ ...call, tool: renamed(call.tool) })),
  };
}
