import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, editBetween, inverse, type PageState } from "../../src/domain/edit";
import type { Interaction } from "../../src/domain/interaction";
import { editWords } from "../../src/state/editWords";

const interaction = (id: string, changes: Partial<Interaction> = {}): Interaction => ({
  tool: `Maps.${id}.Route`,
  parameters: { q: id },
  rating: 1,
  id,
  userId: "mia",
  time: 0,
  position: id.charCodeAt(0),
  ...changes,
});

const state = (changes: Partial<PageState> = {}): PageState => ({
  setting: "rating-integrated",
  query: "Where?",
  candidates: null,
  history: [interaction("a"), interaction("b"), interaction("c")],
  ...changes,
});

const byPosition = (history: readonly Interaction[]) =>
  history.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

const anyState: fc.Arbitrary<PageState> = fc.record({
  setting: fc.constantFrom("preferred-only" as const, "rating-integrated" as const, "chronological" as const),
  query: fc.constantFrom("", "one", "two"),
  candidates: fc.option(fc.uniqueArray(fc.constantFrom("A.B.c", "D.E.f", "G.H.i"), { maxLength: 3 })),
  history: fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d", "e"),
        rating: fc.constantFrom(1 as const, 0 as const, null),
        position: fc.nat(4),
        parameters: fc.dictionary(fc.constantFrom("q", "n"), fc.constantFrom("x", 1, true)),
      }),
      { selector: ({ id }) => id },
    )
    .map((rows) => byPosition(rows.map((row) => interaction(row.id, row)))),
});

describe("editBetween", () => {
  test("leads from one state to the other and back, whatever they are", () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const edit = editBetween(before, after);
        if (!edit) {
          expect(before).toEqual(after);
          return;
        }
        expect(applyEdit(before, edit)).toEqual(after);
        expect(JSON.stringify(applyEdit(after, inverse(edit)))).toBe(JSON.stringify(before));
      }),
      { numRuns: 300 },
    );
  });

  test("holds only what changed, so that other changes meanwhile stay", () => {
    const edit = editBetween(
      state(),
      state({ history: [interaction("a"), interaction("b", { rating: 0 })] }),
    );
    expect(edit?.interactions.map(({ before }) => before?.id)).toEqual(["b", "c"]);
    const elsewhere = state({ query: "When?", history: [...state().history, interaction("d")] });
    expect(edit && applyEdit(elsewhere, edit)).toEqual({
      ...elsewhere,
      history: [interaction("a"), interaction("b", { rating: 0 }), interaction("d")],
    });
  });

  test("can't be made where what it changes is gone or another", () => {
    const edit = editBetween(state(), state({ history: [interaction("a"), interaction("c")] }));
    if (!edit) throw new Error("There is an edit.");
    const gone = state({ history: [interaction("a")] });
    expect(applyEdit(gone, edit)).toBeNull();
    expect(applyEdit(state({ history: [interaction("b", { rating: null })] }), edit)).toBeNull();
    const queried = editBetween(state(), state({ query: "When?" }));
    expect(queried && applyEdit(state({ query: "Who?" }), queried)).toBeNull();
  });
});

describe("editWords", () => {
  const words = (after: Partial<PageState>, before: Partial<PageState> = {}) => {
    const edit = editBetween(state(before), state(after));
    return edit && editWords(edit);
  };
  const [a, b, c] = [interaction("a"), interaction("b"), interaction("c")];

  test.each([
    ["a rating", { history: [a, { ...b, rating: 0 as const }, c] }, "disliked b · Route"],
    ["a rating taken off", { history: [a, { ...b, rating: null }, c] }, "took the rating off b · Route"],
    ["parameters", { history: [a, { ...b, parameters: {} }, c] }, "edited b · Route"],
    ["a tool", { history: [a, { ...b, tool: "X.New.Do" }, c] }, "changed b · Route to New · Do"],
    ["a deletion", { history: [a, c] }, "deleted b · Route"],
    ["an addition", { history: [a, b, c, interaction("d")] }, "added d · Route"],
    ["a move", { history: [b, { ...a, position: 98.5 }, c] }, "moved a · Route"],
    ["several calls", { history: [a] }, "changed 2 calls"],
    ["a query", { query: " When? " }, "asked “When?”"],
    ["an emptied query", { query: " " }, "emptied the query"],
    ["a setting", { setting: "preferred-only" as const }, "showed liked calls only"],
    ["candidates", { candidates: ["A.B.c"] }, "chose candidates"],
    ["query and candidates", { query: "Q", candidates: ["A.B.c"] }, "asked “Q”, chose candidates"],
  ])("tells %s", (_, after, expected) => {
    expect(words(after)).toBe(expected);
  });

  test("tells which candidate came or went", () => {
    expect(words({ candidates: ["A.B.c"] }, { candidates: ["A.B.c", "D.E.f"] })).toBe(
      "removed candidate E · f",
    );
    expect(words({ candidates: ["A.B.c", "D.E.f"] }, { candidates: ["A.B.c"] })).toBe(
      "added candidate E · f",
    );
    expect(words({ candidates: null }, { candidates: ["A.B.c"] })).toBe("let candidates be proposed");
  });
});
