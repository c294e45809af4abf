import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { proposeCandidates } from "../../src/domain/candidates";
import type { PastCall } from "../../src/domain/interaction";
import { toolParts, type Tool } from "../../src/domain/tool";
import { seedUsers } from "../../src/store/mockUsers";
import { ToolSearch } from "../../src/store/toolSearch";

const { tools, functions } = buildCatalogue();
const search = new ToolSearch(tools, functions);

function propose(query: string, history: PastCall[] = [], from: readonly Tool[] = tools): Tool[] {
  const ranked = from === tools ? search.rank(query) : new ToolSearch(from, functions).rank(query);
  return proposeCandidates({ query, tools: from, ranked, history });
}

function plain(name: string, description = ""): Tool {
  return { name, description, parameters: [], source: "imported" };
}

describe("proposeCandidates", () => {
  it("proposes ten different tools, two to five of which do what is asked", () => {
    for (const { id, queries } of functions) {
      const candidates = propose(queries[0] ?? "");
      const fitting = candidates.filter((tool) => tool.function === id);
      expect(new Set(candidates.map(({ name }) => name)).size, id).toBe(10);
      expect(fitting.length, id).toBeGreaterThanOrEqual(2);
      expect(fitting.length, id).toBeLessThanOrEqual(5);
    }
  });

  it("adds distractors that look alike: same category, or same provider with another function", () => {
    const candidates = propose("100 bucks in yen");
    const fitting = candidates.filter((tool) => tool.function === "currency-conversion");
    const alike = candidates.filter(
      (tool) =>
        !fitting.includes(tool) &&
        fitting.some(({ name }) => {
          const [one, other] = [toolParts(name), toolParts(tool.name)];
          return one.category === other.category || one.provider === other.provider;
        }),
    );
    expect(alike.length).toBeGreaterThanOrEqual(3);
  });

  it("takes the providers that the user has tried, so that the history can decide", () => {
    const history: PastCall[] = [
      { tool: "Messaging.TheSMSWorks.SendMessage", parameters: {}, rating: 1 },
      { tool: "Messaging.Sms77.SendSMS", parameters: {}, rating: 0 },
    ];
    const names = propose("text mum I'm late", history).map(({ name }) => name);
    expect(names).toContain("Messaging.TheSMSWorks.SendMessage");
    expect(names).toContain("Messaging.Sms77.SendSMS");
  });

  it("offers each mock user at least two tried tools for a query of their functions", () => {
    for (const { user, history } of seedUsers(0)) {
      const functionOf = (name: string) => tools.find((tool) => tool.name === name)?.function;
      const tried = [...new Set(history.map(({ tool }) => tool))];
      for (const { id, queries } of functions) {
        const names = tried.filter((name) => functionOf(name) === id);
        const query = queries[0];
        if (!query || names.length < 2) continue;
        const offered = propose(query, history).filter(({ name }) => names.includes(name));
        expect(offered.length, `${user.name}: ${query}`).toBe(names.length);
      }
    }
  });

  it("gives the same order for the same query, each time", () => {
    const query = "sushi near me";
    expect(propose(query)).toEqual(propose(query));
    expect(propose(` ${query} `)).toEqual(propose(query));
  });

  it("puts what fits at any position", () => {
    const positions = functions.flatMap(({ id, queries }) =>
      queries.flatMap((query) => propose(query).flatMap((tool, at) => (tool.function === id ? [at] : []))),
    );
    const counts = Array.from(
      { length: 10 },
      (_, at) => positions.filter((position) => position === at).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(positions.length / 10 / 2);
    expect(Math.max(...counts)).toBeLessThan((positions.length / 10) * 2);
  });

  it("proposes nothing for an empty query, and anything for one that matches nothing", () => {
    expect(propose("")).toEqual([]);
    expect(propose("  \n")).toEqual([]);
    expect(propose("qqqqzzzz xxyyxx")).toHaveLength(10);
  });

  it("takes imported tools without a function that match well", () => {
    const mixed = [...tools, plain("Garden.Plotly.waterBeds", "Turns on the sprinklers of a garden bed.")];
    expect(propose("turn on the garden sprinklers", [], mixed).map(({ name }) => name)).toContain(
      "Garden.Plotly.waterBeds",
    );
  });

  it("works with imported tools alone, fewer than ten, and with duplicate names", () => {
    const few = [plain("A.B.weather"), plain("A.B.weather", "again"), plain("A.C.rain"), plain("D.E.other")];
    expect(
      propose("weather", [], few)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["A.B.weather", "A.C.rain", "D.E.other"]);
    expect(propose("weather", [], few).find(({ name }) => name === "A.B.weather")?.description).toBe("");
    expect(propose("weather", [], [])).toEqual([]);
    expect(propose("weather", [], [plain("A.B.weather")])).toHaveLength(1);
  });

  it("fills up with further tools that fit where nothing else is left", () => {
    const sms = tools.filter((tool) => tool.function === "send-sms");
    expect(propose("send a text message", [], sms)).toHaveLength(sms.length);
  });

  it("never proposes a name twice nor more than ten, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom(...tools), { maxLength: 30 }), (query, some) => {
        const names = propose(query, [], some).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 40 },
    );
  });
});
