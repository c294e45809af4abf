import type { PastCall } from "./interaction";
import { writeJson, type JsonValue } from "./json";
import type { PromptText } from "./promptParts";
import type { Scenario } from "./scenario";
import type { Setting } from "./setting";
import { oneLine, shorten, toolParts, type Parameter, type Tool } from "./tool";
import type { AnswerForm } from "./toolCall";

/** Changes with every change of the text below; a model names the format that it was trained on. */
export const PROMPT_FORMAT = 4;

const MAX_DESCRIPTION = 100;
const MAX_VALUE = 60;
const MAX_PAST_VALUE = 24;
const MAX_OPTIONAL_PARAMETERS = 6;
const MAX_ENUM_VALUES = 5;

export interface ChatMessage {
  role: "system" | "user";
  content: string;
}

const instructions: Record<AnswerForm, string> = {
  call: 'Choose the tool that does what is asked and that this user prefers, as the history shows. Answer with one line: {"tool_name": "...", "parameters": {...}}',
  "fit-call": "List the tools that do what is asked, then call the one that this user prefers.",
};

const headings: Record<Setting, string> = {
  "preferred-only": "History of calls this user liked:",
  "rating-integrated": "History of calls with this user's ratings (1 liked, 0 disliked, - unrated):",
  chronological: "History of calls, oldest first (later preference counts):",
};

/**
 * A text of somebody else's for one line of the prompt. It can't start a line of its own, and it can't
 * hold a chat template's control tokens (`<|…|>`), which a tokenizer would read as such inside any text.
 */
function foreign(text: string, length: number): string {
  return shorten(withoutTokens(oneLine(text)), length);
}

function withoutTokens(text: string): string {
  return text.replaceAll("<|", "< |").replaceAll("|>", "| >");
}

/** How the lines of a prompt begin that are ours to write. An index ends one, but could be read across a line break. */
const ownStart = /^(?:tools:|query:|fit:|history of calls|\(none\)|[#@]\d|[01-] )/i;

/**
 * A foreign text at the start of a line, in quotes where it would pass for a line of another kind.
 * @param next what follows it after a blank, which could complete such a beginning.
 */
function leading(text: string, next = ""): string {
  return ownStart.test(`${text} ${next}`) ? `"${text}"` : text;
}

function writeValue(value: JsonValue, length = MAX_VALUE): string {
  return foreign(typeof value === "string" ? value : writeJson(value), length);
}

/**
 * What a past call has to do with the candidates: `#n` if it called one of them, else `@n` for each by its provider. So what
 * was read about a candidate is found again.
 */
function writeReferences(called: string, candidates: readonly Tool[]): string {
  const own = candidates.findIndex(({ name }) => name === called);
  if (own >= 0) return `#${own} `;
  const { provider } = toolParts(called);
  if (provider === "") return "";
  return candidates.map(({ name }, at) => (toolParts(name).provider === provider ? `@${at} ` : "")).join("");
}

function writePastCall(
  { tool, parameters, rating }: PastCall,
  setting: Setting,
  candidates: readonly Tool[],
): string {
  const values = Object.entries(parameters).map(
    ([name, value]) => `${foreign(name, MAX_VALUE)}=${writeValue(value, MAX_PAST_VALUE)}`,
  );
  const rated = setting === "rating-integrated" ? `${rating ?? "-"} ` : "";
  const references = writeReferences(tool, candidates);
  return `${rated}${references}${leading(writeToolName(tool))}(${values.join(", ")})`;
}

/** A tool's name as the prompt shows it; the answer repeats it as a JSON string. */
function writeToolName(name: string): string {
  return foreign(name, name.length);
}

/**
 * The parameters of a tool that a model sees and may fill, in the document's order: all that are required,
 * and the first few optional ones.
 */
export function promptParameters(tool: Tool): Parameter[] {
  let optional = 0;
  return tool.parameters.filter(({ required }) => required || ++optional <= MAX_OPTIONAL_PARAMETERS);
}

function writeParameter({ name, type, required, enum: values }: Parameter): string {
  const shown = values
    ?.slice(0, MAX_ENUM_VALUES)
    .map((value) => writeValue(value))
    .join("|");
  const kind = shown
    ? `=${shown}${values && values.length > MAX_ENUM_VALUES ? "|…" : ""}`
    : type === "string"
      ? ""
      : `:${type}`;
  // Values that are harmless one by one could make a control token together with the bars between them.
  return withoutTokens(`${foreign(name, name.length)}${kind}${required ? "" : "?"}`);
}

function writeCandidate(tool: Tool, index: number): string {
  const name = writeToolName(tool.name);
  const description = foreign(tool.description, MAX_DESCRIPTION);
  const parameters = promptParameters(tool).map(writeParameter).join(", ");
  const start = description ? `${leading(description, name)} ${name}` : leading(name);
  return `${start}(${parameters}) #${index}`;
}

/** A prompt in parts, message by message; each message is the texts of its parts, joined. */
export interface PromptTexts {
  system: PromptText[];
  user: PromptText[];
}

/**
 * The one text that a model sees, in parts, for the app and for training. The query comes first, so that a causal model
 * reads each candidate knowing what is asked, and a candidate's number last, where all of it has been read. The
 * history, which is what people edit here, ends the prompt: all that stands before an edit need not be read again. A past
 * call begins with the numbers of the candidates that it has to do with.
 */
export function promptTexts(
  { setting, query, history, candidates }: Scenario,
  form: AnswerForm,
): PromptTexts {
  const heading = (text: string): PromptText => ({ kind: "heading", text, index: null });
  const calls = history.map((call, index): PromptText => ({
    kind: "interaction",
    text: writePastCall(call, setting, candidates),
    index,
  }));
  const tools = candidates.map((tool, index): PromptText => ({
    kind: "candidate",
    text: writeCandidate(tool, index),
    index,
  }));
  const lines: PromptText[] = [
    { kind: "query", text: `Query: ${foreign(query, query.length)}`, index: null },
    heading("Tools:"),
    ...tools,
    heading(headings[setting]),
    ...(calls.length > 0 ? calls : [heading("(none)")]),
  ];
  return {
    system: [{ kind: "instruction", text: instructions[form], index: null }],
    user: lines.map((line, at) => (at === lines.length - 1 ? line : { ...line, text: `${line.text}\n` })),
  };
}

/** The prompt's messages. */
export function writePrompt(scenario: Scenario, form: AnswerForm): ChatMessage[] {
  const { system, user } = promptTexts(scenario, form);
  return [
    { role: "system", content: joinTexts(system) },
    { role: "user", content: joinTexts(user) },
  ];
}

/** The text that parts make together. */
export function joinTexts(parts: readonly Pick<PromptText, "text">[]): string {
  return parts.map(({ text }) => text).join("");
}

/**
 * Finds how many of the oldest interactions must go so that the prompt fits, asking `fits` a logarithmic number
 * of times (a longer history never makes a shorter prompt).
 * @returns the number to drop, or null if the prompt is too long even with an empty history.
 */
export async function dropOldest(
  scenario: Scenario,
  fits: (shorter: Scenario) => boolean | Promise<boolean>,
): Promise<number | null> {
  const without = (dropped: number): Scenario => ({ ...scenario, history: scenario.history.slice(dropped) });
  if (await fits(scenario)) return 0;
  let [tooFew, enough] = [0, scenario.history.length];
  if (!(await fits(without(enough)))) return null;
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (await fits(without(middle))) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
