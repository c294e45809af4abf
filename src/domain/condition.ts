import { z } from "zod";
import { ratingSchema, type PastCall } from "./interaction";
import { explanationSchema, type Explanation } from "./pageSwitches";
import { MAX_QUERY_LENGTH } from "./scenario";
import { settingSchema, type Setting } from "./setting";
import { MAX_NAME_LENGTH, toolParts } from "./tool";

/** What the model makes of what is asked. */
export interface Choice {
  /** The chosen tool's name. */
  tool: string;
  /** By tool name. A candidate that nobody has told apart from others yet is missing. */
  probabilities: ReadonlyMap<string, number>;
}

/** All of the page that a condition may speak of. */
export interface Situation {
  query: string;
  setting: Setting;
  /** Oldest first. */
  history: readonly PastCall[];
  /** Names of the candidates. */
  candidates: readonly string[];
  /** Of exactly this; null while it isn't known. */
  choice: Choice | null;
  /** Which explanation is open. */
  panel: Explanation | null;
  /** Whether the bars are compared with those of an empty history. */
  comparing: boolean;
}

/** What has happened: how it began, what was chosen at first, and how it is now. */
export interface Course {
  start: Situation;
  /** Null until something was chosen. */
  first: Choice | null;
  now: Situation;
}

const count = z.int().min(0).max(1000);
const share = z.number().min(0).max(1);
const name = z.string().min(1).max(MAX_NAME_LENGTH);
const subject = { tool: name.optional(), provider: name.optional() };
const oneSubject = ({ tool, provider }: Subject) => (tool === undefined) !== (provider === undefined);
const ONE_SUBJECT = "expected either tool or provider";

/** A tool by its name, or all tools of a provider. */
export interface Subject {
  tool?: string | undefined;
  provider?: string | undefined;
}

const simple = [
  /** Something is chosen for what the page shows. */
  z.strictObject({ kind: z.literal("selected") }),
  z.strictObject({ kind: z.literal("chosen"), ...subject }).refine(oneSubject, ONE_SUBJECT),
  /** Another tool is chosen than at first. */
  z.strictObject({ kind: z.literal("chosen-changed") }),
  /** How many calls there are in the history: of a tool or a provider, with a rating, or just all. */
  z
    .strictObject({
      kind: z.literal("calls"),
      ...subject,
      rating: ratingSchema.optional(),
      atLeast: count.optional(),
      atMost: count.optional(),
    })
    .refine(({ tool, provider }) => tool === undefined || provider === undefined, ONE_SUBJECT)
    .refine(
      ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
      "expected atLeast or atMost",
    ),
  /** The newest call in the history. */
  z.strictObject({ kind: z.literal("newest"), ...subject }).refine(oneSubject, ONE_SUBJECT),
  /** A tool, or one of a provider, is among the candidates. */
  z.strictObject({ kind: z.literal("offered"), ...subject }).refine(oneSubject, ONE_SUBJECT),
  z.strictObject({ kind: z.literal("setting"), is: settingSchema }),
  /** How likely a tool is, or a provider's tools together; the last two against the first choice. */
  z
    .strictObject({
      kind: z.literal("probability"),
      ...subject,
      above: share.optional(),
      below: share.optional(),
      risenBy: share.optional(),
      fallenBy: share.optional(),
    })
    .refine(oneSubject, ONE_SUBJECT)
    .refine(
      ({ above, below, risenBy, fallenBy }) =>
        [above, below, risenBy, fallenBy].some((bound) => bound !== undefined),
      "expected above, below, risenBy or fallenBy",
    ),
  /** The query holds one of these words, in capitals or not. */
  z.strictObject({
    kind: z.literal("query"),
    contains: z.array(z.string().min(1).max(MAX_QUERY_LENGTH)).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal("panel"), is: explanationSchema }),
  z.strictObject({ kind: z.literal("comparing") }),
] as const;

type Simple = z.infer<(typeof simple)[number]>;
export type Condition =
  | Simple
  | { kind: "all"; of: readonly Condition[] }
  | { kind: "any"; of: readonly Condition[] }
  | { kind: "not"; of: Condition };

const several = z.lazy(() => z.array(conditionSchema).min(1).max(20));

/** What must have happened, as data. Whoever reads one from a file bounds its depth first. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    ...simple,
    z.strictObject({ kind: z.literal("all"), of: several }),
    z.strictObject({ kind: z.literal("any"), of: several }),
    z.strictObject({ kind: z.literal("not"), of: conditionSchema }),
  ]),
);

/** The tools and providers that a condition speaks of, and where. */
export function subjects(
  condition: Condition,
  path: readonly PropertyKey[] = [],
): { path: PropertyKey[]; subject: Subject }[] {
  if (condition.kind === "all" || condition.kind === "any")
    return condition.of.flatMap((one, at) => subjects(one, [...path, "of", at]));
  if (condition.kind === "not") return subjects(condition.of, [...path, "of"]);
  return "tool" in condition || "provider" in condition ? [{ path: [...path], subject: condition }] : [];
}

/** Whether a tool is the one that is meant, or of the provider that is meant; without either, any tool is. */
export function isMeant({ tool, provider }: Subject, toolName: string): boolean {
  if (tool !== undefined) return toolName === tool;
  return provider === undefined || toolParts(toolName).provider === provider;
}

/** Whether a condition compares with what was chosen at first. */
export function needsFirst(condition: Condition): boolean {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.some(needsFirst);
  if (condition.kind === "not") return needsFirst(condition.of);
  if (condition.kind === "chosen-changed") return true;
  if (condition.kind !== "probability") return false;
  return condition.risenBy !== undefined || condition.fallenBy !== undefined;
}

/** Whether a condition can only hold where a model chooses. */
export function needsModel(condition: Condition): boolean {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.some(needsModel);
  if (condition.kind === "not") return needsModel(condition.of);
  return ["selected", "chosen", "chosen-changed", "probability", "panel", "comparing"].includes(
    condition.kind,
  );
}

/** Whether a condition holds. While nothing is chosen, nothing that speaks of the choice does, nor its opposite. */
export function holds(condition: Condition, course: Course): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((one) => holds(one, course));
    case "any":
      return condition.of.some((one) => holds(one, course));
    case "not":
      return (!needsModel(condition.of) || course.now.choice !== null) && !holds(condition.of, course);
    default:
      return holdsNow(condition, course);
  }
}

function holdsNow(condition: Simple, { first, now }: Course): boolean {
  const { choice } = now;
  switch (condition.kind) {
    case "selected":
      return choice !== null;
    case "chosen":
      return choice !== null && isMeant(condition, choice.tool);
    case "chosen-changed":
      return choice !== null && first !== null && choice.tool !== first.tool;
    case "calls": {
      const { rating, atLeast = 0, atMost = Infinity } = condition;
      const meant = now.history.filter(
        (call) => isMeant(condition, call.tool) && (rating === undefined || call.rating === rating),
      );
      return meant.length >= atLeast && meant.length <= atMost;
    }
    case "newest": {
      const newest = now.history.at(-1);
      return newest !== undefined && isMeant(condition, newest.tool);
    }
    case "offered":
      return now.candidates.some((tool) => isMeant(condition, tool));
    case "setting":
      return now.setting === condition.is;
    case "probability":
      return holdsFor(condition, probabilityOf(condition, choice), probabilityOf(condition, first));
    case "query": {
      const query = now.query.toLowerCase();
      return condition.contains.some((word) => query.includes(word.toLowerCase()));
    }
    case "panel":
      return now.panel === condition.is;
    case "comparing":
      return now.comparing;
  }
}

/** How likely a tool is, or a provider's tools together; null where that isn't known. */
export function probabilityOf(subject: Subject, choice: Choice | null): number | null {
  const meant = [...(choice?.probabilities ?? [])].filter(([tool]) => isMeant(subject, tool));
  return meant.length > 0 ? meant.reduce((sum, [, probability]) => sum + probability, 0) : null;
}

function holdsFor(
  { above, below, risenBy, fallenBy }: Extract<Simple, { kind: "probability" }>,
  now: number | null,
  first: number | null,
): boolean {
  if (now === null) return false;
  const compares = risenBy !== undefined || fallenBy !== undefined;
  if (compares && first === null) return false;
  const risen = now - (first ?? now);
  return (
    (above === undefined || now > above) &&
    (below === undefined || now < below) &&
    (risenBy === undefined || risen >= risenBy) &&
    (fallenBy === undefined || -risen >= fallenBy)
  );
}

/** What was chosen at first, with probabilities of then, or those that were known first. */
export function firstChoice(first: Choice | null, next: Choice | null): Choice | null {
  if (!first || !next) return first ?? next;
  return { tool: first.tool, probabilities: new Map([...next.probabilities, ...first.probabilities]) };
}
