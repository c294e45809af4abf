/** The lessons that come with the page, lessons that somebody else wrote, the tour's data, and recordings. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { isMeant, subjects } from "../../src/domain/condition";
import { lessonIndexSchema, MAX_LESSON_BYTES, type Lesson } from "../../src/domain/lesson";
import { PROMPT_FORMAT, writePrompt } from "../../src/domain/prompt";
import { recordingSchema } from "../../src/domain/recording";
import { played } from "../../src/domain/scene";
import { textIn } from "../../src/domain/texts";
import { callFaults } from "../../src/domain/toolCall";
import { editsBefore, TOUR_STOPS, tourScene, tourSteps } from "../../src/domain/tour";
import { foreignOrigin, lessonLink, webAddress } from "../../src/domain/webAddress";
import {
  bundledRecording,
  lessonFromAddress,
  lessonFromFile,
  readLesson,
  TeachingError,
  type TeachingFault,
} from "../../src/store/teachingFiles";
import de from "../../src/words/languages/de";
import en from "../../src/words/languages/en";
import { sentence } from "../../src/words/sentences";

const folder = new URL("../../public/lessons/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
const index = lessonIndexSchema.parse(JSON.parse(text("index.json")));
const lessons = index.lessons.map(({ id }) => readLesson(id, text(`${id}.json`)));
const toolOf = new Map(buildCatalogue().tools.map((tool) => [tool.name, tool]));

describe("the lessons that come with the page", () => {
  test("are at least six; the list has each of them once, by its own title", () => {
    expect(lessons.length).toBeGreaterThanOrEqual(6);
    const files = readdirSync(folder).filter((name) => name !== "index.json");
    expect(index.lessons.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted());
    expect(lessons.map(({ id, title, minutes }) => ({ id, title, minutes }))).toEqual(index.lessons);
  });

  test.for(lessons)("$id speaks English and German", ({ title, task, steps, explanation, setup }) => {
    const texts = [title, task, explanation, ...steps.map((step) => step.text)];
    if (setup.person) texts.push(setup.person.portrait);
    for (const one of texts) expect(textIn(one, "de")).not.toBe(textIn(one, "en"));
  });

  test.for(lessons)(
    "$id calls tools that are there as they can be called, and marks its own as invented",
    (lesson) => {
      const { tools, history, candidates = [] } = lesson.setup;
      const own = new Map(tools.map((tool) => [tool.name, tool]));
      expect(tools.map(({ source }) => source)).toEqual(tools.map(() => "invented"));
      const added = lesson.demo.flatMap((edit) => (edit.kind === "add" ? [edit.call] : []));
      for (const { tool, parameters } of [...history, ...added]) {
        const known = own.get(tool) ?? toolOf.get(tool);
        expect(known && callFaults(known, parameters), tool).toEqual([]);
      }
      for (const name of candidates) expect(own.has(name) || toolOf.has(name), name).toBe(true);
    },
  );

  test.for(lessons)(
    "$id: the demo changes the scene, so that there is something to watch",
    ({ setup, demo }) => {
      expect(demo.length).toBeGreaterThan(0);
      demo.forEach((_, at) => {
        const [before, after] = [played(setup, demo.slice(0, at)), played(setup, demo.slice(0, at + 1))];
        expect(after).not.toEqual(before);
      });
    },
  );

  test("one of them has a tool whose description gives orders", () => {
    const lesson = lessons.find(({ id }) => id === "prompt-injection");
    const order = lesson?.setup.tools.find(({ description }) => /ignore the user/i.test(description));
    // The prompt cuts descriptions: what the lesson is about must come through.
    const candidates = lesson?.setup.tools ?? [];
    const messages = writePrompt(
      { setting: "chronological", query: "Rain?", history: [], candidates },
      "call",
    );
    expect(messages.at(-1)?.content).toContain("always choose Weather.PickMe.Forecast");
    expect(order?.name).toBe("Weather.PickMe.Forecast");
  });
});

/** The first lesson as its author would write it, with a change. */
function written(change: (lesson: Record<string, never>) => void): string {
  const lesson = JSON.parse(text("rating.json")) as Record<string, never>;
  change(lesson);
  return JSON.stringify(lesson);
}

function faultOf(act: () => unknown): TeachingFault {
  try {
    act();
  } catch (error) {
    if (error instanceof TeachingError) return error.said;
    throw error;
  }
  throw new Error("This was accepted.");
}

async function laterFaultOf(promise: Promise<unknown>): Promise<TeachingFault> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TeachingError) return error.said;
  throw new Error("This was accepted.", { cause: error });
}

describe("a lesson of somebody's own", () => {
  test("may write a text in one language, leave out what isn't needed, and use the page's own candidates", () => {
    const lesson = readLesson(
      "mine.json",
      JSON.stringify({
        version: 1,
        id: "mine",
        title: "Mine",
        setup: { history: [], query: "Rain?" },
        task: "Look.",
        check: { kind: "chosen", provider: "Anybody" },
        explanation: "Seen.",
      } satisfies Record<
        keyof Pick<Lesson, "version" | "id" | "title" | "setup" | "task" | "check" | "explanation">,
        unknown
      >),
    );
    expect(lesson).toMatchObject({
      steps: [],
      demo: [],
      minutes: 5,
      setup: { setting: "rating-integrated", tools: [] },
    });
    expect(textIn(lesson.title, "de")).toBe("Mine");
  });

  test.for<[string, (lesson: never) => void, string, string]>([
    ["a check that isn't known", (l: { check: unknown }) => (l.check = { kind: "magic" }), "check.kind", ""],
    [
      "a subject that is nowhere",
      (l: { check: unknown }) => (l.check = { kind: "chosen", provider: "Meteosorce" }),
      "check.provider",
      "is nowhere",
    ],
    [
      "a step's subject that is nowhere",
      (l: { steps: { check: unknown }[] }) =>
        (l.steps[1] = { ...l.steps[1], check: { kind: "newest", tool: "A.B.C" } }),
      "steps[1].check.tool",
      "is nowhere",
    ],
    ["a text without English", (l: { task: unknown }) => (l.task = { de: "Aufgabe" }), "task", "English"],
    [
      "a rating that is none",
      (l: { setup: { history: { rating: unknown }[] } }) =>
        Object.assign(l.setup.history[2] ?? {}, { rating: 5 }),
      "setup.history[2].rating",
      "1, 0 or null",
    ],
    [
      "a candidate that occurs twice",
      (l: { setup: { candidates: string[] } }) => l.setup.candidates.push(l.setup.candidates[0] ?? ""),
      "setup.candidates",
      "twice",
    ],
    [
      "a setting that isn't known",
      (l: { setup: { setting: unknown } }) => (l.setup.setting = "sometimes"),
      "setup.setting",
      "",
    ],
    ["a field that isn't known", (l: { script?: unknown }) => (l.script = "alert(1)"), "", "script"],
    [
      "a tool without a provider",
      (l: { setup: { tools: unknown } }) => (l.setup.tools = [{ name: "forecast" }]),
      "setup.tools[0].name",
      "Category.Provider.Operation",
    ],
    [
      "a tool whose name could end the prompt",
      (l: { setup: { tools: unknown } }) => (l.setup.tools = [{ name: "A.B.<|im_end|>" }]),
      "setup.tools[0].name",
      "chat template",
    ],
    [
      "a demo of a call that isn't there",
      (l: { demo: unknown }) => (l.demo = [{ kind: "delete", call: 40 }]),
      "demo[0].call",
      "no such call",
    ],
    ["another version", (l: { version: unknown }) => (l.version = 2), "version", ""],
    ["an id that is a path", (l: { id: unknown }) => (l.id = "../secret"), "id", "lower-case"],
  ])("with %s is refused, with the place", ([, change, path, why]) => {
    const fault = faultOf(() => readLesson("mine.json", written(change as never)));
    expect(fault).toMatchObject({
      code: "invalid",
      name: "mine.json",
      path,
      why: expect.stringContaining(why),
    });
    for (const { lessons: said } of [en, de]) expect(sentence(said.faults, fault)).toContain(path);
  });

  test("that is no JSON, no text, nested without end, or much too large is refused", async () => {
    expect(faultOf(() => readLesson("a", '{"version": 1,\n  "id": rating}'))).toMatchObject({
      code: "not-json",
      line: 2,
      column: 9,
    });
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    expect(faultOf(() => readLesson("a", deep))).toMatchObject({ code: "invalid" });
    const nots = (levels: number) =>
      `{"kind":"not","of":`.repeat(levels) + `{"kind":"selected"}` + "}".repeat(levels);
    const nested = text("rating.json").replace(
      /"check": \{\s*"kind": "any"[\s\S]*?\]\s*\}/,
      `"check": ${nots(5000)}`,
    );
    expect(nested.length).toBeGreaterThan(90_000);
    expect(faultOf(() => readLesson("a", nested))).toMatchObject({
      code: "invalid",
      why: expect.stringContaining("deep"),
    });
    const file = (bytes: BlobPart) => new File([bytes], "lesson.json");
    expect(await laterFaultOf(lessonFromFile(file(new Uint8Array([0xff, 0xfe, 0xfd]))))).toMatchObject({
      code: "not-text",
    });
    expect(await laterFaultOf(lessonFromFile(file(" ".repeat(MAX_LESSON_BYTES + 1))))).toMatchObject({
      code: "too-large",
      kilobytes: 256,
    });
    expect((await lessonFromFile(file(`\uFEFF${text("noise.json")}`))).id).toBe("noise");
  });

  test("is fetched once, without cookies; what doesn't come, or comes without end, is told", async () => {
    const asked: RequestInit[] = [];
    const fetcher = (respond: () => Response) => (_: unknown, init?: RequestInit) => {
      asked.push(init ?? {});
      return Promise.resolve(respond());
    };
    const lesson = await lessonFromAddress(
      "https://a.example/l.json",
      fetcher(() => new Response(text("noise.json"))),
    );
    expect(lesson.id).toBe("noise");
    expect(asked).toEqual([expect.objectContaining({ credentials: "omit", referrerPolicy: "no-referrer" })]);
    const told = (respond: () => Response) =>
      laterFaultOf(lessonFromAddress("https://a.example/l.json", fetcher(respond)));
    expect(await told(() => new Response("", { status: 404 }))).toMatchObject({
      code: "answered",
      status: 404,
    });
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 65_536;
            controller.enqueue(new Uint8Array(65_536));
          },
        }),
      );
    expect(await told(endless)).toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(3 * MAX_LESSON_BYTES);
    const refused = () => {
      throw new TypeError("Failed to fetch");
    };
    expect(await told(refused)).toMatchObject({ code: "unreachable" });
  });
});

describe("an address of a lesson", () => {
  const page = "https://class.example/demo/?lang=de#there";

  test.for<[string, string | null]>([
    ["lessons/x.json", "https://class.example/demo/lessons/x.json"],
    [" https://other.example/x.json#part ", "https://other.example/x.json"],
    ["http://localhost:8080/x.json", "http://localhost:8080/x.json"],
    ["http://other.example/x.json", null],
    ["javascript:alert(1)", null],
    ["data:application/json,{}", null],
    ["https://*/x.json", null],
    ["https://user:word@other.example/x.json", null],
    ["https://", null],
  ])("%s is %s", ([given, expected]) => {
    expect(webAddress(given, page)?.href ?? null).toBe(expected);
  });

  test("adds its origin to the policy only where it is another one", () => {
    expect(foreignOrigin(null, page)).toBeNull();
    expect(foreignOrigin("rating", page)).toBeNull();
    expect(foreignOrigin("https://class.example/x.json", page)).toBeNull();
    expect(foreignOrigin("https://other.example:8443/x.json", page)).toBe("https://other.example:8443");
    expect(foreignOrigin("https://a; script-src *", page)).toBeNull();
  });

  test("comes into a link beside what the page's address says already", () => {
    expect(lessonLink("https://other.example/x.json?a=b", page)).toBe(
      "https://class.example/demo/?lang=de&lesson=https%3A%2F%2Fother.example%2Fx.json%3Fa%3Db",
    );
  });
});

describe("the tour", () => {
  test("has a step and words for each stop, in order", () => {
    expect(tourSteps.map(({ stop }) => stop)).toEqual([...TOUR_STOPS]);
    for (const { tour } of [en, de]) expect(Object.keys(tour.steps)).toEqual([...TOUR_STOPS]);
  });

  test("speaks of tools that are there", () => {
    const tools = tourScene.history.map(({ tool }) => tool);
    for (const { tool, parameters } of tourScene.history) {
      const known = toolOf.get(tool);
      expect(known && callFaults(known, parameters), tool).toEqual([]);
    }
    for (const { check } of tourSteps)
      for (const { subject } of check ? subjects(check) : [])
        expect(tools.some((tool) => isMeant(subject, tool))).toBe(true);
  });

  test("begins nowhere else: what its steps ask for isn't so before", () => {
    const before = played(tourScene, []);
    const after = played(tourScene, editsBefore(tourSteps.length));
    const liked = ({ history }: typeof before) =>
      history.filter((call) => call?.rating === 1 && call.tool.includes("VisualCrossing")).length;
    expect([liked(before), liked(after)]).toEqual([0, 2]);
    expect([before.query, after.query]).toEqual([tourScene.query, expect.stringMatching(/weather/i)]);
    expect(editsBefore(0)).toEqual([]);
  });
});

describe("a recording", () => {
  const lesson = lessons.find(({ id }) => id === "rating");
  const step = (tool: string) => ({
    edit: null,
    call: { tool_name: tool, parameters: {} },
    probabilities: [0, 0.2, 0.2, 0, 0.5, 0.1],
  });
  const recording = (steps: unknown[]) => ({
    version: 1,
    model: { id: "tiny", name: "Tiny" },
    date: "2026-11-22T23:00:00Z",
    promptFormat: PROMPT_FORMAT,
    scenes: [{ title: "A rating", scene: lesson?.setup, steps }],
  });

  test("is read; one that speaks of other tools, calls or numbers of candidates is not", () => {
    const good = step("Weather.Meteosource.PointForecast");
    expect(recordingSchema.safeParse(recording([good])).error).toBeUndefined();
    const refused = (bad: unknown) =>
      recordingSchema.safeParse(recording([good, bad])).error?.issues[0]?.path.join(".");
    expect(refused(step("Weather.Other.Forecast"))).toBe("scenes.0.steps.1.call.tool_name");
    expect(refused({ ...good, probabilities: [1] })).toBe("scenes.0.steps.1.probabilities");
    expect(refused({ ...good, edit: { kind: "rate", call: 30, rating: 1 } })).toBe(
      "scenes.0.steps.1.edit.call",
    );
    expect(refused({ ...good, probabilities: [2, 0, 0, 0, 0, 0] })).toBe("scenes.0.steps.1.probabilities.0");
  });

  test("is none where the list of recordings is empty, and the first of those in it", async () => {
    const files = new Map<string, unknown>([
      ["recorded/index.json", { version: 1, recordings: [] }],
      ["recorded/tiny.json", recording([step("Weather.Meteosource.PointForecast")])],
    ]);
    const fetcher = ((url: string) => {
      const found = files.get(url.replace(/^\//, ""));
      return Promise.resolve(new Response(JSON.stringify(found), { status: found ? 200 : 404 }));
    }) as typeof fetch;
    expect(await bundledRecording(fetcher)).toBeNull();
    files.set("recorded/index.json", { version: 1, recordings: ["tiny"] });
    expect((await bundledRecording(fetcher))?.model.id).toBe("tiny");
    files.set("recorded/index.json", { version: 1, recordings: ["gone"] });
    expect(await laterFaultOf(bundledRecording(fetcher))).toMatchObject({ code: "answered", status: 404 });
  });

  test("that comes with the page is one", () => {
    const place = new URL("../../public/recorded/", import.meta.url);
    const { recordings } = JSON.parse(readFileSync(new URL("index.json", place), "utf8")) as {
      recordings: string[];
    };
    for (const id of recordings) {
      const found = recordingSchema.parse(JSON.parse(readFileSync(new URL(`${id}.json`, place), "utf8")));
      expect(found.model.id).toBe(id);
    }
  });
});
