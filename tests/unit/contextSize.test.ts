import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { proposeCandidates } from "../../src/domain/candidates";
import { chatConfigSchema } from "../../src/model/chatText";
import { fitPrompt } from "../../src/model/fitting";
import { parseManifest } from "../../src/model/manifest";
import { BUNDLED_MODEL } from "../../src/model/registry";
import { Tokens } from "../../src/model/tokens";
import { ContextSize } from "../../src/state/contextSize.svelte";
import { seedUsers } from "../../src/store/mockUsers";
import { functions, tools } from "../tools/mockUsers";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/models/${BUNDLED_MODEL}/${name}`, import.meta.url), "utf8"));

test("the smaller context that is offered holds ten candidates of the catalogue, whatever is asked", async () => {
  const manifest = parseManifest(read("model.json"));
  const config = chatConfigSchema.parse(read("mlc-chat-config.json"));
  const tokens = new Tokens(read("tokenizer.json") as object);
  const size = new ContextSize(() => manifest.contextWindow);
  const smaller = size.smaller ?? 0;
  expect(smaller).toBeLessThan(manifest.contextWindow);
  const kept: number[] = [];
  const users = seedUsers(0);
  for (const [at, { id, queries }] of functions.entries())
    for (const query of queries) {
      const history = users[at % users.length]?.history ?? [];
      const ranked = tools.filter((tool) => tool.function === id);
      const candidates = proposeCandidates({ query, tools, ranked, history });
      expect(candidates).toHaveLength(10);
      const calls = history.map(({ tool, parameters, rating }) => ({ tool, parameters, rating }));
      const scenario = { setting: "rating-integrated" as const, query, candidates, history: calls };
      const { dropped } = await fitPrompt(tokens, config, smaller, scenario, manifest.answerForm);
      kept.push(history.length - dropped);
    }
  expect(kept.length).toBeGreaterThan(100);
  // In the middle there is room for a part of the history as well.
  expect(kept.toSorted((one, other) => one - other)[kept.length >> 1]).toBeGreaterThan(3);
  // A still smaller one would not.
  size.choose(smaller);
  expect(size.smaller).toBeNull();
});
