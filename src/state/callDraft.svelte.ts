import type { CallParameters, PastCall, Rating } from "../domain/interaction";
import { parameterOf, readValue, valueText, type TextFault } from "../domain/parameterText";
import type { Parameter, Tool } from "../domain/tool";
import { callFaults, type CallFault } from "../domain/toolCall";
import { sentence } from "../words/sentences";
import { words } from "../words/words.svelte";

/** One field of the form: a parameter, and what is typed for it. */
export interface DraftField {
  parameter: Parameter;
  /** The tool's schema knows it. */
  known: boolean;
}

/** A past call while somebody edits it: a tool, texts for its parameters, and what is wrong with them. */
export class CallDraft {
  readonly #find: (name: string) => Tool | undefined;
  #toolName = $state("");
  #tool = $derived.by(() => this.#find(this.#toolName));
  #texts = $state<Record<string, string>>({});
  /** Parameters as they were given; kept for those that no schema describes. */
  #given = $state.raw<CallParameters>({});
  rating = $state<Rating>(null);

  /** @param find the tool of a name; a history may hold calls of tools that are gone. */
  constructor(find: (name: string) => Tool | undefined, call?: PastCall) {
    this.#find = find;
    if (!call) return;
    this.#toolName = call.tool;
    this.#given = call.parameters;
    this.rating = call.rating;
    for (const [name, value] of Object.entries(call.parameters)) this.#texts[name] = valueText(value);
  }

  get toolName(): string {
    return this.#toolName;
  }

  /** Takes another tool; texts of parameters that it has as well stay. */
  set toolName(name: string) {
    this.#toolName = name;
    const known = new Set(this.#tool?.parameters.map((parameter) => parameter.name));
    this.#given = {};
    this.#texts = Object.fromEntries(Object.entries(this.#texts).filter(([key]) => known.has(key)));
  }

  get tool(): Tool | undefined {
    return this.#tool;
  }

  /** Required parameters first, then the others, then what the schema doesn't know. */
  get fields(): DraftField[] {
    const parameters = this.#tool?.parameters ?? [];
    const names = new Set(parameters.map(({ name }) => name));
    const unknown = Object.entries(this.#given).filter(
      ([name]) => !names.has(name) && Object.hasOwn(this.#texts, name),
    );
    return [
      ...parameters
        .toSorted((a, b) => Number(b.required) - Number(a.required))
        .map((parameter) => ({ parameter, known: true })),
      ...unknown.map(([name, value]) => ({ parameter: parameterOf(name, value), known: false })),
    ];
  }

  text(name: string): string {
    // A parameter may be called "constructor".
    return Object.hasOwn(this.#texts, name) ? (this.#texts[name] ?? "") : "";
  }

  write(name: string, text: string): void {
    this.#texts[name] = text;
  }

  /** Takes away a parameter that the tool doesn't have. */
  remove(name: string): void {
    this.#texts = Object.fromEntries(Object.entries(this.#texts).filter(([key]) => key !== name));
  }

  /** What is wrong with one field, in words, or null. */
  fault(field: DraftField): string | null {
    const fault = this.#faultOf(field);
    return fault && sentence<CallFault | TextFault>(words().parameters.faults, fault);
  }

  /** The call, or null while something is wrong with it. */
  get call(): PastCall | null {
    if (!this.#toolName || this.fields.some((field) => this.#faultOf(field) !== null)) return null;
    const parameters: CallParameters = {};
    for (const { parameter } of this.fields) {
      const read = readValue(parameter, this.text(parameter.name));
      if ("value" in read) parameters[parameter.name] = read.value;
    }
    if (this.#tool && callFaults(this.#tool, parameters).length > 0) return null;
    return { tool: this.#toolName, parameters, rating: this.rating };
  }

  #faultOf({ parameter, known }: DraftField): CallFault | TextFault | null {
    const { name, required } = parameter;
    if (!known) return this.#tool ? { code: "unknown", name } : null;
    const read = readValue(parameter, this.text(name));
    if ("fault" in read) return read.fault;
    return "empty" in read && required ? { code: "missing", name } : null;
  }
}
