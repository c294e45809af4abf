import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LanguageChoice, wantedLanguages } from "../../src/state/languageChoice";
import { modelLink } from "../../src/state/modelLink";
import { Store } from "../../src/store/store";
import { language, speak, words } from "../../src/words/words.svelte";

/** The page's address, and what the browser would show after a change of it. */
let shown: URL;

function visit(address: string, languages: string[]): void {
  shown = new URL(address, "https://page.example/live/");
  vi.stubGlobal("location", {
    get href() {
      return shown.href;
    },
    get search() {
      return shown.search;
    },
  });
  vi.stubGlobal("history", {
    state: null,
    replaceState: (_: unknown, __: string, url: URL) => (shown = url),
  });
  vi.stubGlobal("navigator", { languages });
}

const faults: unknown[] = [];
const choiceOf = (store: Pick<Store, "preference" | "setPreference">) =>
  new LanguageChoice(store, (error) => faults.push(error));

beforeEach(async () => {
  faults.length = 0;
  await speak(["en"]);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await speak(["en"]);
});

describe("the language that is spoken", () => {
  test.each([
    [["de"], "de"],
    [["de-AT", "en"], "de"],
    [["DE"], "de"],
    [["tlh", "de"], "de"],
    [["en-GB", "de"], "en"],
    [["tlh"], "en"],
    [["", "../en", "__proto__", "constructor"], "en"],
    [[], "en"],
  ])("for %j is %s", async (wanted, tag) => {
    await speak(wanted);
    expect(language()).toBe(tag);
    expect(words().topBar.language).toBe(tag === "de" ? "Sprache" : "Language");
  });

  test("is the one that was wanted last, however long its words take", async () => {
    const first = speak(["de"]);
    await speak(["en"]);
    await first;
    expect(language()).toBe("en");
  });

  test.each<[string, string | undefined, string[], string[]]>([
    ["?lang=de", "en", ["fr"], ["de", "en", "fr"]],
    ["?kiosk&lang=de-CH", undefined, [], ["de-CH"]],
    ["?lang=", "de", ["en"], ["de", "en"]],
    ["", undefined, ["de", "en"], ["de", "en"]],
  ])(
    "is wanted by the address %j, the choice %j and the browser %j in this order",
    (search, chosen, own, all) => {
      expect(wantedLanguages(search, chosen, own)).toEqual(all);
    },
  );
});

describe("the choice of a language", () => {
  test("is kept, and wins over the browser", async () => {
    visit("?model=tiny", ["en"]);
    const store = await Store.inMemory();
    await choiceOf(store).open();
    expect(language()).toBe("en");
    choiceOf(store).choose("de");
    await expect.poll(language).toBe("de");
    expect(shown.search).toBe("?model=tiny");
    await speak(["en"]);
    await expect.poll(() => store.preference("language")).toBe("de");
    await choiceOf(store).open();
    expect(language()).toBe("de");
  });

  test("gives way to the address, until somebody chooses anew", async () => {
    visit("?lang=en&model=tiny#part", ["de"]);
    const store = await Store.inMemory();
    await store.setPreference("language", "de");
    await choiceOf(store).open();
    expect(language()).toBe("en");
    choiceOf(store).choose("de");
    expect(shown.href).toBe("https://page.example/live/?model=tiny#part");
    await choiceOf(store).open();
    expect(language()).toBe("de");
  });

  test("for a language that this version doesn't have gives way to the browser's", async () => {
    visit("", ["de"]);
    const store = await Store.inMemory();
    await store.setPreference("language", "tlh");
    await choiceOf(store).open();
    expect(language()).toBe("de");
  });

  test("holds for this visit where it can't be kept, and says so", async () => {
    visit("", ["en"]);
    const refused = new Error("No room.");
    const choice = choiceOf({
      preference: () => Promise.resolve(undefined),
      setPreference: () => Promise.reject(refused),
    });
    choice.choose("de");
    await expect.poll(language).toBe("de");
    await expect.poll(() => faults).toEqual([refused]);
  });
});

test("a link to another model keeps the language that the address asks for", () => {
  expect(modelLink(" https://a.example/m/ ", "?autoload&lang=de&model=tiny")).toBe(
    "?model=https%3A%2F%2Fa.example%2Fm%2F&lang=de",
  );
  expect(modelLink("tiny", "?autoload")).toBe("?model=tiny");
});
