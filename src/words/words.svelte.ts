import type en from "./languages/en";

/** All words of the interface. */
export type Words = typeof en;

const files = import.meta.glob<Words>("./languages/*.ts", { eager: true, import: "default" });

/** The languages of the interface by their tags ("en", "de"): one for each file in `languages/`. */
export const languages: ReadonlyMap<string, Words> = new Map(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ""), words]),
);

const FALLBACK = "en";

let tag = $state(FALLBACK);

/** The tag of the language that is shown. */
export function language(): string {
  return tag;
}

/** Shows the first of the wanted languages that there is, or else English. @param wanted tags such as "de-AT". */
export function speak(wanted: readonly string[]): void {
  const known = wanted.map((one) => one.toLowerCase().split("-")[0] ?? "").find((one) => languages.has(one));
  tag = known ?? FALLBACK;
}

/** The words of the language that is shown; a view that uses them follows a change of language. */
export function words(): Words {
  const shown = languages.get(tag) ?? languages.get(FALLBACK);
  if (!shown) throw new Error("src/words/languages lacks en.ts.");
  return shown;
}
