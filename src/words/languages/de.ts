import type { Words } from "../words.svelte";

const counted = (number: number, one: string, more: string) =>
  `${number.toLocaleString("de")} ${number === 1 ? one : more}`;

export default {
  language: "Deutsch",

  settings: {
    "preferred-only": {
      name: "Nur positive",
      line: "Das Modell sieht nur die positiv bewerteten Aufrufe. Was negativ bewertet wurde, bleibt ihm verborgen.",
    },
    "rating-integrated": {
      name: "Mit Bewertungen",
      line: "Das Modell sieht jeden Aufruf mit seiner Bewertung: positiv, negativ oder unbewertet.",
    },
    chronological: {
      name: "Der Reihe nach",
      line: "Das Modell sieht alle Aufrufe der Reihe nach, aber keine Bewertungen: Spätere Aufrufe sollen mehr zählen.",
    },
  },

  time: {
    soon: "ein paar Sekunden",
    seconds: (seconds) => `etwa ${seconds} Sekunden`,
    minutes: (minutes) => (minutes === 1 ? "etwa eine Minute" : `etwa ${minutes} Minuten`),
    runs: (runs) => counted(runs, "Durchlauf", "Durchläufe"),
  },

  flips: {
    liked: (tool) => `${tool} positiv bewertet wäre`,
    disliked: (tool) => `${tool} negativ bewertet wäre`,
    unrated: (tool) => `${tool} nicht bewertet wäre`,
    removed: (tool) => `${tool} nicht dabei wäre`,
    someCall: "ein Aufruf",
  },

  topBar: {
    importTools: "Werkzeuge importieren",
    yourData: "Ihre Daten",
  },
} satisfies Words;
