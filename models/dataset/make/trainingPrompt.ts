import { answerGrammar, callLead } from "../../../src/domain/answerGrammar.ts";
import { writeJson } from "../../../src/domain/json.ts";
import { writePrompt, type ChatMessage } from "../../../src/domain/prompt.ts";
import { toolParts } from "../../../src/domain/tool.ts";
import type { AnswerForm } from "../../../src/domain/toolCall.ts";
import { orderedMessage, type PromptOrder } from "./blocks.ts";
import { chooseMoments } from "./moments.ts";
import { playSamples, type KnownSample, type Plays } from "./schema.ts";

/** What stands in an answer before the call. */
function leadText(fits: readonly number[], form: AnswerForm): string {
  return form === "call" ? "" : `Fit: ${fits.join(" ")}\n`;
}

/** The answer as a model should write it. */
function answerText({ fits, answer }: KnownSample, form: AnswerForm): string {
  const call = `{"tool_name": ${JSON.stringify(answer.tool_name)}, "parameters": ${writeJson(answer.parameters)}}`;
  return leadText(fits, form) + call;
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

interface SampleOptions {
  withGrammar?: boolean;
  withoutHistory?: boolean;
}

function samplePrompt(
  sample: KnownSample,
  form: AnswerForm,
  order: PromptOrder,
  { withGrammar = false, withoutHistory = false }: SampleOptions,
) {
  const { gold, answer } = solution(sample, form);
  const leads = sample.candidates.map(callLead);
  const messages = messagesOf(withoutHistory ? { ...sample, history: [] } : sample, form, order);
  const providers = sample.fits.map((index) => providerOf(sample.candidates[index]?.name ?? ""));
  const free = !sample.history.some(({ tool }) => providers.includes(providerOf(tool)));
  const grammar = withGrammar ? { grammar: answerGrammar(sample.candidates, form) } : {};
  const { id, setting, tags, fits } = sample;
  return { id, setting, tags, messages, fits, leads, gold, answer, free, ...grammar };
}

/** What earlier states of a history can teach, and what some other histories of the question can: calls of other fitting tools. */
function further(sample: KnownSample, samples: readonly KnownSample[], form: AnswerForm, count: number) {
  const byTool = new Map(samples.map((other) => [other.answer.tool_name, other]));
  byTool.delete(sample.answer.tool_name);
  return {
    lead: leadText(sample.fits, form),
    moments: chooseMoments(sample, count),
    others: [...byTool.values()].map((other) => answerText(other, form)),
  };
}

/** The question and its candidates once, then each history. @throws Error unless the prompts begin alike. */
function playsPrompt(made: Plays, form: AnswerForm, order: PromptOrder, histories: number, moments: number) {
  const samples = playSamples(made);
  const prompts = samples.slice(0, histories).map((sample) => ({
    sample,
    messages: messagesOf(sample, form, order),
    ...solution(sample, form),
  }));
  const [system, user] = prompts[0]?.messages ?? [];
  const end = (user?.content.indexOf("\nHistory of calls") ?? -1) + 1;
  const shared = user?.content.slice(0, end) ?? "";
  const plays = prompts.map(({ sample, messages, ...answer }, at) => {
    const text = messages.at(-1)?.content ?? "";
    if (end === 0 || !text.startsWith(shared))
      throw new Error(`${made.id}: the prompts do not begin with the same question and candidates`);
    const more = moments > 0 ? further(sample, at === 0 ? samples : [], form, moments) : {};
    return { setting: sample.setting, rest: text.slice(end), ...answer, ...more };
  });
  const messages = [system, { role: "user", content: shared }];
  return { id: made.id, messages, leads: made.candidates.map(callLead), fits: made.fits, plays };
}

/**
 * The lines that a trainer reads for a sample, or for a question with several histories.
 * @param options.withoutHistory shows a single sample without its history; what is right stays the same.
 * @param options.histories how many of them.
 * @param options.moments how many earlier moments of each such history are asked about as well.
 * @throws Error unless prefix and rests make the prompts of the single samples.
 */
export function trainingPrompts(
  entry: KnownSample | Plays,
  form: AnswerForm,
  order: PromptOrder,
  {
    histories = Infinity,
    moments = 0,
    ...options
  }: SampleOptions & { histories?: number; moments?: number } = {},
): unknown[] {
  if (!("plays" in entry)) return [samplePrompt(entry, form, order, options)];
  return order === "query-candidates-history"
    ? [playsPrompt(entry, form, order, histories, moments)]
    : playSamples(entry)
        .slice(0, histories)
        .map((sample) => samplePrompt(sample, form, order, options));
}
