/**
 * Every word of the interface, in English: the catalogue whose shape the other languages take on.
 *
 * A section is a part of the page. Where a phrase holds a number or a name it is a function, so that each language can
 * build its own sentence. What the model reads (src/domain/prompt.ts) is not here: it stays English.
 */
const en = {
  /** The language's own name. */
  language: "English",

  topBar: {
    importTools: "Import tools",
    yourData: "Your data",
  },
};

export default en;
