import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUNDLED_MODEL } from "../../src/model/registry.ts";
import { ModelPage } from "./modelPage.ts";
import { compare, readReference } from "./reference.ts";

const models = [
  { name: "tiny-llama", folder: "../fixtures/tiny-llama" },
  { name: BUNDLED_MODEL, folder: `../../public/models/${BUNDLED_MODEL}` },
];

/** The references come from PyTorch with the same dequantized weights; models/README.md has the commands. */
describe.each(models)("logits of $name", ({ name, folder }) => {
  const { stride, cases } = readReference(new URL(`${name}.reference.json`, import.meta.url));
  let page: ModelPage;
  beforeAll(async () => {
    page = await ModelPage.open(fileURLToPath(new URL(folder, import.meta.url)), { record: true });
  }, 180_000);
  afterAll(() => page.close());

  test.each(cases)("a prompt of $promptTokens tokens", { timeout: 300_000 }, async (one) => {
    const { promptTokens, differences, sameGreedy } = await compare(page, one, stride);
    expect(promptTokens.ours).toBe(promptTokens.reference);
    expect(Math.max(...differences)).toBeLessThan(0.01);
    expect(sameGreedy).toBe(true);
  });
});
