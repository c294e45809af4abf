/**
 * Writes public/recorded/<model id>.json: what a model makes of some of the lessons, first as they are, then after each
 * edit of their demo, as the built page computes it in Chromium. The page plays it while no model is ready.
 *
 *     npm run record -- [--model <id or address of a model>] [--lessons rating,recency] [--minutes 15]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import type { Lesson } from "../../src/domain/lesson";
import { recordingIndexSchema, recordingSchema, type RecordedScene } from "../../src/domain/recording";
import type { SceneEdit } from "../../src/domain/scene";
import { MANIFEST, modelManifestSchema } from "../../src/model/manifest";
import { modelFolder } from "../../src/model/registry";
import { readLesson } from "../../src/store/teachingFiles";
import { openBrowser, Visit } from "../e2e/visit";
import { Site } from "./site";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    lessons: { type: "string", default: "rating,recency" },
    minutes: { type: "string", default: "15" },
  },
});
/** How long one answer may take: without a graphics device it's minutes. */
const patience = Number(values.minutes) * 60_000;
const folder = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));

/** Waits for the answer that follows, and reads it from the page. */
async function outcome(
  visit: Visit,
  candidates: readonly string[],
  edit: SceneEdit | null,
  act: () => Promise<unknown>,
): Promise<RecordedScene["steps"][number]> {
  const runs = await visit.runs();
  await act();
  await visit.selected(runs, patience);
  await visit.complete(patience);
  const shown = await visit.candidates.evaluateAll((rows) =>
    rows.map(({ dataset }): [string, number] => [
      dataset["name"] ?? "",
      Number(dataset["probability"]) / Number(dataset["together"]),
    ]),
  );
  const of = new Map(shown);
  const call: unknown = JSON.parse((await visit.get("selection-json").textContent()) ?? "");
  return {
    edit,
    call: call as RecordedScene["steps"][number]["call"],
    // A candidate that was taken out has nothing.
    probabilities: candidates.map((name) => Number((of.get(name) ?? 0).toFixed(4))),
  };
}

async function record(visit: Visit, { id, title, setup, demo }: Lesson): Promise<RecordedScene> {
  const { candidates = [] } = setup;
  await visit.get("open-learn").click();
  const begin = visit.page.locator(`[data-testid=start-lesson][data-id="${id}"]`);
  const steps = [await outcome(visit, candidates, null, () => begin.click())];
  for (const edit of demo)
    steps.push(await outcome(visit, candidates, edit, () => visit.get("show-lesson").click()));
  await visit.get("leave-lesson").click();
  return { title, scene: setup, steps };
}

const [site, browser] = await Promise.all([Site.open(), openBrowser()]);
try {
  const { model } = values;
  const found = await fetch(new URL(MANIFEST, modelFolder(model ?? null, site.url)));
  const { id, name, promptFormat } = modelManifestSchema.parse(await found.json());
  const search = new URLSearchParams({ lang: "en", ...(model !== undefined && { model }) });
  const visit = await Visit.to(browser, `${site.url}?${search.toString()}`);
  await visit.loadModel(patience);
  const scenes: RecordedScene[] = [];
  for (const lessonId of values.lessons.split(",")) {
    const lesson = readLesson(lessonId, readFileSync(folder(`lessons/${lessonId}.json`), "utf8"));
    scenes.push(await record(visit, lesson));
    console.log(
      `${lessonId}: ${
        scenes
          .at(-1)
          ?.steps.map(({ call }) => call.tool_name)
          .join(", ") ?? ""
      }`,
    );
  }
  const date = new Date().toISOString();
  const recording = recordingSchema.parse({ version: 1, model: { id, name }, date, promptFormat, scenes });
  const index = recordingIndexSchema.parse(JSON.parse(readFileSync(folder("recorded/index.json"), "utf8")));
  const recordings = [id, ...index.recordings.filter((other) => other !== id)];
  for (const [path, content] of [
    [folder(`recorded/${id}.json`), recording],
    [folder("recorded/index.json"), { version: 1, recordings }],
  ] as const)
    writeFileSync(
      path,
      await format(JSON.stringify(content), { ...(await resolveConfig(path)), filepath: path }),
    );
  console.log(`public/recorded/${id}.json`);
} finally {
  await browser.close();
  await site.close();
}
