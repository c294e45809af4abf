/**
 * Writes the bundled mock users' own scenarios as samples for `python -m evaluate`: for each user, everyday function and
 * example question where the ratings name one best tool, and as twins the same with all ratings turned round, where
 * they then name another: `npx tsx tests/tools/mockScenarios.ts FOLDER` writes `mock.jsonl` and `mock-twins.jsonl`. Their
 * answers hold no parameters: only the tools can be judged.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { proposeCandidates } from "../../src/domain/candidates";
import type { PastCall } from "../../src/domain/interaction";
import { seedUsers } from "../../src/store/mockUsers";
import { bestRated, functions, tools } from "./mockUsers";

const [, , folder] = process.argv;
if (folder === undefined) throw new Error("usage: npx tsx tests/tools/mockScenarios.ts FOLDER");

const turned = (history: readonly PastCall[]): PastCall[] =>
  history.map((call) => ({ ...call, rating: call.rating === null ? null : call.rating === 1 ? 0 : 1 }));

const pairs = seedUsers(0).flatMap(({ user, history }) =>
  functions.flatMap(({ id, queries }) => {
    const ranked = tools.filter((tool) => tool.function === id);
    const names = new Set(ranked.map(({ name }) => name));
    return queries.flatMap((query) => {
      const candidates = proposeCandidates({ query, tools, ranked, history });
      const sample = (own: readonly PastCall[], twin: string) => {
        const gold = bestRated(own, names);
        const calls = own.map(({ tool, parameters, rating }) => ({ tool, parameters, rating }));
        return (
          gold !== undefined && {
            id: `${user.id} ${id} ${query}${twin}`,
            setting: "rating-integrated",
            query,
            history: calls,
            candidates,
            fits: candidates.flatMap((tool, at) => (names.has(tool.name) ? [at] : [])),
            answer: { tool_name: gold, parameters: {} },
          }
        );
      };
      const [one, other] = [sample(history, ""), sample(turned(history), "~twin")];
      return one && other && one.answer.tool_name !== other.answer.tool_name ? [[one, other] as const] : [];
    });
  }),
);
mkdirSync(folder, { recursive: true });
for (const [at, name] of ["mock.jsonl", "mock-twins.jsonl"].entries())
  writeFileSync(join(folder, name), pairs.map((pair) => `${JSON.stringify(pair[at])}\n`).join(""));
console.log(`${pairs.length} scenarios`);
