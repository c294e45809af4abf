import type { Setting } from "../../domain/setting";

const counted = (number: number, noun: string, plural = `${noun}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;

/**
 * Every word of the interface, in English: the catalogue whose shape the other languages take on.
 *
 * A section is a part of the page. Where a phrase holds a number or a name it is a function, so that each language can
 * build its own sentence. What the model reads (src/domain/prompt.ts) is not here: it stays English.
 */
const en = {
  /** The language's own name. */
  language: "English",

  /** What the settings are called on the page, and a line on each. */
  settings: {
    "preferred-only": {
      name: "Liked only",
      line: "The model sees only the calls that were liked. What was disliked stays hidden from it.",
    },
    "rating-integrated": {
      name: "With ratings",
      line: "The model sees every call, each with its rating: liked, disliked, or not rated.",
    },
    chronological: {
      name: "In order",
      line: "The model sees every call in order but no ratings: what was called later should count more.",
    },
  } satisfies Record<Setting, { name: string; line: string }>,

  /** Time that work takes or that is left. */
  time: {
    soon: "a few seconds",
    seconds: (seconds: number) => `about ${seconds} seconds`,
    minutes: (minutes: number) => (minutes === 1 ? "about a minute" : `about ${minutes} minutes`),
    runs: (runs: number) => counted(runs, "run"),
  },

  /** A change of one call, for after an "if". */
  flips: {
    liked: (tool: string) => `${tool} were liked`,
    disliked: (tool: string) => `${tool} were disliked`,
    unrated: (tool: string) => `${tool} were not rated`,
    removed: (tool: string) => `${tool} were not there`,
    someCall: "a call",
  },

  topBar: {
    importTools: "Import tools",
    yourData: "Your data",
  },
};

export default en;
