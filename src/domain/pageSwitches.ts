import { z } from "zod";
import { oneLine, shorten } from "./tool";

/** The parts of the page that switches show or hide, by their names in the address. */
export const panelSchema = z.enum([
  "header",
  "trail",
  "history",
  "query",
  "candidates",
  "selection",
  "explain",
  "model",
]);
export type Panel = z.infer<typeof panelSchema>;

export const typeSizeSchema = z.enum(["normal", "large", "huge"]);
export type TypeSize = z.infer<typeof typeSizeSchema>;

/** The page as one works with it, or the clean view for a projector. */
export const pageViewSchema = z.enum(["page", "presenter"]);
export type PageView = z.infer<typeof pageViewSchema>;

/** The explanations, of which one at a time is open. */
export const explanationSchema = z.enum(["why", "what-if", "settings", "hood"]);
export type Explanation = z.infer<typeof explanationSchema>;

/** What the presenter view shows, one after the other. */
export const presenterStepSchema = z.enum([
  "history",
  "candidates",
  "selection",
  "why",
  "what-if",
  "settings",
]);
export type PresenterStep = z.infer<typeof presenterStepSchema>;

/** How the page's address wants it to be shown. */
export interface PageSwitches {
  hidden: ReadonlySet<Panel>;
  type: TypeSize;
  view: PageView;
  step: PresenterStep;
  /** Which lesson to start: its id or address, as it stands there. */
  lesson: string | null;
}

/** A switch, or one value of its list, that means nothing to the page. */
export interface IgnoredSwitch {
  name: string;
  /** On one line, cut. */
  value: string;
  /** What may stand there. */
  allowed: readonly string[];
}

const MAX_SHOWN = 40;

/**
 * Reads the switches of an address: `show` and `hide` (lists of panels, with commas), `type`, `view`, `step`,
 * `lesson`. What isn't understood changes nothing and is told; other parameters are none of its business.
 */
export function readSwitches(parameters: URLSearchParams): {
  switches: PageSwitches;
  ignored: IgnoredSwitch[];
} {
  const ignored: IgnoredSwitch[] = [];
  const read = <Value extends string>(name: string, choices: z.ZodType<Value> & { options: Value[] }) =>
    parameters
      .getAll(name)
      .flatMap((text) => text.split(","))
      .map((text) => text.trim().toLowerCase())
      .filter((text) => text !== "")
      .flatMap((text) => {
        const { data } = choices.safeParse(text);
        if (data === undefined)
          ignored.push({ name, value: shorten(oneLine(text), MAX_SHOWN), allowed: choices.options });
        return data ?? [];
      });
  const [show, hide] = [read("show", panelSchema), read("hide", panelSchema)];
  const left = show.length > 0 ? panelSchema.options.filter((panel) => !show.includes(panel)) : [];
  return {
    switches: {
      hidden: new Set([...left, ...hide]),
      type: read("type", typeSizeSchema)[0] ?? "normal",
      view: read("view", pageViewSchema)[0] ?? "page",
      step: read("step", presenterStepSchema)[0] ?? "selection",
      lesson: parameters.get("lesson")?.trim() || null,
    },
    ignored,
  };
}
