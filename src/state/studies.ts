import { attribution, logOdds, providerProbability, type Attribution } from "../domain/attribution";
import type { Distribution } from "../domain/distribution";
import { findFlip, flipped, type Flip, type FoundFlip, type Outcome } from "../domain/flips";
import type { Interaction } from "../domain/interaction";
import type { Scenario } from "../domain/scenario";
import { isVisible, settingSchema, visibleHistory, type Setting } from "../domain/setting";
import type { Selection } from "../domain/selection";
import type { Result, Select } from "./selecting.svelte";
import type { Run } from "./study.svelte";

/** The most histories that the search for a flip tries. */
export const FLIP_BOUND = 24;

/** A selection that the page shows, and the whole history that it was made from, oldest first. */
export interface Subject extends Result {
  history: readonly Interaction[];
}

/** A distribution and the candidates that its indices mean. */
export interface Read {
  scenario: Scenario;
  distribution: Distribution;
}

/** What is known by now of what each interaction did for a selection. */
export interface Attributed {
  subject: Subject;
  attributions: Attribution[];
}

/** What a search for a flip has come to. */
export interface FlipSearched {
  tried: number;
  /** Undefined while the search goes on. */
  found?: FoundFlip | null;
}

/** A selection, and another user's history to ask the same with. */
export interface Compared {
  subject: Subject;
  /** Oldest first. */
  history: readonly Interaction[];
  select: Select;
}

/** What the model makes of both histories. */
export interface Comparison {
  subject: Subject;
  /** What is selected with the other history. */
  selection: Selection;
  /** With the subject's own history, and with the other one. */
  distributions: readonly [Distribution, Distribution];
}

/** The interactions that the model saw, oldest first. */
export function seenBy({ scenario, selection, history }: Subject): Interaction[] {
  return history.filter((one) => isVisible(scenario.setting, one)).slice(selection.dropped);
}

/**
 * The place of a call in what the model sees, by its index; of one that it doesn't see, the place that it would have.
 * Null if there is no such call.
 */
export function placeOf({ scenario, history }: Subject, id: string): number | null {
  const at = history.findIndex((one) => one.id === id);
  return at < 0 ? null : visibleHistory(scenario.setting, history.slice(0, at)).length;
}

const names = ({ candidates }: Scenario): string[] => candidates.map(({ name }) => name);

/** The tool that is chosen in a distribution. */
function chosenIn({ candidates }: Scenario, { groups }: Distribution): string {
  return candidates[groups[0]?.candidates[0] ?? -1]?.name ?? "";
}

/** The same question about another history. */
function withHistory(scenario: Scenario, setting: Setting, history: readonly Interaction[]): Scenario {
  return { ...scenario, setting, history: visibleHistory(setting, history) };
}

async function read(scenario: Scenario, run: Run<Read>): Promise<void> {
  const tell = (distribution: Distribution) => run.tell({ scenario, distribution });
  tell(await run.ask(scenario, tell));
}

/** The whole distribution. */
export function readRanking({ scenario }: Subject, run: Run<Read>): Promise<void> {
  return read(scenario, run);
}

/** The distribution with an empty history. */
export function readWithoutHistory({ scenario }: Subject, run: Run<Read>): Promise<void> {
  return read({ ...scenario, history: [] }, run);
}

/** The distribution with one flip. */
export function readFlipped(
  { subject: { scenario, history }, flip }: { subject: Subject; flip: Flip },
  run: Run<Read>,
): Promise<void> {
  return read(withHistory(scenario, scenario.setting, flipped(history, [flip])), run);
}

/** What each interaction did for the choice: the history without it, for each that the model saw. */
export async function attribute(subject: Subject, run: Run<Attributed>): Promise<void> {
  const { scenario, selection } = subject;
  const { tool_name } = selection.answer.call;
  const probability = ({ groups }: Distribution) => providerProbability(groups, names(scenario), tool_name);
  const seen = seenBy(subject);
  run.progress(0, seen.length);
  const all = probability(await run.ask(withHistory(scenario, scenario.setting, seen)));
  let attributions: Attribution[] = [];
  // The newest first: they are at the top of the page.
  for (const one of seen.toReversed()) {
    const others = seen.filter((other) => other !== one);
    const without = await run.ask(withHistory(scenario, scenario.setting, others));
    attributions = [...attributions, attribution(one.id, all, probability(without))];
    run.tell({ subject, attributions });
    run.progress(attributions.length, seen.length);
  }
  run.tell({ subject, attributions });
}

/** The distribution under each of the settings. */
export async function readSettings(
  { scenario, history }: Subject,
  run: Run<ReadonlyMap<Setting, Read>>,
): Promise<void> {
  const found = new Map<Setting, Read>();
  const settings = settingSchema.options;
  for (const setting of settings) {
    const other = withHistory(scenario, setting, history);
    run.progress(found.size, settings.length);
    found.set(setting, { scenario: other, distribution: await run.ask(other) });
    run.tell(new Map(found));
  }
}

/** The same question with another user's history: the call, and the distributions of both. */
export async function compareHistories(
  { subject, history, select }: Compared,
  run: Run<Comparison>,
): Promise<void> {
  const { scenario } = subject;
  const other = withHistory(scenario, scenario.setting, history);
  const STEPS = 3;
  run.progress(0, STEPS);
  const own = await run.ask(scenario);
  run.progress(1, STEPS);
  const selection = await select(other, () => undefined);
  run.progress(2, STEPS);
  run.tell({ subject, selection, distributions: [own, await run.ask(other)] });
}

/**
 * The smallest change of the history that flips the choice.
 * @param attributions as far as they are known; they say where to begin.
 */
export async function searchFlip(
  subject: Subject,
  attributions: readonly Attribution[],
  run: Run<FlipSearched>,
): Promise<void> {
  const { scenario, selection } = subject;
  const { tool_name } = selection.answer.call;
  const seen = seenBy(subject);
  const outcome = async (history: readonly Interaction[]): Promise<Outcome> => {
    const distribution = await run.ask(withHistory(scenario, scenario.setting, history));
    return {
      tool: chosenIn(scenario, distribution),
      logOdds: logOdds(providerProbability(distribution.groups, names(scenario), tool_name)),
    };
  };
  run.progress(0, FLIP_BOUND);
  let tried = 0;
  const found = await findFlip({
    setting: scenario.setting,
    history: seen,
    now: { ...(await outcome(seen)), tool: tool_name },
    attributions,
    bound: FLIP_BOUND,
    ask: outcome,
    onTried: (count) => {
      tried = count;
      run.tell({ tried });
      run.progress(count, FLIP_BOUND);
    },
  });
  run.tell({ tried, found });
}
