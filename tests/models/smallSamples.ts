import type { Scenario } from "../../src/domain/scenario.ts";
import { seededRandom } from "../../src/domain/seededRandom.ts";
import { settingSchema } from "../../src/domain/setting.ts";
import { toolSchema } from "../../src/domain/tool.ts";
import type { AnswerForm } from "../../src/domain/toolCall.ts";

const categories = ["Weather", "Wetness", "Music", "Maps"];
const providers = ["SkyCast", "SkyCastle", "Nimbus", "Nimble", "Oda"];
const operations = ["Forecast", "Forecast hourly", "Search", "Now"];
const cities = ["Oslo", "Bergen", "Tromsø", "Ås"];

/** Small samples about invented tools whose names share beginnings: the same ones each time. */
export function smallSamples(
  count: number,
): { id: string; form: AnswerForm; fits: number[]; scenario: Scenario }[] {
  const random = seededRandom("small samples");
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return Array.from({ length: count }, (_, at) => {
    const names = Array.from({ length: 3 + (at % 8) }, () =>
      [categories, providers, operations].map(pick).join("."),
    );
    const candidates = [...new Set(names)].map((name) =>
      toolSchema.parse({
        name,
        description: `Tells ${name.split(".")[2]} of a place.`,
        parameters: [{ name: "city", type: "string", required: true }],
      }),
    );
    const setting = pick(settingSchema.options);
    const rated = setting === "rating-integrated";
    const history = Array.from({ length: at % 5 }, () => ({
      tool: pick(names),
      parameters: { city: pick(cities) },
      rating: rated ? pick([0, 1, null] as const) : null,
    }));
    const fits = candidates.flatMap((_tool, index) => (random() < 0.4 ? [index] : []));
    return {
      id: `small-${at + 1}`,
      form: at % 2 === 0 ? "call" : "fit-call",
      fits: fits.length > 0 ? fits : [0],
      scenario: { setting, query: `Will it rain in ${pick(cities)}?`, history, candidates },
    };
  });
}
