import { callLead } from "../domain/answerGrammar";
import { dropOldest, writePrompt, type ChatMessage } from "../domain/prompt";
import type { Scenario } from "../domain/scenario";
import type { AnswerForm } from "../domain/toolCall";
import { PARAMETER_TOKENS } from "./answerGuide";
import { chatPieces, guardMessages, prefixTokens, type ChatConfig } from "./chatText";
import { promptTooLong } from "./fault";

/** Tokens more that an answer may take where the context has them. */
const EXTRA_ROOM = 320;
/** No interaction takes fewer tokens: a name, brackets and a line break. */
const SHORTEST_LINE = 3;

/** A scenario made ready for a model. */
export interface FittedPrompt {
  messages: ChatMessage[];
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
  tokens: Encoder,
  config: ChatConfig,
  contextWindow: number,
  scenario: Scenario,
  form: AnswerForm,
): Promise<FittedPrompt> {
  const paths = scenario.candidates.map((tool) => tokens.encode(callLead(tool)));
  const fitLine = form === "fit-call" ? 2 * scenario.candidates.length + 3 : 0;
  const room = Math.max(...paths.map(({ length }) => length)) + fitLine + PARAMETER_TOKENS;
  const count = (shorter: Scenario) =>
    chatPieces(config, writePrompt(shorter, form)).reduce(
      (sum, piece) => sum + tokens.encode(piece).length,
      prefixTokens(config),
    );
  // What can't fit anyway need not be encoded: a history may hold thousands.
  const hopeless = Math.max(0, scenario.history.length - Math.floor(contextWindow / SHORTEST_LINE));
  const recent: Scenario = { ...scenario, history: scenario.history.slice(hopeless) };
  const more = await dropOldest(recent, (shorter) => count(shorter) + room <= contextWindow);
  if (more === null) throw promptTooLong();
  const fitting: Scenario = { ...recent, history: recent.history.slice(more) };
  return {
    messages: guardMessages(config, writePrompt(fitting, form)),
    dropped: hopeless + more,
    paths,
    answerTokens: Math.min(contextWindow - count(fitting), room + EXTRA_ROOM),
  };
}
