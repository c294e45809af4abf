/**
 * Writes the lessons' scenes as samples for `python -m evaluate --answers`, as they are and after each edit of their demo:
 * `npx tsx tests/tools/lessonScenarios.ts FILE`. What a model answers can be read then within a minute, without a
 * browser. No answer is the right one: each sample's own is its first candidate.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { lessonIndexSchema } from "../../src/domain/lesson";
import { played } from "../../src/domain/scene";
import { isVisible } from "../../src/domain/setting";
import { readLesson } from "../../src/store/teachingFiles";
import { tools } from "./mockUsers";

const [, , file] = process.argv;
if (file === undefined) throw new Error("usage: npx tsx tests/tools/lessonScenarios.ts FILE");

const read = (name: string): string =>
  readFileSync(new URL(`../../public/lessons/${name}.json`, import.meta.url), "utf8");

const samples = lessonIndexSchema.parse(JSON.parse(read("index"))).lessons.flatMap(({ id }) => {
  const { setup, demo } = readLesson(id, read(id));
  const known = [...setup.tools, ...tools];
  return [...demo.keys(), demo.length].map((edits) => {
    const { query, setting, history, candidates: names = [] } = played(setup, demo.slice(0, edits));
    const candidates = names.flatMap((name) => known.find((tool) => tool.name === name) ?? []);
    const calls = history.flatMap((call) => (call && isVisible(setting, call) ? [call] : []));
    const answer = { tool_name: candidates[0]?.name ?? "", parameters: {} };
    return {
      id: `${id} after ${edits} edits`,
      setting,
      query,
      history: calls,
      candidates,
      fits: [0],
      answer,
    };
  });
});
writeFileSync(file, samples.map((sample) => `${JSON.stringify(sample)}\n`).join(""));
console.log(`${samples.length} scenes`);
