/** Links that carry what one visitor sees to another: made, copied, shown as a code, asked about, opened, refused. */
import { randomUUID } from "node:crypto";
import { deflateSync } from "node:zlib";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let sender: Visit;

const QUERY = "Will it rain in Bergen?";

beforeAll(async () => {
  sender = await Visit.to(browser, home(), { permissions: ["clipboard-read", "clipboard-write"] });
  await sender.keep("interaction", 3);
  await sender.get("query").fill(QUERY);
  await sender.get("setting-chronological").click();
  await sender.saved();
});

const home = () => `${site.url}?model=${TINY}`;
const fragment = (content: string) => `#share=${deflateSync(content, { level: 9 }).toString("base64url")}`;
const names = (visit: Visit) =>
  visit.candidates.evaluateAll((rows) => rows.map((row) => row.dataset["name"]));
const calls = (visit: Visit) =>
  visit.interactions.evaluateAll((cards) =>
    cards.map((card) => [card.dataset["tool"], card.dataset["rating"]]),
  );
const people = (visit: Visit) => visit.page.locator(".users button[aria-pressed]");
const closeDialog = (visit: Visit) => visit.get("close-dialog").first().click();

/** The link to what a visitor sees. */
async function link(visit: Visit): Promise<string> {
  await visit.get("open-share").click();
  const url = await visit.get("share-url").inputValue();
  await closeDialog(visit);
  return url;
}

describe("a link", () => {
  test("is copied: all of it in the fragment, at most 8 KB", async () => {
    await sender.get("open-share").click();
    await sender.get("copy-link").click();
    const copied = await sender.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await sender.get("share-url").inputValue());
    expect(copied.length).toBeLessThanOrEqual(8192);
    const url = new URL(copied);
    expect([url.origin, url.searchParams.get("model")]).toEqual([new URL(site.url).origin, TINY]);
    expect(url.hash).toMatch(/^#share=[\w-]+$/);
    expect(await sender.get("share-size").getAttribute("data-calls")).toBe("3");
    await closeDialog(sender);
  });

  test("asks first; refused, it leaves nothing behind, not even in the address", async () => {
    const visit = await Visit.to(browser, await link(sender));
    await visit.get("link-contents").waitFor();
    expect(await visit.get("link-contents").textContent()).toContain(QUERY);
    expect(await visit.get("link-contents").textContent()).toContain("3 calls");
    const before = [await people(visit).count(), await visit.get("query").inputValue(), await calls(visit)];
    await visit.get("decline-link").click();
    await visit.get("link-contents").waitFor({ state: "detached" });
    expect(new URL(visit.page.url()).hash).toBe("");
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    expect([await people(visit).count(), await visit.get("query").inputValue(), await calls(visit)]).toEqual(
      before,
    );
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("opened, it shows the same to a person of its own, beside the visitor's own, and stays", async () => {
    const url = await link(sender);
    const visit = await Visit.to(browser, url);
    const count = await people(visit).count();
    const own = await calls(visit);
    await visit.get("accept-link").click();
    await visit.get("link-contents").waitFor({ state: "detached" });
    expect(new URL(visit.page.url()).hash).toBe("");
    for (let again = 0; again < 2; again++) {
      expect(await people(visit).count()).toBe(count + 1);
      expect(await calls(visit)).toEqual(await calls(sender));
      expect(await visit.get("query").inputValue()).toBe(QUERY);
      expect(await names(visit)).toEqual(await names(sender));
      expect(await visit.get("setting-chronological").locator("input").isChecked()).toBe(true);
      await visit.page.reload();
      await visit.interactions.first().waitFor();
    }
    await people(visit).first().click();
    await visit.page.waitForFunction(
      (length) => document.querySelectorAll("[data-testid=interaction]").length === length,
      own.length,
    );
    expect(await calls(visit)).toEqual(own);
    // No server has seen what the link carries.
    const payload = new URL(url).hash.slice("#share=".length, 60);
    expect(site.requests.filter((path) => path.includes(payload))).toEqual([]);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("pasted over an open page is asked about as well", async () => {
    const visit = await Visit.to(browser, home());
    const { hash } = new URL(await link(sender));
    await visit.page.evaluate((pasted) => (location.hash = pasted), hash);
    await visit.get("accept-link").click();
    await visit.page.waitForFunction(
      () => document.querySelectorAll("[data-testid=interaction]").length === 3,
    );
    await visit.close();
  });

  test("brings tools that only the sender has, marked, under names that are free", async () => {
    const visit = await Visit.to(browser, home());
    const document = (description: string) => ({
      name: "own.jsonl",
      mimeType: "application/json",
      buffer: Buffer.from(
        JSON.stringify({ category: "Weather", provider: "OwnCast", operation: "Forecast", description }),
      ),
    });
    const imported = async (one: Visit, description: string) => {
      await one.get("open-import").click();
      await one.get("import-file").setInputFiles(document(description));
      await one.get("import-result").waitFor();
      await closeDialog(one);
    };
    await imported(visit, "The sender's forecast of rain");
    await visit.keep("candidate", 2);
    await visit.get("add-candidate").click();
    await visit.page.locator("[role=dialog] [role=combobox]").fill("OwnCast");
    await visit.page.locator("[role=dialog] [role=option]").first().click();
    const receiver = await Visit.to(browser, home());
    await imported(receiver, "Another forecast of the same name");
    await receiver.page.goto("about:blank");
    await receiver.page.goto(await link(visit));
    await receiver.get("link-tools").waitFor();
    expect(await receiver.get("link-tools").textContent()).toContain("The sender's forecast of rain");
    await receiver.get("accept-link").click();
    await receiver.get("link-contents").waitFor({ state: "detached" });
    expect(await names(receiver)).toContain("Weather.OwnCast.Forecast (2)");
    await receiver.get("open-import").click();
    const tools = receiver.get("imported-tool");
    expect(await tools.evaluateAll((rows) => rows.map((row) => row.dataset["name"]))).toEqual([
      "Weather.OwnCast.Forecast",
      "Weather.OwnCast.Forecast (2)",
    ]);
    expect(await tools.nth(0).textContent()).not.toContain("From a link");
    expect(await tools.nth(1).textContent()).toContain("From a link");
    expect([...visit.problems, ...receiver.problems]).toEqual([]);
    await Promise.all([visit.close(), receiver.close()]);
  });
});

describe("a hostile or damaged link", () => {
  const cases: [string, string, RegExp][] = [
    ["damaged-link", "#share=abc", /cut off or changed.*Copy the whole link/],
    ["strange-character", "#share=eJw<script>", /Character 11 .*“%”/],
    ["large-link", fragment("a".repeat(5_000_000)), /more than 256 KB/],
    ["no-json-link", fragment("hello"), /not written by this page/],
    ["other-link-version", fragment('{"version":7}'), /version 7; this page reads version 1/],
    ["unsafe-link", fragment('{"version":1,"view":{"__proto__":{"x":1}}}'), /at view\.__proto__/],
    ["no-page-link", fragment('{"version":1,"query":1}'), /not as expected/],
    ["long-link", `#share=${"A".repeat(9000)}`, /at most 8,192/],
  ];
  test.each(cases)(
    "%s: says what, where and what to do; then the page goes on as ever",
    async (code, hash, said) => {
      const visit = await Visit.to(browser, home() + hash);
      await visit.page.waitForSelector(`[data-testid=link-trouble][data-code=${code}]`);
      expect(await visit.get("link-trouble").textContent()).toMatch(said);
      expect(await visit.get("accept-link").count()).toBe(0);
      await visit.get("close-link").click();
      expect(new URL(visit.page.url()).hash).toBe("");
      const runs = await visit.interactions.count();
      await visit.interactions.first().getByTestId("delete").click();
      expect(await visit.interactions.count()).toBe(runs - 1);
      await visit.saved();
      expect(visit.problems).toEqual([]);
      await visit.close();
    },
  );

  test("whose texts look like markup shows them as texts", async () => {
    const hostile = {
      version: 1,
      name: "<img src=x onerror=alert(1)>",
      portrait: "\u202Eevil",
      query: "</textarea><script>alert(1)</script>",
      setting: "preferred-only",
      candidates: ["<b>A</b>.<i>B</i>.C"],
      history: [{ tool: "<svg onload=alert(1)>.B.C", parameters: { "<k>": "<v>" }, rating: 1, minute: 0 }],
      tools: [],
      view: {
        view: "page",
        hidden: ["header", "trail", "history", "query", "candidates", "selection"],
        open: null,
      },
    };
    const visit = await Visit.to(browser, home() + fragment(JSON.stringify(hostile)));
    expect(await visit.get("link-contents").textContent()).toContain(hostile.query);
    expect(await visit.get("link-unknown").count()).toBe(1);
    await visit.get("accept-link").click();
    await visit.get("link-contents").waitFor({ state: "detached" });
    // What it hides is brought back by the header, which a link can't hide.
    await visit.get("open-share").click();
    await visit.get("show-all-parts").click();
    await closeDialog(visit);
    expect(await visit.get("query").inputValue()).toBe(hostile.query);
    expect(await visit.page.locator("img[src=x], svg[onload]").count()).toBe(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});

describe("what is too long", () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.to(browser, home());
    const history = Array.from({ length: 300 }, (_, at) => ({
      id: `long-${at}`,
      tool: "Weather.SkyCast.Forecast",
      // Hard to compress, as real ids are.
      parameters: { id: randomUUID() },
      rating: at % 2,
      time: 1_700_000_000_000 + at * 3_600_000,
    }));
    const data = {
      format: "petoolllama-live",
      version: 2,
      users: [{ id: "long", name: "Lena Long", portrait: "Does a lot.", history }],
      tools: [],
      settings: { user: "long" },
    };
    await visit.get("open-data").click();
    await visit.get("import-data-file").setInputFiles({
      name: "long.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(data)),
    });
    await visit.get("import-data").click();
    await visit.get("import-data-done").waitFor();
    await closeDialog(visit);
    await visit.get("user-long").click();
  });
  afterAll(() => visit.close());

  test("for a link: says how long and what it is; old calls are left out only if one agrees", async () => {
    await visit.get("open-share").click();
    await visit.get("share-too-long").waitFor();
    expect(Number(await visit.get("share-too-long").getAttribute("data-characters"))).toBeGreaterThan(8192);
    expect(await visit.get("share-url").count()).toBe(0);
    const left = Number(await visit.get("share-drop").getAttribute("data-calls"));
    await visit.get("share-drop").click();
    const url = await visit.get("share-url").inputValue();
    expect(url.length).toBeLessThanOrEqual(8192);
    expect(await visit.get("share-size").getAttribute("data-calls")).toBe(String(300 - left));
  });

  test("for a code: says so, and makes one without the history, which a camera reads", async () => {
    await visit.get("show-qr").click();
    await visit.get("qr-long").waitFor();
    await visit.get("qr-shorten").click();
    const url = await scanned(visit);
    expect(await visit.get("qr-without").count()).toBe(1);
    await visit.page.keyboard.press("Escape");
    const receiver = await Visit.to(browser, url);
    await receiver.get("link-contents").waitFor();
    expect(await receiver.get("link-contents").textContent()).toContain("Lena Long");
    expect(await receiver.get("link-contents").textContent()).toContain("0 calls");
    expect([...visit.problems, ...receiver.problems]).toEqual([]);
    await receiver.close();
  });
});

test("the code of a short link is large, and holds the whole link", async () => {
  await sender.get("open-share").click();
  const url = await sender.get("share-url").inputValue();
  await sender.get("show-qr").click();
  expect(await scanned(sender)).toBe(url);
  const box = await sender.get("qr").boundingBox();
  expect(box?.width).toBeGreaterThan(500);
  expect(sender.problems).toEqual([]);
});

/** What a QR code on the page says, as another program than the page's own reads its screenshot's pixels. */
async function scanned(visit: Visit): Promise<string> {
  await visit.get("qr").waitFor();
  const png = await visit.get("qr").screenshot({ scale: "css" });
  const image = await visit.page.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return { width: canvas.width, height: canvas.height, data: [...pixels] };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return decodeQR({ ...image, data: Uint8Array.from(image.data) });
}
