import { z } from "zod";
import { joinTexts, type PromptTexts } from "../domain/prompt";
import type { PromptText } from "../domain/promptParts";

const template = z.object({
  system_template: z.string(),
  system_message: z.string(),
  roles: z.object({ user: z.string(), assistant: z.string() }),
  role_templates: z.object({ user: z.string().optional() }).nullish(),
  seps: z.array(z.string()).min(1),
  role_content_sep: z.string().nullish(),
  role_empty_sep: z.string().nullish(),
  system_prefix_token_ids: z.array(z.number().int()).nullish(),
  add_role_after_system_message: z.boolean().nullish(),
  render_empty_system_message: z.boolean().nullish(),
  stop_token_ids: z.array(z.number().int()).nullish(),
});

/** What of `mlc-chat-config.json` decides which text a model reads and how its vocabulary spells it. */
export const chatConfigSchema = z.object({
  conv_template: template,
  conv_config: template.partial().nullish(),
  vocab_size: z.number().int().positive(),
  context_window_size: z.number().int().positive(),
  tokenizer_info: z
    .object({ token_postproc_method: z.string(), prepend_space_in_encode: z.boolean().nullish() })
    .nullish(),
  token_table_postproc_method: z.string().nullish(),
});
export type ChatConfig = z.infer<typeof chatConfigSchema>;

const FUNCTION = "{function_string}";
const USER = "{user_message}";
const SYSTEM = "{system_message}";

/** The template with its overrides, as web-llm merges them. */
const templateOf = ({ conv_template, conv_config }: ChatConfig) => ({ ...conv_template, ...conv_config });

const frame = (text: string): PromptText => ({ kind: "frame", text, index: null });

/** A template with parts in place of the first placeholder. */
function fill(shape: string, placeholder: string, parts: readonly PromptText[]): PromptText[] {
  const at = shape.indexOf(placeholder);
  if (at < 0) return [frame(shape)];
  return [frame(shape.slice(0, at)), ...parts, frame(shape.slice(at + placeholder.length))];
}

/**
 * The pieces of text that a chat template makes of a prompt, up to where the answer starts, in parts. web-llm would
 * encode each piece on its own, and so does whoever feeds it tokens.
 */
export function chatPieces(config: ChatConfig, { system, user }: PromptTexts): PromptText[][] {
  const chat = templateOf(config);
  const silent = joinTexts(system) === "" && chat.render_empty_system_message === false;
  const head = silent ? [] : fill(chat.system_template, SYSTEM, system);
  const alone = chat.add_role_after_system_message === false && joinTexts(head) !== "";
  const lead = alone ? "" : chat.roles.user + (chat.role_content_sep ?? ": ");
  const shape = chat.role_templates?.user?.replace(FUNCTION, "") ?? USER;
  const reply = chat.roles.assistant + (chat.role_empty_sep ?? ": ");
  return [head, [frame(lead), ...fill(shape, USER, user), frame(chat.seps[0] ?? "")], [frame(reply)]]
    .map((parts) => parts.filter(({ text }) => text !== ""))
    .filter((parts) => parts.length > 0);
}

/** The tokens that the template puts before the text by number. */
export function prefixTokens(config: ChatConfig): number[] {
  return templateOf(config).system_prefix_token_ids ?? [];
}

/** The tokens that end an answer. */
export function stopTokens(config: ChatConfig): number[] {
  return templateOf(config).stop_token_ids ?? [];
}
