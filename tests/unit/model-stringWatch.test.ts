import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StringWatch } from "../../src/model/stringWatch";

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
