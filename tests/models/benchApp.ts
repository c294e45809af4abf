/**
 * `npm run bench [-- --json] [--model FOLDER] [--scenarios N] [--pointed] [--selections N]`: measures the app's model side in one
 * Chromium on the software adapter. With `--json` the last line is JSON:
 * - `refresh_ratio`: from an edit to the complete distribution, as a share of the plain way's time (one chat completion
 *   of web-llm that writes the whole JSON freely, then parsing), the sums over all scenarios;
 * - `newest_edit_ratio`: the tokens that the model computes after an edit of the newest interaction, as a share of those
 *   after an edit of the oldest; with `--pointed` also `pointed_edit_ratio`: the same for one in the middle of the
 *   history that the pointer rested on before;
 * - `heap_growth`: JavaScript heap and buffers on the graphics device after many selections of the tiny model, as a
 *   share of those after 20, less 1; the larger of the two.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { proposeCandidates } from "../../src/domain/candidates.ts";
import { catalogueSchema } from "../../src/domain/catalogue.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { visibleHistory } from "../../src/domain/setting.ts";
import { BUNDLED_MODEL } from "../../src/model/registry.ts";
import { seedUsers } from "../../src/store/mockUsers.ts";
import { LivePage } from "./live/livePage.ts";

const TINY = "tests/fixtures/tiny-llama";
const EARLY = 20;
const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    model: { type: "string", default: `public/models/${BUNDLED_MODEL}` },
    scenarios: { type: "string", default: "2" },
    pointed: { type: "boolean", default: false },
    selections: { type: "string", default: "200" },
  },
});

const { functions, tools } = catalogueSchema.parse(
  JSON.parse(readFileSync(new URL("../../public/catalogue.json", import.meta.url), "utf8")),
);

/** Example questions of the catalogue's functions, each by a mock user, with all of that user's ratings. */
const scenarios = seedUsers(0).map(({ history }, at): Scenario => {
  const { id, queries } = functions[(at * 7) % functions.length] ?? { id: "", queries: [] };
  const query = queries[0] ?? "";
  const ranked = tools.filter((tool) => tool.function === id);
  const candidates = proposeCandidates({ query, tools, ranked, history });
  const setting = "rating-integrated";
  return { setting, query, candidates, history: visibleHistory(setting, history) };
});

/** The same with the rating of one interaction flipped. */
function flipped(scenario: Scenario, at: number): Scenario {
  const flip = (rating: number | null) => (rating === 1 ? (0 as const) : (1 as const));
  return {
    ...scenario,
    history: scenario.history.map((call, index) =>
      index === at ? { ...call, rating: flip(call.rating) } : call,
    ),
  };
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

interface Refresh {
  refresh: number;
  newestEdit: number;
  /** Null if it was not asked for. */
  pointedEdit: number | null;
}

/** Edits of several interactions, and the plain way, for one scenario after another. */
async function measureRefresh(live: LivePage): Promise<Refresh> {
  const { page } = live;
  const folder = LivePage.path(values.model);
  await page.evaluate((path) => window.live.load(path, null), folder);
  await page.evaluate((path) => window.live.loadPlain(path), folder);
  const [times, computed] = [
    { own: 0, plain: 0 },
    { newest: 0, oldest: 0, pointed: 0 },
  ];
  for (const scenario of scenarios.slice(0, Number(values.scenarios))) {
    const plain = await live.ask("plain", scenario);
    const oldest = await live.ask("select", flipped(scenario, 0));
    // What the page does when nothing is left to do.
    await live.ask("prepare", { scenario, edited: null });
    const newest = await live.ask("refresh", flipped(scenario, scenario.history.length - 1));
    times.plain += plain.milliseconds;
    times.own += newest.milliseconds;
    computed.newest += newest.tokens.forward;
    computed.oldest += oldest.forward;
    console.log(
      `"${scenario.query}": ${oldest.prompt} tokens; plain way ${seconds(plain.milliseconds)} (${plain.result.tokens} tokens, ${plain.result.parsed ? "JSON" : "no JSON"}); an edit of the newest interaction to the complete distribution ${seconds(newest.milliseconds)} (${newest.runs} runs), to the call with its parameters ${seconds(newest.selected)}; tokens computed for the selection after an edit of the newest ${newest.tokens.forward}, of the oldest ${oldest.forward}`,
    );
    if (!values.pointed) continue;
    // What the page does when the pointer rests on a call.
    const middle = scenario.history.length >> 1;
    await live.ask("prepare", { scenario, edited: middle });
    const pointed = await live.ask("select", flipped(scenario, middle));
    computed.pointed += pointed.forward;
    console.log(`after an edit of the middle one, pointed at before, ${pointed.forward} tokens`);
  }
  await page.evaluate(() => window.live.closePlain());
  await page.evaluate(() => window.live.close());
  return {
    refresh: times.own / times.plain,
    newestEdit: computed.newest / computed.oldest,
    pointedEdit: values.pointed ? computed.pointed / computed.oldest : null,
  };
}

/** Many different selections of the tiny model, one after the other. */
async function measureGrowth(live: LivePage): Promise<number> {
  const { page } = live;
  await page.evaluate((path) => window.live.load(path, null), LivePage.path(TINY));
  const [scenario] = scenarios;
  if (!scenario) throw new Error("There are no mock users.");
  const small = {
    ...scenario,
    candidates: scenario.candidates.slice(0, 4),
    history: scenario.history.slice(0, 6),
  };
  const measure = async () => ({
    heap: await page.evaluate(() => window.live.heap()),
    gpu: await live.gpuBytes(),
  });
  let early = { heap: NaN, gpu: NaN };
  for (let count = 1; count <= Number(values.selections); count++) {
    await live.ask("select", { ...small, query: `${small.query} ${count}` });
    if (count === EARLY) early = await measure();
  }
  const late = await measure();
  await page.evaluate(() => window.live.close());
  console.log(
    `after ${EARLY} and ${values.selections} selections of the tiny model: JavaScript heap ${megabytes(early.heap)} and ${megabytes(late.heap)}, GPU buffers ${megabytes(early.gpu)} and ${megabytes(late.gpu)}`,
  );
  return Math.max(late.heap / early.heap, late.gpu / early.gpu) - 1;
}

const live = await LivePage.open();
try {
  const growth = await measureGrowth(live);
  const { refresh, newestEdit, pointedEdit } = await measureRefresh(live);
  const rounded = (value: number) => Number(value.toFixed(4));
  const result = {
    refresh_ratio: rounded(refresh),
    newest_edit_ratio: rounded(newestEdit),
    ...(pointedEdit === null ? {} : { pointed_edit_ratio: rounded(pointedEdit) }),
    heap_growth: rounded(growth),
  };
  console.log(values.json ? JSON.stringify(result) : result);
} finally {
  await live.close();
}
