/** Steps, parts, readings and the whole distribution of the tiny model, against PyTorch's brute force. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unresolved, type Distribution } from "../../src/domain/distribution";
import type { PastCall } from "../../src/domain/interaction";
import { joinTexts, promptTexts } from "../../src/domain/prompt";
import type { Scenario } from "../../src/domain/scenario";
import type { Selection } from "../../src/domain/selection";
import { toolSchema, type Tool } from "../../src/domain/tool";
import { parseAnswer } from "../../src/domain/toolCall";
import { loadManifest, ModelClient, Selector, type ModelFault, type SelectProgress } from "../../src/model";
import { chatConfigSchema, chatPieces } from "../../src/model/chatText";
import reference from "../models/tiny-llama.distribution.json";
import { distributionReferenceSchema, resolveAll, worstDifference } from "../models/distributionReference";

const folder = new URL("/tests/fixtures/tiny-llama/", location.href).href;
const SLOW = 120_000;
const { version, cases } = distributionReferenceSchema.parse(reference);

const tool = (name: string, parameters: Partial<Tool["parameters"][number]>[] = []): Tool =>
  toolSchema.parse({
    name,
    description: `Tells ${name}.`,
    parameters: parameters.map((one) => ({ name: "on", type: "boolean", required: true, ...one })),
  });
const names = ["Weather.SkyCast.Forecast", "Weather.SkyCastle.Now", "Wetness.Nimbus.Now", "Music.Oda.Search"];
const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  setting: "rating-integrated",
  query: "Will it rain in Oslo?",
  history: [
    { tool: "Weather.SkyCast.Forecast", parameters: { city: "Bergen" }, rating: 1 },
    { tool: "Weather.SkyCastle.Now", parameters: { city: "Ås" }, rating: 0 },
  ],
  candidates: names.map((name) => tool(name, [{ type: "string", enum: ["Ås 😀", "Åsgårdstrand"] }])),
  ...more,
});

/** One for each form of answer. */
let clients: Record<"call" | "fit-call", ModelClient>;

beforeAll(async () => {
  const model = await loadManifest(folder);
  clients = { call: new ModelClient(model), "fit-call": new ModelClient(model, { answerForm: "fit-call" }) };
  expect(model.manifest.version).toBe(version);
  await clients.call.load();
  await clients["fit-call"].load();
}, SLOW);
afterAll(() => {
  clients.call.close();
  clients["fit-call"].close();
});

describe("brute force", () => {
  test.for(cases)(
    "$id: no probability differs by 0.01, and they sum to 1",
    { timeout: SLOW },
    async (one) => {
      const { groups } = await resolveAll(clients[one.form], one);
      expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
      expect(worstDifference(groups, one.probabilities)).toBeLessThan(0.01);
    },
  );
});

describe("a selection", () => {
  const forms = ["call", "fit-call"] as const;

  test.for(forms)("has the answer token by token (%s)", { timeout: SLOW }, async (form) => {
    const { steps, text, tokens, groups, fit, answer } = await clients[form].select(scenario());
    expect(steps.map((step) => step.text).join("")).toBe(text);
    expect(tokens.answer).toBe(steps.length);
    const kinds = steps.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1]);
    expect(kinds).toEqual(form === "call" ? ["name", "parameters"] : ["fit", "name", "parameters"]);
    for (const { probability, alternatives, kind } of steps) {
      expect(alternatives.length).toBeLessThanOrEqual(5);
      // The list takes what is likely enough.
      if (kind !== "fit")
        expect(alternatives.every((other) => other.probability <= probability + 1e-6)).toBe(true);
      const told = alternatives.reduce((sum, other) => sum + other.probability, probability);
      expect(told).toBeLessThanOrEqual(1 + 1e-6);
      if (alternatives.length === 0) expect(probability).toBe(1);
    }
    // The chosen candidate's probability is the product along its name.
    const product = steps
      .filter(({ kind }) => kind === "name")
      .reduce((sum, { probability }) => sum * probability, 1);
    expect(groups[0]?.probability).toBeCloseTo(product, 5);
    expect(fit === null).toBe(form === "call");
    answer.fit?.forEach((index) => expect(fit?.[index]).toBeGreaterThan(0));
    if (fit) expect(fit).toHaveLength(names.length);
  });

  test("tells the chosen one before its parameters are written", { timeout: SLOW }, async () => {
    const seen: SelectProgress[] = [];
    const selection = await clients["fit-call"].select(scenario(), {
      onProgress: (progress) => seen.push(progress),
    });
    const first = seen.find(({ chosen }) => chosen !== null);
    expect(first).toMatchObject({ groups: selection.groups, fits: selection.answer.fit, fit: selection.fit });
    expect(first?.text.length).toBeLessThan(selection.text.length / 2);
    expect(names[first?.chosen ?? -1]).toBe(selection.answer.call.tool_name);
  });

  test("has its prompt in parts that make the whole", { timeout: SLOW }, async () => {
    const { prompt, tokens } = await clients.call.select(scenario());
    const config = chatConfigSchema.parse(await (await fetch(`${folder}mlc-chat-config.json`)).json());
    expect(joinTexts(prompt)).toBe(
      chatPieces(config, promptTexts(scenario(), "call")).map(joinTexts).join(""),
    );
    expect(prompt.reduce((sum, part) => sum + part.tokens, 0)).toBe(tokens.prompt);
    expect(prompt.filter(({ kind }) => kind === "interaction").map(({ index }) => index)).toEqual([0, 1]);
  });
});

describe("a reading", () => {
  test("ends with the name, and costs few tokens more than the prompt", { timeout: SLOW }, async () => {
    const selection = await clients.call.select(scenario());
    const reading = await clients.call.read(scenario({ query: "Other?" }));
    const same = await clients.call.read(scenario());
    expect(same.groups[0]?.candidates).toEqual(selection.groups[0]?.candidates);
    expect(same.groups[0]?.probability).toBeCloseTo(selection.groups[0]?.probability ?? NaN, 4);
    expect(reading.tokens.answer).toBeLessThan(selection.tokens.answer);
    expect(reading.tokens.forward).toBeLessThan(reading.tokens.prompt + 30);
    expect(reading.fits).toBeNull();
  });

  test("among some, with the list given, decides only among them", { timeout: SLOW }, async () => {
    const { fits, fit, groups } = await clients["fit-call"].read(scenario(), {
      fits: [0, 1, 3],
      among: [0, 1],
    });
    expect(fits).toEqual([0, 1, 3]);
    expect(fit).toBeNull();
    expect(groups.flatMap(({ candidates }) => candidates).toSorted()).toEqual([0, 1]);
    expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
  });

  test("names nothing that the list doesn't hold", { timeout: SLOW }, async () => {
    const { groups } = await clients["fit-call"].read(scenario(), { fits: [1, 3] });
    const of = (index: number) =>
      groups.find(({ candidates }) => candidates.includes(index))?.probability ?? NaN;
    expect(of(1) + of(3)).toBeCloseTo(1, 5);
    expect([of(0), of(2)]).toEqual([0, 0]);
  });

  test("goes on where the cache holds the beginning, and gives the same", { timeout: SLOW }, async () => {
    const { call } = clients;
    const controller = new AbortController();
    const long = scenario({
      history: Array.from({ length: 30 }, (_, at) => ({
        tool: "Weather.SkyCast.Forecast",
        parameters: { city: `Oslo ${at}` },
        rating: 1 as const,
      })),
    });
    const fresh = await call.read(long);
    // Neither of the two caches may hold it any longer, or all of it might be read already.
    for (const query of ["Will it rain in Oslo?", "Is it windy in Rome?"])
      await call.read(scenario({ query }));
    let parts = 0;
    const ended = call
      .select(long, {
        signal: controller.signal,
        onProgress: ({ read }) => {
          if (read > 0.3 && parts++ === 0) controller.abort();
        },
      })
      .then(
        () => "done",
        (error: unknown) => (error as ModelFault).kind,
      );
    expect(await ended).toBe("cancelled");
    const history = long.history.map((one, at): PastCall => (at === 29 ? { ...one, rating: 0 } : one));
    const continued = await call.read({ ...long, history });
    expect(continued.tokens.forward).toBeLessThan(0.75 * continued.tokens.prompt);
    const whole = await call.read(long);
    expect(whole.tokens.forward).toBeGreaterThanOrEqual(whole.tokens.prompt);
    whole.groups.forEach(({ candidates, probability }, at) => {
      expect(candidates).toEqual(fresh.groups[at]?.candidates);
      expect(probability).toBeCloseTo(fresh.groups[at]?.probability ?? NaN, 5);
    });
  });

  test.for([null, 12, 0])(
    "after reading ahead computes only what an edit of one interaction changes (%s)",
    { timeout: SLOW },
    async (which) => {
      const { call } = clients;
      const at = which ?? 19;
      const history = Array.from({ length: 20 }, (_, at): PastCall => ({
        tool: "Weather.SkyCast.Forecast",
        parameters: { city: `Oslo ${at}` },
        rating: 1,
      }));
      const edited = scenario({
        history: history.map((one, index): PastCall => (index === at ? { ...one, rating: 0 } : one)),
      });
      const fresh = await call.select(edited);
      await call.prepare(scenario({ history }), { edited: which });
      const continued = await call.select(edited);
      const line = fresh.prompt.findIndex(({ index, kind }) => kind === "interaction" && index === at);
      const before = fresh.prompt.slice(0, line).reduce((sum, { tokens }) => sum + tokens, 0);
      expect(before).toBeGreaterThan((at === 0 ? 0.2 : 0.5) * fresh.tokens.prompt);
      // All but the line break before the line.
      expect(continued.tokens.forward).toBe(fresh.tokens.forward - (before - 1));
      expect(continued.text).toBe(fresh.text);
      // The second cache has read ahead, too.
      const resolving = await call.read(edited);
      expect(resolving.tokens.forward).toBeLessThanOrEqual(continued.tokens.forward);
      continued.groups.forEach(({ probability }, at) =>
        expect(probability).toBeCloseTo(fresh.groups[at]?.probability ?? NaN, 5),
      );
    },
  );

  test("can be interrupted", { timeout: SLOW }, async () => {
    const controller = new AbortController();
    const ended = clients.call.read(scenario({ query: "Now?" }), { signal: controller.signal });
    controller.abort();
    await expect(ended).rejects.toMatchObject({ kind: "cancelled" });
  });
});

test(
  "a distribution takes up a selection, and its bars sum to 1 at every step",
  { timeout: SLOW },
  async () => {
    for (const client of Object.values(clients)) {
      const selector = new Selector(client);
      const selection: Selection = await selector.select(scenario());
      parseAnswer(selection.text, client.answerForm, scenario().candidates);
      const seen: Distribution[] = [];
      const distribution = await selector.distribution(scenario(), { onUpdate: (now) => seen.push(now) });
      for (const { groups } of seen)
        expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
      expect(seen[0]?.groups).toEqual(selection.groups);
      expect(unresolved(distribution.groups, names)).toBeNull();
      expect(distribution.fits).toEqual(selection.answer.fit);
    }
  },
);
