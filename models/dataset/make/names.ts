import { type Random } from "./random.ts";
import type { Split } from "./types.ts";

/** How a provider writes the names of its operations and parameters. */
export type OperationStyle = "Pascal" | "camel" | "snake" | "Words" | "kebab" | "path" | "lower";
export type ParameterStyle = "snake" | "camel" | "kebab" | "Pascal" | "flat" | "SNAKE";

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** An operation's name from its words. */
export function operationName(words: string, style: OperationStyle, random: Random): string {
  const parts = words.split(" ");
  const pascal = parts.map(capital).join("");
  switch (style) {
    case "Pascal":
      return pascal;
    case "camel":
      return pascal.charAt(0).toLowerCase() + pascal.slice(1);
    case "snake":
      return parts.join("_");
    case "kebab":
      return parts.join("-");
    case "Words":
      return random.chance(0.5) ? parts.map(capital).join(" ") : capital(words);
    case "path":
      return `/${random.pick(["v1/", "v2/", "api/", ""])}${parts.join(random.pick(["-", "/", "_"]))}`;
    case "lower":
      return words;
  }
}

/** A parameter's name from its snake case. */
export function parameterName(snake: string, style: ParameterStyle): string {
  const parts = snake.split("_");
  const pascal = parts.map(capital).join("");
  switch (style) {
    case "snake":
      return snake;
    case "camel":
      return pascal.charAt(0).toLowerCase() + pascal.slice(1);
    case "kebab":
      return parts.join("-");
    case "Pascal":
      return pascal;
    case "flat":
      return parts.join("");
    case "SNAKE":
      return snake.toUpperCase();
  }
}

const fronts =
  "blue north bright open swift quick easy green silver nova hyper super smart clear true next first wild red golden tiny deep fresh pure prime royal urban rapid simple great grand little big alpha omni meta uni pan neo eco ever any".split(
    " ",
  );
const backs =
  "hub ly ify kit lab labs now desk pro base works flow line cast point wise box nest dock zone port mate genie scout bee fox API Cloud Data One Plus Connect Direct Express Central Finder Center Source 360 24 io".split(
    " ",
  );
const owners =
  "Anna Nils Okafor Tanaka Rossi Becker Lund Kaya Silva Moreau Novak Jensen Baker Mateo Priya Hugo Vera Kim".split(
    " ",
  );
const coda = "a o i ex on us ra is en io um ax et or ia ent".split(" ");
const onsets = "v z k t l m n r s b d f g p q br tr pl kr st fl j th w h x y".split(" ");
const vowels = "a e i o u ai ee ou y".split(" ");
const foreign =
  "Wetterfrosch Météo+ 天気ナビ Погода24 Kjøpmann Straßenkompass Données Łączka Ça_Va Überall Señal Kärna 速递 地图通 Γραφή ไปไหน नमस्ते 한빛 Été Fjøla Günther Æther Ñandú Åpen Größe".split(
    " ",
  );

/** An eighth of the endings and the coined words is only for the providers of the test. */
function usable(words: readonly string[], split: Split): readonly string[] {
  return split === "train" ? words.filter((_, at) => at % 8 !== 7) : words;
}

function coined(random: Random): string {
  const syllable = (): string => random.pick(onsets) + random.pick(vowels);
  return capital(
    syllable() + (random.chance(0.5) ? syllable() : "") + random.pick(onsets) + random.pick(coda),
  );
}

/** The name of a provider that does not exist, in one of the ways in which real directories write them. */
export function inventProviderName(random: Random, stems: readonly string[], split: Split): string {
  const stem = random.pick(usable(stems, split));
  const other = random.pick(usable(stems, split));
  const [front, back] = [random.pick(usable(fronts, split)), random.pick(usable(backs, split))];
  const kind = random.weighted([
    ["StemBack", 24],
    ["FrontStem", 18],
    ["TwoStems", 10],
    ["coined", 18],
    ["spaced", 8],
    ["dashed", 5],
    ["digits", 5],
    ["dotted", 3],
    ["owner", 3],
    ["letters", 3],
    ["foreign", 2],
  ] as const);
  switch (kind) {
    case "StemBack":
      return capital(stem) + (random.chance(0.6) ? capital(back) : back);
    case "FrontStem":
      return capital(front) + capital(stem);
    case "TwoStems":
      return stem === other ? capital(stem) + capital(back) : capital(stem) + capital(other);
    case "coined":
      return random.chance(0.7) ? coined(random) : coined(random) + capital(back);
    case "spaced":
      return `${capital(front)} ${capital(stem)}${random.chance(0.4) ? ` ${capital(back)}` : ""}`;
    case "dashed":
      return `${random.chance(0.5) ? front : stem}-${random.chance(0.5) ? other : back}`.toLowerCase();
    case "digits":
      return random.chance(0.5)
        ? `${capital(stem)}${random.int(2, 99)}`
        : `${capital(front)}4${capital(stem)}`;
    case "dotted":
      return `${stem}${random.pick(["_io", "_com", "_app", "_dev", "_org"])}`;
    case "owner":
      return random.chance(0.5)
        ? `${random.pick(owners)}s${capital(stem)}`
        : `${random.pick(owners)} ${capital(stem)} API`;
    case "letters":
      return (
        `${random.pick(onsets)}${random.pick(onsets)}${random.pick(coda)}`.toUpperCase() +
        random.pick(["", " API", capital(stem)])
      );
    case "foreign":
      return random.pick(foreign) + (random.chance(0.6) ? random.int(2, 99).toString() : capital(stem));
  }
}

/** What two names have in common however they are written: a provider is known by it. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
