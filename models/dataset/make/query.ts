import type { Random } from "./random.ts";
import { asksOf } from "./split.ts";
import type { Slot, SlotValue, Split, TrainingFunction } from "./types.ts";
import { valueSource } from "./values.ts";

export interface Query {
  text: string;
  values: ReadonlyMap<string, SlotValue>;
  /** The wording that it was made by. */
  ask?: string;
  /** What is special about it: `indirect`, `typo`, `lower`, `context`, or a language. */
  tags: string[];
}

interface Piece {
  text: string;
  value: boolean;
}

/** A value for a slot, other than those of slots of the same kind. */
function draw(slot: Slot, split: Split, random: Random, others: Iterable<SlotValue>): SlotValue {
  const taken = new Set([...others].map(({ as }) => JSON.stringify(as)));
  const source = valueSource(random, split);
  let value = slot.kind.sample(source);
  for (let attempt = 0; attempt < 8 && taken.has(JSON.stringify(value.as)); attempt++)
    value = slot.kind.sample(source);
  return value;
}

/** Values for the slots of one call, as for the calls of a history: constant ones, and some others. */
export function drawValues(
  fn: TrainingFunction,
  names: readonly string[],
  split: Split,
  random: Random,
): Map<string, SlotValue> {
  const values = new Map<string, SlotValue>();
  for (const name of names) {
    const slot = fn.slots[name];
    if (slot) values.set(name, draw(slot, split, random, values.values()));
  }
  return values;
}

/** Optional slots that can be said behind a wording, with what is said. */
function chooseTails(
  fn: TrainingFunction,
  ask: string,
  open: boolean,
  random: Random,
): { slot: string; say: string }[] {
  if (open) return [];
  const free = Object.entries(fn.slots).filter(
    ([name, slot]) => !ask.includes(`{${name}}`) && slot.say.length > 0,
  );
  const question = QUESTION.test(ask.replace(/^~/, ""));
  if ((question || ask.startsWith("~")) && random.chance(0.65)) return [];
  const wanted = random.weighted([
    [0, 50],
    [1, 36],
    [2, 14],
  ]);
  return random.sample(free, wanted).map(([slot, { say }]) => {
    const said = random.pick(say);
    // What is not a place or a time sounds odd right behind a question.
    return {
      slot,
      say:
        question && !/^ (for|in|on|with|from|within|under|at|by|since|to|\{\})\b/.test(said)
          ? `,${said.replace(/^,/, "")}`
          : said,
    };
  });
}

const QUESTION =
  /[?]$|^(what|when|where|who|how|is|are|does|did|do|can|which|any|will|has|was|should|could|would|got|whose)\b/i;

const verbs = new Set(
  "find show give tell send get make book search check look create translate convert add set list order track plan put write save turn draw generate share open remind read summarize call text mail email post schedule transfer request start geocode shorten validate verify locate reserve calculate compare recommend".split(
    " ",
  ),
);
const contexts = [
  "Quick question. ",
  "Hi there! ",
  "I'm in a hurry. ",
  "We talked about this yesterday. ",
  "My phone is almost dead, so briefly: ",
  "It's for my sister. ",
  "Sorry to bother you again. ",
  "I asked a friend and he had no clue. ",
  "This is for work. ",
  "The kids are waiting. ",
  "You helped me last time, so once more: ",
  "Last one for today. ",
];

/** The words that people put around what they want. */
function wrap(pieces: Piece[], open: boolean, tags: string[], random: Random): Piece[] {
  const first = pieces[0]?.value === false ? (pieces[0].text.split(" ")[0] ?? "") : "";
  const asking = verbs.has(first) && random.chance(0.35);
  const lead = asking
    ? random.pick([
        "can you ",
        "could you please ",
        "please ",
        "I need you to ",
        "pls ",
        "would you ",
        "I'd like you to ",
      ])
    : random.chance(0.1)
      ? random.pick(["hey, ", "ok, ", "hello, ", "so, ", "um, ", "hi, "])
      : "";
  const polite =
    !open && random.chance(0.08)
      ? random.pick([", thanks", " please", ", thx", " asap", ", thank you!"])
      : "";
  const context = random.chance(0.07) ? random.pick(contexts) : "";
  if (context) tags.push("context");
  const wrapped = [{ text: context + lead, value: false }, ...pieces, { text: polite, value: false }];
  return wrapped.filter(({ text }) => text !== "");
}

/** One slip of the fingers in a word: two letters swapped, one lost or one doubled. */
function slip(word: string, random: Random): string {
  const at = random.int(1, word.length - 3);
  const kind = random.int(0, 2);
  const [a = "", b = ""] = [word[at], word[at + 1]];
  const middle = kind === 0 ? b + a : kind === 1 ? b : a + a + b;
  return word.slice(0, at) + middle + word.slice(at + 2);
}

function mistype(pieces: Piece[], random: Random): Piece[] {
  const words = pieces.flatMap(({ text, value }, piece) =>
    value
      ? []
      : [...text.matchAll(/\p{L}{5,}/gu)].map((match) => ({ piece, at: match.index, word: match[0] })),
  );
  if (words.length === 0) return pieces;
  const target = random.pick(words);
  return pieces.map((piece, at) =>
    at !== target.piece
      ? piece
      : {
          ...piece,
          text:
            piece.text.slice(0, target.at) +
            slip(target.word, random) +
            piece.text.slice(target.at + target.word.length),
        },
  );
}

/** Splits a wording into text and values. */
function render(template: string, values: ReadonlyMap<string, SlotValue>): Piece[] {
  return template.split(/(\{\w+\})/).flatMap((part): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = name === undefined ? undefined : values.get(name);
    if (value) return [{ text: value.text, value: true }];
    return part === "" ? [] : [{ text: part, value: false }];
  });
}

const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, " ")
    .replace(/ ([,;])/g, "$1")
    .replace(/([,:]),/g, "$1")
    .trim();

/** A value as somebody types it who never uses capital letters. */
function lowered(value: SlotValue): SlotValue {
  const { text, list } = value.as;
  return {
    text: value.text.toLowerCase(),
    as: {
      ...value.as,
      ...(typeof text === "string" && value.text.includes(text) && { text: text.toLowerCase() }),
      ...(Array.isArray(list) && {
        list: list.map((entry) => (typeof entry === "string" ? entry.toLowerCase() : entry)),
      }),
    },
  };
}

/** A question for a function, with wordings and values of one split. */
export function writeQuery(fn: TrainingFunction, split: Split, random: Random): Query {
  const line = random.pick(asksOf(fn, split));
  const tags: string[] = [];
  const language = /^([a-z]{2})\|/.exec(line)?.[1];
  if (language) tags.push(language);
  if (line.startsWith("~")) tags.push("indirect");
  const ask = line.replace(/^[a-z]{2}\||^~/, "");
  const last = /\{(\w+)\}[?.!]?$/.exec(ask)?.[1];
  const open = language !== undefined || (last !== undefined && fn.slots[last]?.kind.free === true);
  const tails = chooseTails(fn, line, open, random);
  const used = [...ask.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  let values = drawValues(fn, [...used, ...tails.map(({ slot }) => slot)], split, random);
  const lower = random.chance(0.07);
  if (lower) {
    tags.push("lower");
    values = new Map(
      [...values].map(
        ([name, value]) => [name, fn.slots[name]?.kind.proper ? lowered(value) : value] as const,
      ),
    );
  }
  const end = /[?.!]$/.exec(ask)?.[0] ?? "";
  const core = render(end ? ask.slice(0, -1) : ask, values);
  const tail = tails.flatMap(({ slot, say }) => render(say.replace("{}", `{${slot}}`), values));
  let pieces = [...core, ...tail];
  if (!language && !lower) pieces = wrap(pieces, open, tags, random);
  if (!language && random.chance(0.1)) {
    tags.push("typo");
    pieces = mistype(pieces, random);
  }
  let text = tidy(pieces.map((piece) => piece.text).join(""));
  const careless = lower || random.chance(0.45);
  const question = QUESTION.test(ask);
  if (!careless) {
    if (pieces[0]?.value === false) text = text.charAt(0).toUpperCase() + text.slice(1);
    if (!open && !/[?.!]$/.test(text)) text += question ? "?" : random.chance(0.4) ? "." : "";
  } else if (end && random.chance(0.5)) text += end;
  return { text, values, ask: line, tags };
}
