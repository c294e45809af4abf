import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { interactionSchema, mockUserSchema, type Interaction } from "../../src/domain/interaction";
import { callFaults } from "../../src/domain/toolCall";
import { seedUsers } from "../../src/store/mockUsers";

const now = Date.UTC(2026, 0, 20, 12);
const { tools, functions } = buildCatalogue();
const toolOf = new Map(tools.map((tool) => [tool.name, tool]));
const users = seedUsers(now);

function functionOf({ tool }: Interaction): string {
  return toolOf.get(tool)?.function ?? "";
}

/** Functions in which one tool was only liked and another only disliked. */
function clearFunctions(history: Interaction[]): string[] {
  const ratings = (name: string) => history.filter(({ tool }) => tool === name).map(({ rating }) => rating);
  return [...new Set(history.map(functionOf))].filter((id) => {
    const names = [...new Set(history.filter((call) => functionOf(call) === id).map(({ tool }) => tool))];
    const all = (value: number) => names.some((name) => ratings(name).every((rating) => rating === value));
    return id !== "" && all(1) && all(0);
  });
}

/** What the last rating said of each tool. */
function lastRatings(history: Interaction[]): Map<string, number> {
  return new Map(
    history.flatMap(({ tool, rating }) => (rating === null ? [] : [[tool, rating] as [string, number]])),
  );
}

describe("mock users", () => {
  it("are six with stable ids and different portraits", () => {
    expect(users).toHaveLength(6);
    expect(new Set(users.map(({ user }) => user.id)).size).toBe(6);
    expect(new Set(users.map(({ user }) => user.portrait)).size).toBe(6);
    users.forEach(({ user }) => mockUserSchema.parse(user));
    expect(seedUsers(now)).toEqual(users);
  });

  it("have interaction ids of their own, which do not depend on the time", () => {
    const ids = users.flatMap(({ history }) => history.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(seedUsers(0).flatMap(({ history }) => history.map(({ id }) => id))).toEqual(ids);
  });

  describe.each(users.map(({ user, history }) => [user.name, user, history] as const))(
    "%s",
    (_, user, history) => {
      it("has 12 to 30 calls in order of time, all in the past", () => {
        expect(history.length).toBeGreaterThanOrEqual(12);
        expect(history.length).toBeLessThanOrEqual(30);
        history.forEach((call) => interactionSchema.parse(call));
        expect(history.every(({ userId }) => userId === user.id)).toBe(true);
        const times = history.map(({ time }) => time);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect(new Set(times).size).toBe(times.length);
        expect(times.every((time) => time < now)).toBe(true);
      });

      it("calls only tools of the catalogue, with parameters that their schemas allow", () => {
        const faults = history.flatMap(({ tool, parameters }) => {
          const known = toolOf.get(tool);
          return known
            ? callFaults(known, parameters).map(({ code, name }) => `${tool}: ${code} ${name}`)
            : [`${tool} is unknown`];
        });
        expect(faults).toEqual([]);
      });

      it("has liked one tool and disliked another in at least three functions", () => {
        // Tomasz liked first what he dislikes later: for him the last rating counts.
        const last = lastRatings(history);
        const told =
          user.id === "tomasz"
            ? history.map((call) => ({ ...call, rating: (last.get(call.tool) ?? null) as 0 | 1 | null }))
            : history;
        expect(clearFunctions(told).length, clearFunctions(told).join()).toBeGreaterThanOrEqual(3);
      });

      it("has an example query in each of those functions", () => {
        const queries = new Map(functions.map(({ id, queries }) => [id, queries]));
        expect(clearFunctions(history).every((id) => (queries.get(id) ?? []).length > 0)).toBe(true);
      });
    },
  );

  it("differ in taste: every two like or dislike different things", () => {
    const tastes = users.map(({ history }) =>
      JSON.stringify(
        [...lastRatings(history)]
          .sort()
          .filter(([, rating]) => rating === 1)
          .map(([tool]) => tool),
      ),
    );
    expect(new Set(tastes).size).toBe(users.length);
  });

  it("disagree: at least ten tools are liked by one and disliked by another", () => {
    const last = users.map(({ history }) => lastRatings(history));
    const disputed = tools.filter(({ name }) => new Set(last.map((ratings) => ratings.get(name))).size > 2);
    expect(disputed.length).toBeGreaterThanOrEqual(10);
  });

  it("hold a user who changed over time and one who contradicts herself", () => {
    const contradictions = (id: string) => {
      const history = users.find(({ user }) => user.id === id)?.history ?? [];
      return [...new Set(history.map(({ tool }) => tool))].filter((name) => {
        const ratings = history.filter(({ tool }) => tool === name).map(({ rating }) => rating);
        return ratings.includes(1) && ratings.includes(0);
      });
    };
    expect(contradictions("tomasz").length).toBeGreaterThanOrEqual(3);
    expect(contradictions("priya").length).toBeGreaterThanOrEqual(3);
    expect(contradictions("ida")).toEqual([]);
  });
});
