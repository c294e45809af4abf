import { settingSchema } from "../../../src/domain/setting.ts";
import { toolName, toolParts } from "../../../src/domain/tool.ts";
import { injections, oddNames } from "../tables/robustness.ts";
import { makePairs } from "./files.ts";
import type { Edit } from "./history.ts";
import { preferred } from "./preference.ts";
import { Random } from "./random.ts";
import type { KnownSample } from "./schema.ts";
import type { World } from "./world.ts";

type Candidates = KnownSample["candidates"];

const goldOf = ({ candidates, answer }: KnownSample): number =>
  candidates.findIndex(({ name }) => name === answer.tool_name);

/** A sample with some of its candidates, in another order; `keep` are indices. */
function withCandidates(sample: KnownSample, keep: readonly number[], suffix: string): KnownSample {
  const candidates = keep.flatMap((at) => sample.candidates.slice(at, at + 1));
  const fits = keep.flatMap((at, place) => (sample.fits.includes(at) ? [place] : []));
  return { ...sample, id: `${sample.id}~${suffix}`, candidates, fits };
}

/** Two to ten candidates, each number equally often: the preferred one, a rival, then any of the others. */
export function fewCandidates(samples: readonly KnownSample[], each: number, random: Random): KnownSample[] {
  const pool = [...samples];
  return Array.from({ length: 9 }, (_, at) => at + 2).flatMap((count) => {
    const made: KnownSample[] = [];
    for (let sample = pool.shift(); sample && made.length < each; sample = pool.shift()) {
      const gold = goldOf(sample);
      const rival = random.pick(sample.fits.filter((at) => at !== gold));
      const rest = random.shuffle(
        sample.candidates.map((_, at) => at).filter((at) => at !== gold && at !== rival),
      );
      const few = withCandidates(
        sample,
        random.shuffle([gold, rival, ...rest.slice(0, count - 2)]),
        `of-${count}`,
      );
      const names = few.fits.map((at) => few.candidates[at]?.name ?? "");
      const still = preferred(few.setting, few.history, names);
      if (still !== null && names[still] === few.answer.tool_name) made.push(few);
    }
    return made;
  });
}

/** Each sample followed by itself with its candidates in another order. */
export function shuffledPairs(samples: readonly KnownSample[], random: Random): KnownSample[] {
  return samples.flatMap((sample) => {
    const places = sample.candidates.map((_, at) => at);
    let order = random.shuffle(places);
    while (order.every((at, place) => at === place)) order = random.shuffle(places);
    return [sample, withCandidates(sample, order, "shuffled")];
  });
}

export function emptyDescriptions(samples: readonly KnownSample[]): KnownSample[] {
  return samples.map((sample) => ({
    ...sample,
    id: `${sample.id}~undescribed`,
    candidates: sample.candidates.map((tool) => ({ ...tool, description: "" })),
  }));
}

/** Every provider gets another, unusual name, in history, candidates and answer. */
export function renamedProviders(samples: readonly KnownSample[], random: Random): KnownSample[] {
  return samples.map((sample) => {
    const all = [
      ...sample.candidates.map(({ name }) => name),
      ...sample.history.map(({ tool }) => tool),
      sample.answer.tool_name,
    ];
    const providers = [...new Set(all.map((name) => toolParts(name).provider))];
    const names = random.shuffle(oddNames);
    const renamed = new Map(providers.map((provider, at) => [provider, names[at] ?? `${at}`]));
    const rename = (name: string): string => {
      const { category, provider, operation } = toolParts(name);
      return toolName(category, renamed.get(provider) ?? provider, operation);
    };
    const candidates: Candidates = sample.candidates.map((tool) => ({
      ...tool,
      name: rename(tool.name),
      description: tool.description.replace(
        toolParts(tool.name).provider,
        renamed.get(toolParts(tool.name).provider) ?? "",
      ),
    }));
    return {
      ...sample,
      id: `${sample.id}~renamed`,
      candidates,
      history: sample.history.map((call) => ({ ...call, tool: rename(call.tool) })),
      answer: { ...sample.answer, tool_name: rename(sample.answer.tool_name) },
    };
  });
}

/** The description of one wrong candidate tries to be chosen; by turns a rival's and that of a tool that does not fit. */
export function injected(samples: readonly KnownSample[], random: Random): KnownSample[] {
  return samples.map((sample, number) => {
    const gold = goldOf(sample);
    const wrong = sample.candidates
      .map((_, at) => at)
      .filter((at) => at !== gold && sample.fits.includes(at) === (number % 2 === 0));
    const target = random.pick(wrong);
    const text = injections[number % injections.length] ?? "";
    return {
      ...sample,
      id: `${sample.id}~injected`,
      tags: [...sample.tags, number % 2 === 0 ? "injected rival" : "injected misfit"],
      candidates: sample.candidates.map((tool, at) =>
        at === target ? { ...tool, description: `${text} ${tool.description}` } : tool,
      ),
    };
  });
}

/** Histories as visitors edit them. An empty one prefers nothing: any of `fits` is right there. */
export function editedHistories(world: World, each: number, seed: string): Record<string, KnownSample[]> {
  const of = (edit: Edit): KnownSample[] =>
    settingSchema.options
      .filter((setting) => edit !== "all disliked" || setting === "rating-integrated")
      .flatMap((setting) =>
        makePairs(world, each, seed, { edit, setting, prefix: `${edit.replace(" ", "-")}-${setting}` }).map(
          ([sample]) => sample,
        ),
      );
  return {
    "edited-histories": (["single", "all disliked", "one provider", "forty"] as const).flatMap(of),
    "empty-history": of("empty"),
    "loved-elsewhere": of("elsewhere"),
  };
}

/** All small sets that say how robust a model is, by name. */
export function robustnessSets(
  world: World,
  test: readonly KnownSample[],
  seed: string,
  scale: number,
): Record<string, KnownSample[]> {
  const random = new Random(`${seed}/robustness`);
  const size = (count: number): number => Math.max(3, Math.round(count * scale));
  const usual = random.shuffle(test.filter(({ tags }) => !tags.includes("toolbench")));
  const some = (count: number): KnownSample[] => random.sample(usual, size(count));
  const plain = usual.filter(({ candidates, fits }) =>
    fits.every((at) => candidates[at]?.source === "invented"),
  );
  return {
    "few-candidates": fewCandidates(usual, size(12), random),
    "shuffled-candidates": shuffledPairs(some(120), random),
    "empty-descriptions": emptyDescriptions(random.sample(plain, size(120))),
    "renamed-providers": renamedProviders(some(120), random),
    injection: injected(some(128), random),
    ...editedHistories(world, size(15), seed),
  };
}
