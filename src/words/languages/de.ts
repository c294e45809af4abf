import type { Words } from "../words.svelte";

export default {
  language: "Deutsch",

  topBar: {
    importTools: "Werkzeuge importieren",
    yourData: "Ihre Daten",
  },
} satisfies Words;
