import { promptParameters } from "./prompt";
import type { Parameter, ParameterType, Tool } from "./tool";
import type { AnswerForm } from "./toolCall";

/**
 * Bounds keep a weak model from writing without end; they are generous for what a query can hold. Strings have none
 * here: xgrammar compiles `char+` a thousand times slower than `char+`, so whoever decodes bounds them.
 */
const values = `
char ::= [^"\\\\\\x00-\\x1f\\x7f] | "\\\\" ["\\\\/bfnrt]
string ::= "\\"" char+ "\\""
integer ::= "-"? ("0" | [1-9] [0-9]{0,11})
number ::= integer ("." [0-9]{1,6})?
boolean ::= "true" | "false"
scalar ::= string | number | boolean
array ::= "[" scalar (", " scalar){0,7} "]"
object ::= "{" (string ": " scalar (", " string ": " scalar){0,5})? "}"
`;

const literal = (text: string): string => JSON.stringify(text);

function valueRule({ type, enum: allowed, items }: Parameter): string {
  if (allowed) return `(${allowed.map((value) => literal(JSON.stringify(value))).join(" | ")})`;
  const item: ParameterType = items ?? "string";
  return type === "array" ? `("[" ${item} (", " ${item}){0,7} "]")` : type;
}

/** What an answer writes before the parameters of a tool; its tokens are the tool's token path. */
export function callLead(tool: Tool): string {
  return `{"tool_name": ${JSON.stringify(tool.name)}, "parameters":`;
}

/** Rules of the parameters object of one tool: declared order, required ones always, a comma between two. */
function parameterRules(tool: Tool, id: string): string[] {
  const parameters = promptParameters(tool);
  const rule = (state: "first" | "next", at: number) => `${id}_${state}${at}`;
  const rules = parameters.flatMap((parameter, at) => {
    const entry = `${literal(`${JSON.stringify(parameter.name)}: `)} ${valueRule(parameter)} ${rule("next", at + 1)}`;
    const skip = (state: "first" | "next") => (parameter.required ? "" : ` | ${rule(state, at + 1)}`);
    return [
      `${rule("first", at)} ::= ${entry}${skip("first")}`,
      `${rule("next", at)} ::= ", " ${entry}${skip("next")}`,
    ];
  });
  const end = parameters.length;
  return [...rules, `${rule("first", end)} ::= ""`, `${rule("next", end)} ::= ""`];
}

/** Indices of candidates in rising order, at least one. */
function fitRules(count: number): string[] {
  const rules = Array.from({ length: count }, (_, index) => {
    const entry = `${literal(` ${index}`)} fit_next${index + 1}`;
    const last = index === count - 1;
    return [
      `fit_first${index} ::= ${entry}${last ? "" : ` | fit_first${index + 1}`}`,
      `fit_next${index} ::= ${entry} | fit_next${index + 1}`,
    ];
  });
  return [...rules.flat(), `fit_next${count} ::= ""`];
}

/**
 * The grammar (EBNF as xgrammar reads it) of every answer that a model may give about these candidates: an
 * unknown tool, a missing brace, an unknown parameter or a wrong type is no sentence of it.
 */
export function answerGrammar(candidates: readonly Tool[], form: AnswerForm): string {
  // Where two have the same name, an answer can only mean the first.
  const distinct = candidates.filter(
    ({ name }, at) => candidates.findIndex((tool) => tool.name === name) === at,
  );
  const calls = distinct.map(
    (tool, index) => `call${index} ::= ${literal(`${callLead(tool)} {`)} p${index}_first0 "}}"`,
  );
  return [
    form === "fit-call" ? 'root ::= "Fit:" fit_first0 "\\n" call' : "root ::= call",
    ...(form === "fit-call" ? fitRules(candidates.length) : []),
    `call ::= ${distinct.map((_, index) => `call${index}`).join(" | ")}`,
    ...calls,
    ...distinct.flatMap((tool, index) => parameterRules(tool, `p${index}`)),
    values.trim(),
  ].join("\n");
}

/** The grammar of what follows a tool's `callLead`: its parameters, to the end of the answer. */
export function parametersGrammar(tool: Tool): string {
  return ['root ::= " {" p_first0 "}}"', ...parameterRules(tool, "p"), values.trim()].join("\n");
}
