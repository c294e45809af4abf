/**
 * Writes prompts that try a model with both answer forms on the mock users: for each user, everyday function and
 * example query where the ratings name one best tool. One JSON line each, for `python -m train.forms`.
 */
import { callLead } from "../../src/domain/answerGrammar";
import { proposeCandidates } from "../../src/domain/candidates";
import { writePrompt } from "../../src/domain/prompt";
import { visibleHistory } from "../../src/domain/setting";
import { seedUsers } from "../../src/store/mockUsers";
import { bestRated, functions, tools } from "./mockUsers";

for (const { user, history } of seedUsers(0))
  for (const { id, queries } of functions) {
    const ranked = tools.filter((tool) => tool.function === id);
    const gold = bestRated(history, new Set(ranked.map(({ name }) => name)));
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
