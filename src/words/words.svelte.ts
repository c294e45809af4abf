import english from "./languages/en";

/** All words of the interface. */
export type Words = typeof english;

const FALLBACK = "en";

// English comes with the page, any other language when it is wanted.
const files = import.meta.glob<Words>(["./languages/*.ts", "!./languages/en.ts"], { import: "default" });
const others = new Map(Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.ts$/g, ""), load]));

/** The tags of the interface's languages ("en", "de"): one for each file in `languages/`. */
export const languages: readonly string[] = [FALLBACK, ...others.keys()].toSorted();

let shown = $state.raw({ tag: FALLBACK, words: english });
let asked = 0;

/** The tag of the language that is shown. */
export function language(): string {
  return shown.tag;
}

/**
 * Shows the first of the wanted languages that there is, or else English, unless another is wanted meanwhile.
 * @param wanted tags such as "de-AT".
 * @throws if its words can't be loaded; what was shown stays.
 */
export async function speak(wanted: readonly string[]): Promise<void> {
  const turn = ++asked;
  const known = wanted
    .map((one) => one.toLowerCase().split("-")[0] ?? "")
    .find((one) => languages.includes(one));
  const tag = known ?? FALLBACK;
  const words = (await others.get(tag)?.()) ?? english;
  if (turn === asked) shown = { tag, words };
}

/** The words of the language that is shown; a view that uses them follows a change of language. */
export function words(): Words {
  return shown.words;
}
