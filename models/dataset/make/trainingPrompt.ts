import { answerGrammar, callLead } from "../../../src/domain/answerGrammar.ts";
import { writeJson } from "../../../src/domain/json.ts";
import { writePrompt, type ChatMessage } from "../../../src/domain/prompt.ts";
import type { AnswerForm } from "../../../src/domain/toolCall.ts";
import { orderedMessage, type PromptOrder } from "./blocks.ts";
import { packSamples, type KnownSample, type Pack } from "./schema.ts";

/**
 * What a model is taught: whole answers, or, to begin with, only which candidates fit, from prompts without a history.
 * The answer then stops after its first line, where it would go on.
 */
export type Lesson = "answer" | "fit";

/** The answer as a model should write it. */
function answerText({ fits, answer }: KnownSample, form: AnswerForm): string {
  const call = `{"tool_name": ${JSON.stringify(answer.tool_name)}, "parameters": ${writeJson(answer.parameters)}}`;
  return form === "call" ? call : `Fit: ${fits.join(" ")}\n${call}`;
}

/** What an answer to a sample is, and how it begins for each candidate. */
function solution(sample: KnownSample, form: AnswerForm, lesson: Lesson = "answer") {
  const answer = answerText(sample, form);
  return {
    fits: sample.fits,
    gold: sample.candidates.findIndex(({ name }) => name === sample.answer.tool_name),
    ...(lesson === "fit" ? { answer: answer.slice(0, answer.indexOf("\n") + 1), open: true } : { answer }),
  };
}

function messagesOf(sample: KnownSample, form: AnswerForm, order: PromptOrder): ChatMessage[] {
  return writePrompt(sample, form).map(({ role, content }) => ({
    role,
    content: role === "user" ? orderedMessage(sample, form, order) : content,
  }));
}

function samplePrompt(sample: KnownSample, form: AnswerForm, order: PromptOrder, withGrammar: boolean) {
  const { fits, gold, answer } = solution(sample, form);
  const leads = sample.candidates.map(callLead);
  const messages = messagesOf(sample, form, order);
  const free = sample.history.length === 0;
  const grammar = withGrammar ? { grammar: answerGrammar(sample.candidates, form) } : {};
  const { id, setting, tags } = sample;
  return { id, setting, tags, messages, fits, leads, gold, answer, free, ...grammar };
}

/** One prefix for all questions. @throws Error unless each prompt is, byte for byte, the prefix and its query. */
function packPrompt(pack: Pack, form: AnswerForm, order: PromptOrder, lesson: Lesson) {
  const samples = packSamples(lesson === "fit" ? { ...pack, history: [] } : pack);
  const prompts = samples.map((sample) => {
    const messages = messagesOf(sample, form, order);
    const text = messages.at(-1)?.content ?? "";
    const end = text.lastIndexOf("\n") + 1;
    const prefix = [...messages.slice(0, -1), { role: "user", content: text.slice(0, end) }];
    return { prefix, query: text.slice(end), ...solution(sample, form, lesson) };
  });
  const [first] = prompts;
  const messages = first?.prefix ?? [];
  const questions = prompts.map(({ prefix, ...question }, at) => {
    if (JSON.stringify(prefix) !== JSON.stringify(messages) || !question.query.startsWith("Query: "))
      throw new Error(`${samples[at]?.id ?? ""}: the prompt does not begin as the others of its pack`);
    return question;
  });
  return { id: pack.id, setting: pack.setting, messages, leads: pack.candidates.map(callLead), questions };
}

/**
 * The lines that a trainer reads for a sample or a pack.
 * @throws Error unless a pack's prefix and queries make the prompts of its single samples.
 */
export function trainingPrompts(
  entry: KnownSample | Pack,
  form: AnswerForm,
  order: PromptOrder,
  { withGrammar = false, lesson = "answer" }: { withGrammar?: boolean; lesson?: Lesson } = {},
): unknown[] {
  if (lesson === "fit" && (form !== "fit-call" || !("questions" in entry) || !order.endsWith("query")))
    throw new Error("only packs of the form fit-call, with the query last, teach which candidates fit");
  if (!("questions" in entry)) return [samplePrompt(entry, form, order, withGrammar)];
  return order.endsWith("query")
    ? [packPrompt(entry, form, order, lesson)]
    : packSamples(entry).map((sample) => samplePrompt(sample, form, order, withGrammar));
}
