import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnswerGuide, type GuideTokens } from "../../src/model/answerGuide";
import { StringWatch } from "../../src/model/stringWatch";

/** A vocabulary of one character a token, and a line break with a brace. */
const letters = [...Array.from('abc"\\ 1\n'), "\n{"];
const id = (text: string) => letters.indexOf(text);
const tokens: GuideTokens = {
  endingLine: new Set([id("\n")]),
  crossingLine: [id("\n{")],
  quote: [id('"')],
  text: (token) => letters[token] ?? "",
};
const even = () => new Float32Array(letters.length).fill(1);
const allowed = (logits: Float32Array) => letters.filter((_, token) => (logits[token] ?? -Infinity) > -1e29);

function write(guide: AnswerGuide, text: string): void {
  for (const letter of text) {
    guide.processLogits(even());
    guide.processSampledToken(id(letter));
  }
}

describe("AnswerGuide", () => {
  const paths = ["ab", "ac", "b"].map((name) => Array.from(name, id));

  test("keeps a call on the names from its first token", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "call" });
    expect(allowed(guide.processLogits(even()))).toEqual(["a", "b"]);
    guide.processSampledToken(id("a"));
    expect(guide.groups).toBeNull();
    const logits = even();
    logits[id("c")] = 1 + Math.log(3);
    expect(allowed(guide.processLogits(logits))).toEqual(["b", "c"]);
    guide.processSampledToken(id("c"));
    expect(guide.groups).toEqual([
      { candidates: [1], probability: expect.closeTo(0.375) },
      { candidates: [2], probability: expect.closeTo(0.5) },
      { candidates: [0], probability: expect.closeTo(0.125) },
    ]);
    expect(allowed(guide.processLogits(even()))).toEqual(letters);
  });

  test("lets the fit list be, but for a token that would run into the name", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "fit-call" });
    expect(allowed(guide.processLogits(even()))).toEqual(letters.filter((letter) => letter !== "\n{"));
    write(guide, " 1\n");
    expect(guide.stage).toBe("name");
    expect(allowed(guide.processLogits(even()))).toEqual(["a", "b"]);
  });

  test("starts afresh with each answer", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "call" });
    write(guide, "ab");
    expect(guide.stage).toBe("free");
    guide.resetState();
    expect(guide.stage).toBe("name");
    expect(guide.groups).toBeNull();
  });

  test("says so when grammar and paths disagree", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "call" });
    expect(() => guide.processLogits(even().fill(-3.4e38))).toThrow("grammar forbids");
  });

  test("ends a string that goes on and on, where the grammar lets it", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "call" });
    write(guide, `ab"${"a".repeat(48)}`);
    const masked = even();
    masked[id('"')] = -3.4e38;
    expect(allowed(guide.processLogits(masked))).not.toEqual([]);
    expect(allowed(guide.processLogits(even()))).toEqual(['"']);
    guide.processSampledToken(id('"'));
    expect(allowed(guide.processLogits(even()))).toEqual(letters);
  });

  test("after many parameters it ends every string at once", () => {
    const guide = new AnswerGuide(tokens);
    guide.plan({ paths, form: "call" });
    write(guide, `ab${"1".repeat(240)}"a`);
    expect(allowed(guide.processLogits(even()))).toEqual(['"']);
  });

  test("without a plan it changes nothing", () => {
    expect(new AnswerGuide(tokens).processLogits(even())).toEqual(even());
  });
});

describe("StringWatch", () => {
  test("knows at every cut of a JSON text whether a string is open", () => {
    fc.assert(
      fc.property(fc.json(), fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (json, cuts) => {
        const watch = new StringWatch();
        let rest = json;
        let seen = "";
        while (rest) {
          const size = Number(cuts.next().value);
          const piece = rest.slice(0, size);
          rest = rest.slice(size);
          seen += piece;
          watch.read(piece);
          const unescaped = seen.replace(/\\./gs, "");
          const open = (unescaped.match(/"/g)?.length ?? 0) % 2 === 1;
          expect(watch.closable).toBe(open && !unescaped.endsWith("\\"));
          if (!open) expect(watch.length).toBe(0);
        }
      }),
    );
  });
});
