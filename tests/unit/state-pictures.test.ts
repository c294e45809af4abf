import { expect, test } from "vitest";
import type { PicturePalette } from "../../src/domain/picture";
import { PROMPT_FORMAT } from "../../src/domain/prompt";
import type { Recording } from "../../src/domain/recording";
import { pictureOfRecorded, type PictureStyle } from "../../src/state/pictures";
import { Recorded } from "../../src/state/recorded.svelte";
import { speak } from "../../src/words/words.svelte";

const parts = "ground surface ink soft line accent bar rest warm cold label labelGround".split(
  " ",
) as (keyof PicturePalette)[];
const style: PictureStyle = {
  palette: Object.fromEntries(parts.map((part) => [part, "#000000"])) as Record<keyof PicturePalette, string>,
  percent: (share) => `${Math.round(share * 100)} %`,
  weight: (weight) => weight.toFixed(2),
};
const [one, two] = ["Weather.One.Forecast", "Weather.Two.Forecast"] as const;
const recording: Recording = {
  version: 1,
  model: { id: "tiny", name: "Tiny" },
  date: "2026-03-04T12:00:00Z",
  promptFormat: PROMPT_FORMAT,
  scenes: [
    {
      title: "What a rating does",
      scene: {
        person: { name: { en: "Mia", de: "Mia" }, portrait: "Likes rain." },
        query: "Rain?",
        setting: "rating-integrated",
        history: [{ tool: one, parameters: {}, rating: 1 }],
        candidates: [one, two],
        tools: [],
      },
      steps: [
        { edit: null, call: { tool_name: two, parameters: { city: "Oslo" } }, probabilities: [0.25, 0.75] },
      ],
    },
  ],
};

test("a recorded run's picture says that it is recorded, with which model, and when", async () => {
  const recorded = new Recorded(() => Promise.resolve(recording));
  expect(pictureOfRecorded(recorded, style)).toBeNull();
  await recorded.open();
  const english = pictureOfRecorded(recorded, style);
  expect(english?.fileName).toBe("petoolllama-mia-rain");
  for (const said of [
    "Recorded",
    "Mock user",
    "Recorded with Tiny on March 4, 2026",
    "75 % sure",
    "1 past call",
  ])
    expect(english?.svg).toContain(said);
  // The likeliest first.
  expect(english?.svg.indexOf(">Two<")).toBeLessThan(english?.svg.indexOf(">One<") ?? 0);
  await speak(["de"]);
  expect(pictureOfRecorded(recorded, style)?.svg).toContain("Aufgezeichnet mit Tiny am 4. März 2026");
  await speak(["en"]);
});
