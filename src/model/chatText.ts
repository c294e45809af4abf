import { z } from "zod";
import type { ChatMessage } from "../domain/prompt";

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
});

/** The parts of `mlc-chat-config.json` that decide how web-llm joins messages to the text that a model reads. */
export const chatConfigSchema = z.object({
  conv_template: template,
  conv_config: template.partial().nullish(),
});
export type ChatConfig = z.infer<typeof chatConfigSchema>;

const FUNCTION = "{function_string}";
const USER = "{user_message}";

/** The template with its overrides, as web-llm merges them. */
const templateOf = ({ conv_template, conv_config }: ChatConfig) => ({ ...conv_template, ...conv_config });

/**
 * Prepares messages so that web-llm passes their text on unchanged. It fills a template's `role_templates` by
 * String.replace, which reads `$&` and the like as patterns, and then removes the first `{function_string}`. Our own
 * models leave `role_templates` out; for a foreign model `$` is doubled and that word is broken up.
 */
export function guardMessages(config: ChatConfig, messages: readonly ChatMessage[]): ChatMessage[] {
  if (templateOf(config).role_templates?.user === undefined) return [...messages];
  return messages.map(({ role, content }) =>
    role === "user" ? { role, content: breakUp(content).replaceAll("$", "$$$$") } : { role, content },
  );
}

const breakUp = (text: string): string => text.replaceAll(FUNCTION, "{function string}");

/**
 * The pieces of text that web-llm joins of a system and a user message, up to where the answer starts. It encodes
 * each piece on its own. For counting tokens.
 */
export function chatPieces(config: ChatConfig, messages: readonly ChatMessage[]): string[] {
  const chat = templateOf(config);
  const system = messages.find(({ role }) => role === "system")?.content ?? chat.system_message;
  const head =
    system === "" && chat.render_empty_system_message === false
      ? ""
      : chat.system_template.replace("{system_message}", system);
  const user = messages.find(({ role }) => role === "user")?.content ?? "";
  const shape = chat.role_templates?.user;
  // As replacement functions, which are spared the patterns.
  const filled = shape?.replace(USER, () => breakUp(user)).replace(FUNCTION, "") ?? user;
  const lead =
    chat.add_role_after_system_message === false && head !== ""
      ? ""
      : chat.roles.user + (chat.role_content_sep ?? ": ");
  const reply = chat.roles.assistant + (chat.role_empty_sep ?? ": ");
  return [head, `${lead}${filled}${chat.seps[0] ?? ""}`, reply].filter((piece) => piece !== "");
}

/** How many tokens the template puts before the text by number. */
export function prefixTokens(config: ChatConfig): number {
  return templateOf(config).system_prefix_token_ids?.length ?? 0;
}
