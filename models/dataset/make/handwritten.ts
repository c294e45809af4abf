import { MAX_CANDIDATES } from "../../../src/domain/scenario.ts";
import { settingSchema } from "../../../src/domain/setting.ts";
import { nearScenes, scenes } from "../handwritten/index.ts";
import type { Negative } from "./candidates.ts";
import { Random } from "./random.ts";
import { playPair, type Order, type Pair, type Stage } from "./sample.ts";
import { sceneCall, type Scene, type SceneQuestion, type SceneTool } from "./scene.ts";
import type { KnownTool } from "./tool.ts";
import type { World } from "./world.ts";

const settings = settingSchema.options;

/** The providers of the hand-written tools; no other split may have them. */
export const handwrittenProviders: readonly string[] = [
  ...new Set(scenes.flatMap(({ fits, others }) => [...fits, ...others].map(({ provider }) => provider))),
];

/** A scene's tool; its past calls take the values of the scene's other questions. */
function known(
  { id, questions }: Scene,
  tool: SceneTool,
  role: string,
  asked: SceneQuestion | null,
): KnownTool {
  const past = (random: Random): ReturnType<typeof sceneCall> => {
    const usual = questions.filter((question) => question !== asked);
    const values = new Map(random.pick(usual).values);
    const pickSample = (samples: readonly string[], required: boolean): string | undefined =>
      samples.length > 0 && (required || random.chance(0.4)) ? random.pick(samples) : undefined;
    return sceneCall(tool, role === "fits" ? values : new Map(), pickSample);
  };
  return {
    tool: tool.tool,
    provider: tool.provider,
    functionId: `${id} ${role}`,
    bindings: new Map(),
    unclear: new Set(),
    past,
  };
}

const isNear = (a: string, b: string): boolean =>
  a === b || nearScenes.some((group) => group.includes(a) && group.includes(b));

function group(tools: readonly KnownTool[]): Map<string, KnownTool[]> {
  const byProvider = new Map<string, KnownTool[]>();
  for (const tool of tools) byProvider.set(tool.provider, [...(byProvider.get(tool.provider) ?? []), tool]);
  return byProvider;
}

/** What surrounds one question: the tools of its scene, and those of others. */
function sceneWorld(
  own: Scene,
  asked: SceneQuestion,
): { world: World; fits: KnownTool[]; others: KnownTool[] } {
  const fits = own.fits.map((tool) => known(own, tool, "fits", asked));
  const others = own.others.map((tool, at) => known(own, tool, `other ${at}`, null));
  const strangers = scenes
    .filter((scene) => !isNear(scene.id, own.id))
    .flatMap((scene) => [
      ...scene.fits.map((tool) => known(scene, tool, "fits", null)),
      ...scene.others.map((tool, at) => known(scene, tool, `other ${at}`, null)),
    ]);
  const world: World = {
    split: "test",
    known: strangers,
    byFunction: new Map([[`${own.id} fits`, fits]]),
    byProvider: group([...fits, ...others]),
    byDomain: new Map(),
    others: [],
  };
  return { world, fits, others };
}

/** Whether a tool has a parameter for everything that is said. */
function takesAllValues({ filled }: SceneTool, { values }: SceneQuestion): boolean {
  return [...values.keys()].every((name) => filled.some(({ slot }) => slot === name));
}

function handwrittenPair(own: Scene, asked: SceneQuestion, order: Order, random: Random): Pair | null {
  const { world, fits: all, others } = sceneWorld(own, asked);
  const able = all.filter((_, at) => own.fits.slice(at, at + 1).every((tool) => takesAllValues(tool, asked)));
  for (let attempt = 0; attempt < 20; attempt++) {
    const chance = random.fork(`stage ${attempt}`);
    const fits = chance.sample(able, chance.chance(0.3) ? 2 : 3);
    const negative = (tool: KnownTool): Negative => ({
      tool: tool.tool,
      provider: tool.provider,
      known: tool,
    });
    const present = others.filter(({ provider }) => fits.some((fit) => fit.provider === provider));
    const negatives = [...present, ...chance.sample(world.known, 12)]
      .filter(({ tool }, at, list) => list.findIndex((other) => other.tool.name === tool.name) === at)
      .slice(0, MAX_CANDIDATES - fits.length)
      .map(negative);
    const tools = new Map(own.fits.map((tool) => [tool.tool.name, tool]));
    const stage: Stage = {
      query: { text: asked.query, tags: ["handwritten", own.id] },
      call: ({ tool: { name } }) => {
        const tool = tools.get(name);
        return tool ? sceneCall(tool, asked.values) : null;
      },
      fits,
      negatives,
      candidates: chance.shuffle(
        [...fits, ...negatives.map(({ tool }) => ({ tool }))].map(({ tool }) => tool),
      ),
    };
    const pair = playPair(world, stage, order, chance);
    if (pair) return pair;
  }
  return null;
}

/** The hand-written questions, each in one setting, with their twins. @throws Error if one can't be staged. */
export function makeHandwritten(seed: string): Pair[] {
  return scenes.flatMap((own, turn) =>
    own.questions.map((asked, at) => {
      const setting = settings[(turn + at) % settings.length] ?? "chronological";
      const order: Order = { id: `hand-${own.id}-${at + 1}`, setting, edit: null };
      const pair = handwrittenPair(own, asked, order, new Random(`${seed}/${order.id}`));
      if (!pair) throw new Error(`${order.id} can't be staged`);
      return pair;
    }),
  );
}
