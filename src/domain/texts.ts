import { z } from "zod";

/** The language that every text has; it stands in where another is missing. */
const FALLBACK = "en";

const contentSchema = z.string().trim().min(1).max(6000);
const languageTag = z.string().regex(/^[a-z]{2,3}$/, "expected a language's tag such as en or de");

/** A text for people: a string, or one for each language by its tag, with English among them. */
export const textSchema = z.union([
  contentSchema,
  z
    .record(languageTag, contentSchema)
    .refine((byLanguage) => Object.hasOwn(byLanguage, FALLBACK), `lacks English ("${FALLBACK}")`),
]);
export type Text = z.infer<typeof textSchema>;

/** The text in a language, or else in English. @param language a tag such as "de". */
export function textIn(text: Text, language: string): string {
  if (typeof text === "string") return text;
  return (Object.hasOwn(text, language) ? text[language] : text[FALLBACK]) ?? "";
}
