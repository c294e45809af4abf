import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogueSchema } from "../../src/domain/catalogue";
import { callFaults, toolCallSchema } from "../../src/domain/toolCall";
import { modelManifestSchema } from "../../src/model/manifest";
import { BUNDLED_MODEL } from "../../src/model/registry";
import { opened } from "./opened";
import { Visit } from "./visit";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/${path}`, import.meta.url), "utf8"));
const { kind } = modelManifestSchema.parse(read(`models/${BUNDLED_MODEL}/model.json`));

/** A selection takes minutes without a graphics device. */
const PATIENCE = 600_000;

const { site, browser } = await opened();

const candidatesOf = (visit: Visit) =>
  visit.candidates.evaluateAll((rows) => rows.map((row) => row.dataset["name"]));

const chosen = (visit: Visit) => visit.get("selected-tool").getAttribute("data-name");

test(
  "the bundled model answers a real question about real tools with a valid call",
  { timeout: 900_000 },
  async () => {
    const { tools } = catalogueSchema.parse(read("catalogue.json"));
    const visit = await Visit.to(browser, site.url);
    await visit.get("query").fill("How much is 100 US dollars in euros?");
    await visit.loadModel(300_000);
    await visit.selected(0, PATIENCE);

    const names = await candidatesOf(visit);
    const call = toolCallSchema.parse(JSON.parse((await visit.get("selection-json").textContent()) ?? ""));
    expect(names).toHaveLength(10);
    expect(names).toContain(call.tool_name);
    const tool = tools.find(({ name }) => name === call.tool_name);
    expect(tool).toBeDefined();
    if (tool) expect(callFaults(tool, call.parameters)).toEqual([]);
    expect(kind).toBe("personalized");
    const badge = visit.get("model-badge");
    expect(await badge.getAttribute("data-kind")).toBe(kind);
    expect(await badge.textContent()).not.toMatch(/base model/i);
    await visit.get("layers").waitFor();
    expect(await visit.get("fit-bar").count()).toBe(10);
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);

/**
 * Questions to mock users who only ever liked one of the tools that fit and only ever disliked another, whose providers
 * do nothing else for them: whoever reads the ratings prefers the first, and with all of these turned round the second.
 */
const scenarios = [
  {
    user: "victor",
    query: "Text the plumber at +15550100 that Tuesday works.",
    liked: "Messaging.Twilio.CreateMessage",
    disliked: "Messaging.BulkSMS.SendMessage",
  },
  {
    user: "victor",
    query: "Show me images of old typewriters.",
    liked: "Images.GettyImages.SearchCreative",
    disliked: "Images.Flickr.PhotoSearch",
  },
  {
    user: "priya",
    query: "What does 'Feierabend' mean in English?",
    liked: "Translation.GoogleTranslate.TranslateText",
    disliked: "Translation.Apptigent.TranslateString",
  },
];

const callsOf = (visit: Visit, tool: string) =>
  visit.page.locator(`[data-testid=interaction][data-tool="${tool}"]`);

/** All ratings that the user's calls of a tool have. */
const ratingsOf = (visit: Visit, tool: string) =>
  callsOf(visit, tool).evaluateAll((rows) => [...new Set(rows.map((row) => row.dataset["rating"]))]);

async function rate(visit: Visit, tool: string, rating: 0 | 1): Promise<void> {
  for (const call of await callsOf(visit, tool).all())
    await call.getByTestId(rating === 1 ? "like" : "dislike").click();
  await expect.poll(() => ratingsOf(visit, tool)).toEqual([String(rating)]);
}

test(
  "on three real scenarios of the bundled mock users, flipping the ratings between two fitting providers flips the selected tool",
  { timeout: 300_000 + 2 * scenarios.length * PATIENCE },
  async () => {
    const visit = await Visit.to(browser, site.url);
    for (const [at, { user, query, liked, disliked }] of scenarios.entries()) {
      // Before the first selection the page counts none.
      const before = at === 0 ? 0 : await visit.runs();
      await visit.get(`user-${user}`).click();
      await visit.page.locator(`[data-testid=user-${user}][aria-pressed=true]`).waitFor();
      await visit.get("query").fill(query);
      await visit.get("setting-rating-integrated").click();
      await expect.poll(() => ratingsOf(visit, liked)).toEqual(["1"]);
      await expect.poll(() => ratingsOf(visit, disliked)).toEqual(["0"]);
      expect(await candidatesOf(visit)).toEqual(expect.arrayContaining([liked, disliked]));
      if (at === 0) await visit.loadModel(300_000);
      await visit.selected(before, PATIENCE);
      expect(await chosen(visit), `${user}: ${query}`).toBe(liked);

      const unflipped = await visit.runs();
      await rate(visit, liked, 0);
      await rate(visit, disliked, 1);
      await visit.selected(unflipped, PATIENCE);
      expect(await chosen(visit), `${user}, with other ratings: ${query}`).toBe(disliked);
    }
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);
