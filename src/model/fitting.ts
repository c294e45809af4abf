import { callLead } from "../domain/answerGrammar";
import { dropOldest, joinTexts, promptTexts } from "../domain/prompt";
import type { PromptPart, PromptText } from "../domain/promptParts";
import type { Scenario } from "../domain/scenario";
import type { AnswerForm } from "../domain/toolCall";
import { chatPieces, prefixTokens, type ChatConfig } from "./chatText";
import { ModelFault } from "./fault";
import { PARAMETER_TOKENS } from "./parameters";

/** Tokens more that an answer may take where the context has them. */
const EXTRA_ROOM = 320;
/** No interaction takes fewer tokens: a name, brackets and a line break. */
const SHORTEST_LINE = 3;

/** A scenario made ready for a model. */
export interface FittedPrompt {
  tokens: number[];
  /** The pieces that were encoded, each on its own. */
  pieces: PromptText[][];
  /** How many of the oldest interactions were left out. */
  dropped: number;
  /** The tokens of each candidate's lead. */
  paths: number[][];
  /** How many tokens the answer may have. */
  answerTokens: number;
}

/** How a model encodes texts; `encode` adds no tokens of its own. */
export interface Encoder {
  encode(text: string): number[];
}

/**
 * Writes the prompt of a scenario with as much of its history as the context holds besides an answer.
 * @param contextWindow in tokens, for prompt and answer.
 * @throws ModelFault "prompt-too-long", if even no history is too much.
 */
export async function fitPrompt(
  encoder: Encoder,
  config: ChatConfig,
  contextWindow: number,
  scenario: Scenario,
  form: AnswerForm,
): Promise<FittedPrompt> {
  const paths = scenario.candidates.map((tool) => encoder.encode(callLead(tool)));
  const fitLine = form === "fit-call" ? 2 * scenario.candidates.length + 3 : 0;
  const room = Math.max(...paths.map(({ length }) => length)) + fitLine + PARAMETER_TOKENS;
  const piecesOf = (shorter: Scenario) => chatPieces(config, promptTexts(shorter, form));
  const encode = (shorter: Scenario) => [
    ...prefixTokens(config),
    ...piecesOf(shorter).flatMap((piece) => encoder.encode(joinTexts(piece))),
  ];
  // What can't fit anyway need not be encoded: a history may hold thousands.
  const hopeless = Math.max(0, scenario.history.length - Math.floor(contextWindow / SHORTEST_LINE));
  const recent: Scenario = { ...scenario, history: scenario.history.slice(hopeless) };
  const more = await dropOldest(recent, (shorter) => encode(shorter).length + room <= contextWindow);
  if (more === null) {
    const needed = encode({ ...scenario, history: [] }).length + room;
    throw new ModelFault({ code: "prompt-too-long", needed });
  }
  const fitting: Scenario = { ...recent, history: recent.history.slice(more) };
  const tokens = encode(fitting);
  return {
    tokens,
    pieces: piecesOf(fitting),
    dropped: hopeless + more,
    paths,
    answerTokens: Math.min(contextWindow - tokens.length, room + EXTRA_ROOM),
  };
}

/** Counts the tokens of a prompt's parts. Interactions get their indices in the whole history. */
export function countParts(
  encoder: Encoder,
  config: ChatConfig,
  { pieces, dropped }: Pick<FittedPrompt, "pieces" | "dropped">,
): PromptPart[] {
  const prefix = prefixTokens(config).length;
  const counted = pieces.flatMap((piece) => {
    const counts = countPiece(encoder, piece);
    return piece.map((part, at) => ({ ...part, tokens: counts[at] ?? 0 }));
  });
  return counted.map((part, at) => ({
    ...part,
    tokens: part.tokens + (at === 0 ? prefix : 0),
    index: part.kind === "interaction" && part.index !== null ? part.index + dropped : part.index,
  }));
}

/**
 * How many tokens stay as they are whatever becomes of one interaction. The token before it holds a line break, which
 * goes where it is deleted and was the last one.
 * @param edited its index in the whole history. By default, and where the prompt hasn't got it, the newest, with which
 * the user's text ends (or with the line that says that there is none).
 */
export function lastingTokens(parts: readonly PromptPart[], edited: number | null = null): number {
  const asked = parts.findIndex(({ kind, index }) => kind === "interaction" && index === edited);
  const end = asked >= 0 ? asked : parts.findLastIndex(({ kind }) => kind !== "frame");
  const before = parts.slice(0, Math.max(0, end)).reduce((sum, { tokens }) => sum + tokens, 0);
  return Math.max(0, before - 1);
}

/** How many tokens begin in each part of a text that is encoded as a whole. */
function countPiece(encoder: Encoder, parts: readonly PromptText[]): number[] {
  const alone = parts.map(({ text }) => encoder.encode(text).length);
  const whole = encoder.encode(joinTexts(parts)).length;
  // Parts are lines, and hardly any tokenizer joins lines to tokens.
  if (alone.reduce((sum, count) => sum + count, 0) === whole) return alone;
  // Where one does, a token across a border is gone from the text before it: it begins where that text is shorter.
  const upTo = parts.map((_, at) => encoder.encode(joinTexts(parts.slice(0, at + 1))).length);
  return upTo.map((count, at) => count - (upTo[at - 1] ?? 0));
}
