import type { JsonValue } from "../../../src/domain/json.ts";
import type { ParameterType } from "../../../src/domain/tool.ts";

/** The parts of the data: nothing that names or words something in `test` or `validation` occurs in `train`. */
export type Split = "train" | "validation" | "test";

/** In which way a value goes into a parameter. */
export type Take = "text" | "code" | "integer" | "number" | "boolean" | "list" | "lat" | "lon" | "option";

/** A value as a query words it, and as parameters take it. */
export interface SlotValue {
  text: string;
  as: Partial<Record<Take, JsonValue>>;
}

/** One parameter that a slot becomes; `names` are alternatives, in snake case. */
export interface Part {
  names: readonly string[];
  type: ParameterType;
  take: Take;
  items?: ParameterType;
}

/** What can stand in a slot of a query. */
export interface Kind {
  sample: (random: ValueSource) => SlotValue;
  /** The ways to declare it as parameters, with weights. */
  shapes: readonly (readonly [readonly Part[], number])[];
  /** Text without a clear end: nothing may follow it in a query. */
  free?: boolean;
  /** May be typed in lower case. */
  proper?: boolean;
}

/** Draws values from pools, keeping some of each pool back for the test. */
export interface ValueSource {
  int: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  /** One entry of a pool that is divided among the splits. */
  pool: (items: readonly string[]) => string;
}

/** Something that a query can hold for a function, and how optional ones are said behind the query's core. */
export interface Slot {
  kind: Kind;
  say: readonly string[];
  /** Choices: what is said for each option, and how enums spell it (one column for each provider's style). */
  options?: readonly { said: readonly string[]; spelled: readonly string[] }[];
}

/** Something that people want done and that several providers offer. */
export interface TrainingFunction {
  id: string;
  domain: string;
  operations: readonly string[];
  descriptions: readonly string[];
  slots: Readonly<Record<string, Slot>>;
  /** Wordings with `{slot}`; `~` leads an indirect one, `de|` one in another language. */
  asks: readonly string[];
  /** Functions too close to be a wrong candidate. */
  near: readonly string[];
  /** Finds real operations that do this, in "<title> <operation id> <summary>"; for training alone: those that can't be wrong candidates. */
  real: RegExp | null;
  /** Known to training alone, which then may use all of its texts. */
  trainingOnly?: boolean;
}

export interface Domain {
  id: string;
  categories: readonly string[];
  stems: readonly string[];
}
