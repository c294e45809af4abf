/** What the page's state has to say follows the language, also what was said before it was chosen. */
import { expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();

test("a fault that is shown changes its words with the language", async () => {
  const visit = await Visit.to(browser, `${site.url}?model=/fixtures/no-model-here/`);
  const fault = visit.get("model-error");
  await fault.waitFor();
  expect(await fault.innerText()).toMatch(
    /^There is no model here: http.*model\.json answered with status 404\.$/,
  );
  await visit.speak("de");
  expect(await fault.innerText()).toMatch(
    /^Hier ist kein Modell: http.*model\.json antwortete mit dem Status 404\.$/,
  );
  expect(await fault.getAttribute("data-kind")).toBe("not-a-model");
  await visit.close();
});

test("an edit's name, its call and its user's portrait do so, too", async () => {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  const portrait = visit.get("history").locator("h2 + p");
  expect(await portrait.innerText()).toContain("geography");
  const card = visit.interactions.first();
  const disliked = (await card.getAttribute("data-rating")) === "0";
  await card.getByTestId(disliked ? "like" : "dislike").click();
  const undo = visit.get("undo-edit");
  expect(await undo.getAttribute("title")).toMatch(/^Undo: (dis)?liked .+ \(Ctrl\+Z\)$/);
  await visit.get("setting-preferred-only").click();
  const unseen = visit.page.getByText("Not liked, so not shown to the model");
  expect(await unseen.count()).toBeGreaterThan(0);

  await visit.speak("de");
  expect(await portrait.innerText()).toContain("Erdkunde");
  expect(await undo.getAttribute("title")).toContain("nur positive Aufrufe gezeigt");
  expect(await unseen.count()).toBe(0);
  expect(await visit.page.getByText("für das Modell unsichtbar").count()).toBeGreaterThan(0);
  await undo.click();
  expect(await undo.getAttribute("title")).toMatch(/(positiv|negativ) bewertet/);
  expect(visit.problems).toEqual([]);
  await visit.close();
});

test("files are refused, and read with notes, in German", async () => {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}&lang=de`);
  const take = (testid: string, name: string, text: string) =>
    visit.get(testid).setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await visit.get("open-import").click();
  await take("import-file", "leer.json", " ");
  await visit.get("import-error").waitFor();
  expect(await visit.get("import-error").innerText()).toMatch(/„leer\.json“ ist leer\. Erwartet wird/);
  const paths = { "/a": { get: { operationId: "alpha", parameters: [{ $ref: "#/nowhere" }] } } };
  await take("import-file", "api.json", JSON.stringify({ openapi: "3.0.0", info: { title: "T" }, paths }));
  await visit.get("import-result").waitFor();
  expect(await visit.get("import-result").innerText()).toContain("Der Verweis „#/nowhere“ führt ins Leere.");
  await visit.get("close-dialog").click();

  await visit.get("open-data").click();
  await take("import-data-file", "fremd.json", "{,}");
  await visit.get("import-data-error").waitFor();
  expect(await visit.get("import-data-error").innerText()).toMatch(
    /„fremd\.json“ ist kein JSON \(Zeile 1, Spalte 2: erwartet: ein erster Schlüssel oder }, gefunden: ",}"\)/,
  );
  expect(visit.problems).toEqual([]);
  await visit.close();
});
