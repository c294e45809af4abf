/**
 * Writes prompts that try a model with both answer forms on the mock users: for each user, everyday function and
 * example query where the ratings name one best tool. One JSON line each, for `python -m train.forms`.
 */
import { readFileSync } from "node:fs";
import { callLead } from "../../src/domain/answerGrammar";
import { proposeCandidates } from "../../src/domain/candidates";
import { catalogueSchema } from "../../src/domain/catalogue";
import type { PastCall } from "../../src/domain/interaction";
import { writePrompt } from "../../src/domain/prompt";
import { visibleHistory } from "../../src/domain/setting";
import { seedUsers } from "../../src/store/mockUsers";

const { functions, tools } = catalogueSchema.parse(
  JSON.parse(readFileSync(new URL("../../public/catalogue.json", import.meta.url), "utf8")),
);

/** The one tool of a function that a history rates best, if there is one and it is liked. */
function preferred(history: readonly PastCall[], names: ReadonlySet<string>): string | undefined {
  const scores = new Map<string, number>();
  for (const { tool, rating } of history)
    if (names.has(tool) && rating !== null)
      scores.set(tool, (scores.get(tool) ?? 0) + (rating === 1 ? 1 : -1));
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && second && best[1] > Math.max(0, second[1]) ? best[0] : undefined;
}

for (const { user, history } of seedUsers(0))
  for (const { id, queries } of functions) {
    const ranked = tools.filter((tool) => tool.function === id);
    const gold = preferred(history, new Set(ranked.map(({ name }) => name)));
    if (gold === undefined) continue;
    for (const query of queries) {
      const candidates = proposeCandidates({ query, tools, ranked, history });
      for (const setting of ["preferred-only", "rating-integrated"] as const)
        for (const form of ["call", "fit-call"] as const) {
          const scenario = { setting, query, candidates, history: visibleHistory(setting, history) };
          const trial = {
            id: `${user.id} ${id} ${query}`,
            setting,
            form,
            messages: writePrompt(scenario, form),
            leads: candidates.map(callLead),
            fits: candidates.flatMap((tool, index) => (tool.function === id ? [index] : [])),
            gold: candidates.findIndex(({ name }) => name === gold),
          };
          console.log(JSON.stringify(trial));
        }
    }
  }
