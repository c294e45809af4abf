import { answerGrammar, callLead } from "../../../src/domain/answerGrammar.ts";
import { writeJson } from "../../../src/domain/json.ts";
import { writePrompt, type ChatMessage } from "../../../src/domain/prompt.ts";
import { toolParts } from "../../../src/domain/tool.ts";
import type { AnswerForm } from "../../../src/domain/toolCall.ts";
import { orderedMessage, type PromptOrder } from "./blocks.ts";
import { chooseMoments } from "./moments.ts";
import { playSamples, type KnownSample, type Plays } from "./schema.ts";

/** The beginning of an answer, which ends with a tool's name. */
function namingText(fits: readonly number[], tool: string, form: AnswerForm): string {
  const call = `{"tool_name": ${JSON.stringify(tool).slice(0, -1)}`;
  return form === "call" ? call : `Fit: ${fits.join(" ")}\n${call}`;
}

/** The answer as a model should write it. */
function answerText({ fits, answer }: KnownSample, form: AnswerForm): string {
  return `${namingText(fits, answer.tool_name, form)}", "parameters": ${writeJson(answer.parameters)}}`;
}

/** What an answer to a sample is. */
function solution(sample: KnownSample, form: AnswerForm) {
  const gold = sample.candidates.findIndex(({ name }) => name === sample.answer.tool_name);
  return { gold, answer: answerText(sample, form) };
}

function messagesOf(sample: KnownSample, form: AnswerForm, order: PromptOrder): ChatMessage[] {
  return writePrompt(sample, form).map(({ role, content }) => ({
    role,
    content: role === "user" ? orderedMessage(sample, form, order) : content,
  }));
}

const providerOf = (name: string) => toolParts(name).provider;

function samplePrompt(sample: KnownSample, form: AnswerForm, order: PromptOrder, withGrammar: boolean) {
  const { gold, answer } = solution(sample, form);
  const leads = sample.candidates.map(callLead);
  const messages = messagesOf(sample, form, order);
  const providers = sample.fits.map((index) => providerOf(sample.candidates[index]?.name ?? ""));
  const free = !sample.history.some(({ tool }) => providers.includes(providerOf(tool)));
  const grammar = withGrammar ? { grammar: answerGrammar(sample.candidates, form) } : {};
  const { id, setting, tags, fits } = sample;
  return { id, setting, tags, messages, fits, leads, gold, answer, free, ...grammar };
}

/** After how many calls something was preferred, and how the answer then begins. */
function momentsOf(sample: KnownSample, form: AnswerForm, count: number) {
  return chooseMoments(sample, count).map(({ calls, tool }) => ({
    calls,
    answer: namingText(sample.fits, tool, form),
  }));
}

/** The question and its candidates once, then each history. @throws Error unless the prompts begin alike. */
function playsPrompt(made: Plays, form: AnswerForm, order: PromptOrder, moments: number) {
  const prompts = playSamples(made).map((sample) => ({
    sample,
    messages: messagesOf(sample, form, order),
    ...solution(sample, form),
  }));
  const [system, user] = prompts[0]?.messages ?? [];
  const end = (user?.content.indexOf("\nHistory of calls") ?? -1) + 1;
  const shared = user?.content.slice(0, end) ?? "";
  const plays = prompts.map(({ sample, messages, ...answer }) => {
    const text = messages.at(-1)?.content ?? "";
    if (end === 0 || !text.startsWith(shared))
      throw new Error(`${made.id}: the prompts do not begin with the same question and candidates`);
    const earlier = moments > 0 ? { moments: momentsOf(sample, form, moments) } : {};
    return { setting: sample.setting, rest: text.slice(end), ...answer, ...earlier };
  });
  const messages = [system, { role: "user", content: shared }];
  return { id: made.id, messages, leads: made.candidates.map(callLead), fits: made.fits, plays };
}

/**
 * The lines that a trainer reads for a sample, or for a question with several histories.
 * @param options.moments how many earlier moments of each such history are asked about as well.
 * @throws Error unless prefix and rests make the prompts of the single samples.
 */
export function trainingPrompts(
  entry: KnownSample | Plays,
  form: AnswerForm,
  order: PromptOrder,
  { withGrammar = false, moments = 0 }: { withGrammar?: boolean; moments?: number } = {},
): unknown[] {
  if (!("plays" in entry)) return [samplePrompt(entry, form, order, withGrammar)];
  return order === "query-candidates-history"
    ? [playsPrompt(entry, form, order, moments)]
    : playSamples(entry).map((sample) => samplePrompt(sample, form, order, withGrammar));
}
