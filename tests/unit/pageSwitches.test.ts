import fc from "fast-check";
import { expect, test } from "vitest";
import { panelSchema, readSwitches } from "../../src/domain/pageSwitches";

const read = (query: string) => readSwitches(new URLSearchParams(query));

test("without switches everything is shown as ever, and nothing is told", () => {
  expect(read("model=x&autoload&lang=de")).toEqual({
    switches: { hidden: new Set(), type: "normal", view: "page", step: "selection", lesson: null },
    ignored: [],
  });
});

test("show leaves only what it names; hide takes away; both together as well", () => {
  expect([...read("show=history,query, Selection").switches.hidden]).toEqual([
    "header",
    "trail",
    "candidates",
    "explain",
    "model",
  ]);
  expect([...read("hide=trail&hide=model").switches.hidden]).toEqual(["trail", "model"]);
  expect([...read("show=query,history&hide=history").switches.hidden]).toEqual(
    expect.arrayContaining(["history", "trail"]),
  );
});

test("type, view, step and lesson", () => {
  const { switches, ignored } = read("type=huge&view=presenter&step=what-if&lesson=cold-start");
  expect(switches).toMatchObject({ type: "huge", view: "presenter", step: "what-if", lesson: "cold-start" });
  expect(ignored).toEqual([]);
});

test("what isn't understood changes nothing, and is told with what may stand there", () => {
  const { switches, ignored } = read(
    "show=histroy&type=gigantic&view=__proto__&hide=trail,<script>&step=constructor",
  );
  expect(switches).toMatchObject({ type: "normal", view: "page", step: "selection" });
  expect([...switches.hidden]).toEqual(["trail"]);
  expect(ignored.map(({ name, value }) => [name, value])).toEqual([
    ["show", "histroy"],
    ["hide", "<script>"],
    ["type", "gigantic"],
    ["view", "__proto__"],
    ["step", "constructor"],
  ]);
  expect(ignored[0]?.allowed).toEqual(panelSchema.options);
});

test("no address makes it throw, or say something long or of several lines", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ unit: "binary" }), (query, value) => {
      const parameters = new URLSearchParams(query);
      parameters.append("type", value);
      parameters.append("show", value);
      for (const { value: told } of readSwitches(parameters).ignored) {
        expect(Array.from(told).length).toBeLessThanOrEqual(40);
        expect(told).not.toMatch(/[\n\r\u2028\u0000]/);
      }
    }),
  );
});
