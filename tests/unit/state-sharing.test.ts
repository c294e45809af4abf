import { describe, expect, test } from "vitest";
import type { Tool } from "../../src/domain/tool";
import { History } from "../../src/state/history.svelte";
import { Presenting } from "../../src/state/presenting.svelte";
import { Question } from "../../src/state/question.svelte";
import { Sharing, type Made } from "../../src/state/sharing.svelte";
import { Toolbox } from "../../src/state/toolbox.svelte";
import { MAX_LINK } from "../../src/store/shareLink";
import { Store } from "../../src/store/store";
import { StoreError } from "../../src/store/storeError";

const tools: Tool[] = ["One", "Two", "Three"].map((provider) => ({
  name: `Weather.${provider}.Forecast`,
  description: "Weather forecast",
  parameters: [],
}));
const own: Tool = { name: "Weather.Own.Forecast", description: "Mine", parameters: [], source: "imported" };
const HOME = "https://example.org/live/";

/** A visitor whose first user, Mia, has made so many calls. */
async function visitor(calls: number, imported: readonly Tool[] = []) {
  const store = await Store.inMemory();
  await store.addTools(imported);
  await store.seed([
    {
      user: { id: "mia", name: "Mia", portrait: "Short answers." },
      history: Array.from({ length: calls }, (_, at) => ({
        tool: (at % 2 ? tools[0] : (imported[0] ?? tools[1]))?.name ?? "",
        // Hard to compress, as the made-up ids of real calls are.
        parameters: { id: crypto.randomUUID() },
        rating: ([1, 0, null] as const)[at % 3] ?? null,
        time: 60_000 * (29_000_000 + at),
      })),
    },
  ]);
  const history = new History(store);
  const toolbox = new Toolbox(store);
  await toolbox.open({ functions: [], tools });
  const question = new Question(
    store,
    toolbox,
    () => history.interactions,
    (error) => {
      throw error;
    },
  );
  let users = await store.users();
  let userId = "";
  const reread = async () => {
    await toolbox.refresh();
    users = await store.users();
    userId = (await store.preference("user")) ?? "mia";
    await history.open(userId);
    await question.open(userId, "Weather?");
  };
  await reread();
  const explaining = { open: null };
  const presenting = new Presenting(explaining, () => undefined);
  const faulty: { error: Error | null } = { error: null };
  const sharing = new Sharing({
    store: {
      import: (...change) => (faulty.error ? Promise.reject(faulty.error) : store.import(...change)),
    },
    toolbox,
    question,
    history,
    explaining,
    presenting,
    users: () => users,
    user: () => users.find(({ id }) => id === userId),
    reread,
  });
  return { store, history, toolbox, question, explaining, presenting, sharing, faulty, users: () => users };
}

function url(made: Made): string {
  if (!("url" in made)) throw new Error(`No link: ${JSON.stringify(made)}`);
  return made.url;
}

const fragment = (made: Made) => new URL(url(made)).hash;

describe("a link from one visitor to another", () => {
  test("asks first, then brings query, candidates, history, setting, view and tools, beside what was there", async () => {
    const sender = await visitor(5, [own]);
    sender.question.query = "Rain?";
    sender.question.setting = "chronological";
    sender.question.candidates.choose([own.name, "Weather.Two.Forecast"]);
    sender.presenting.show("page", ["header", "trail"]);
    const link = await sender.sharing.make(HOME);
    expect(url(link).startsWith(`${HOME}#share=`)).toBe(true);

    const receiver = await visitor(2);
    const before = await receiver.store.contents();
    await receiver.sharing.look(fragment(link));
    expect(receiver.sharing.arrived?.page).toMatchObject({ name: "Mia", query: "Rain?" });
    expect(receiver.sharing.proposedName).toBe("Mia (from a link)");
    expect(await receiver.store.contents()).toEqual(before);

    await receiver.sharing.accept();
    expect([receiver.sharing.arrived, receiver.sharing.fault]).toEqual([null, null]);
    const after = await receiver.store.contents();
    expect(after.users).toHaveLength(2);
    expect(after.users[0]).toEqual(before.users[0]);
    expect(after.users[1]).toMatchObject({ name: "Mia (from a link)" });
    const calls = (one: Awaited<ReturnType<typeof visitor>>) =>
      one.history.interactions.map(({ tool, parameters, rating, time }) => ({
        tool,
        parameters,
        rating,
        time,
      }));
    expect(calls(receiver)).toEqual(calls(sender));
    expect([receiver.question.query, receiver.question.setting]).toEqual(["Rain?", "chronological"]);
    expect(receiver.question.candidates.chosen).toEqual([own.name, "Weather.Two.Forecast"]);
    expect(receiver.toolbox.find(own.name)).toMatchObject({ description: "Mine", source: "link" });
    // The header is the way out.
    expect(receiver.presenting.hidden).toEqual(["trail"]);
  });

  test("replaces no tool and no user of the visitor's, also when it is opened twice", async () => {
    const sender = await visitor(3, [own]);
    const link = await sender.sharing.make(HOME);
    const mine: Tool = { ...own, description: "Another of the same name" };
    const receiver = await visitor(1, [mine]);
    const history = await receiver.store.history("mia");
    for (const name of ["Mia (from a link)", "Mia (from a link 2)"]) {
      await receiver.sharing.look(fragment(link));
      await receiver.sharing.accept();
      expect(receiver.users().at(-1)?.name).toBe(name);
    }
    expect(await receiver.store.history("mia")).toEqual(history);
    expect(receiver.toolbox.find(own.name)).toEqual(mine);
    expect(receiver.toolbox.find(`${own.name} (2)`)).toMatchObject({ description: "Mine", source: "link" });
  });

  test("says which candidates nobody here knows", async () => {
    const sender = await visitor(1);
    await sender.toolbox.open({ functions: [], tools: [...tools, { ...own, name: "Gone.By.Now" }] });
    sender.question.candidates.choose(["Gone.By.Now"]);
    const receiver = await visitor(1);
    await receiver.sharing.look(fragment(await sender.sharing.make(HOME)));
    expect(receiver.sharing.arrived?.unknown).toEqual(["Gone.By.Now"]);
  });

  test("changes nothing if it can't be stored, and says why", async () => {
    const receiver = await visitor(1);
    await receiver.sharing.look(fragment(await (await visitor(2)).sharing.make(HOME)));
    receiver.faulty.error = new StoreError("quota");
    const before = await receiver.store.contents();
    await receiver.sharing.accept();
    expect(receiver.sharing.fault).toMatch(/room/);
    expect(await receiver.store.contents()).toEqual(before);
    receiver.faulty.error = null;
    await receiver.sharing.accept();
    expect(receiver.users()).toHaveLength(2);
  });
});

describe("what is too long for a link", () => {
  test("is told with its sizes, and fits without as many of the oldest calls as it takes, and no more", async () => {
    const { sharing, history } = await visitor(400);
    const made = await sharing.make(HOME);
    if (!("characters" in made) || made.drop === null) throw new Error(JSON.stringify(made));
    const { characters, drop } = made;
    expect(characters.all).toBeGreaterThan(MAX_LINK);
    expect(characters.history).toBeGreaterThan(characters.all / 2);
    const short = await sharing.make(HOME, drop);
    expect(short).toMatchObject({ leftOut: drop, calls: 400 - drop });
    expect(url(short).length).toBeLessThanOrEqual(MAX_LINK);
    expect("characters" in (await sharing.make(HOME, drop - 1))).toBe(true);
    const receiver = await visitor(0);
    await receiver.sharing.look(fragment(short));
    await receiver.sharing.accept();
    expect(receiver.history.interactions.at(-1)?.parameters).toEqual(history.interactions.at(-1)?.parameters);
  });

  test("is hopeless where tools alone are too long", async () => {
    const words = () => Array.from({ length: 60 }, () => crypto.randomUUID()).join(" ");
    const documents = Array.from({ length: 6 }, (_, at) => ({
      ...own,
      name: `Weather.Own${at}.Forecast`,
      description: words(),
    }));
    const { sharing, question } = await visitor(2, documents);
    question.candidates.choose(documents.map(({ name }) => name));
    const made = await sharing.make(HOME);
    expect(made).toMatchObject({ drop: null });
  });

  test("without its history is short", async () => {
    const made = await (await visitor(400)).sharing.make(HOME, Infinity);
    expect(made).toMatchObject({ calls: 0, leftOut: 400 });
    expect(url(made).length).toBeLessThan(600);
  });
});

describe("the fragment of the page's address", () => {
  test("that is no link's is left alone", async () => {
    const { sharing } = await visitor(1);
    for (const other of ["", "#", "#selection", "#sharing"]) await sharing.look(other);
    expect([sharing.arrived, sharing.trouble]).toEqual([null, null]);
  });

  test("that is damaged is told, and forgotten; a newer one takes its place", async () => {
    const { sharing } = await visitor(1);
    await sharing.look("#share=abc");
    expect(sharing.trouble).toEqual({ code: "damaged-link" });
    await sharing.look(fragment(await sharing.make(HOME)));
    expect([sharing.trouble, sharing.arrived?.page.name]).toEqual([null, "Mia"]);
    sharing.forget();
    expect([sharing.trouble, sharing.arrived]).toEqual([null, null]);
  });
});
