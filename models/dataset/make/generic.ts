import type { CallParameters } from "../../../src/domain/interaction.ts";
import { promptParameters } from "../../../src/domain/prompt.ts";
import type { JsonValue } from "../../../src/domain/json.ts";
import type { Parameter, Tool } from "../../../src/domain/tool.ts";
import { kinds, type KindName } from "./kinds.ts";
import type { Random } from "./random.ts";
import type { Split } from "./types.ts";
import { valueSource } from "./values.ts";

const guesses: readonly (readonly [RegExp, KindName])[] = [
  [/mail/i, "email"],
  [/phone|mobile|msisdn/i, "phone"],
  [/url|link|uri|website/i, "url"],
  [/domain|host/i, "domain"],
  [/^ip/i, "ip"],
  [/date|day|start|end|from|to$|since/i, "date"],
  [/city|location|place|address/i, "city"],
  [/country|region/i, "country"],
  [/lang|locale/i, "language"],
  [/currency/i, "currency"],
  [/name|author|owner|user/i, "person"],
  [/zip|postal/i, "postcode"],
  [/message|text|content|body|comment|description/i, "sentence"],
  [/title|subject/i, "heading"],
  [/query|search|keyword|^q$|term|topic/i, "topic"],
];

function guess({ name, type, enum: allowed }: Parameter, split: Split, random: Random): JsonValue | null {
  if (allowed) return random.pick(allowed);
  if (type === "boolean") return random.chance(0.5);
  if (type === "integer" || type === "number")
    return /id$|number/i.test(name) ? random.int(100, 99999) : random.int(1, 50);
  if (type !== "string") return null;
  if (/id$|key|code|uuid|number|slug/i.test(name)) return String(random.int(1000, 999999));
  const kind = guesses.find(([pattern]) => pattern.test(name))?.[1];
  return kind ? (kinds[kind].sample(valueSource(random, split)).as.text ?? null) : null;
}

/** Plausible parameters for a call of any real tool, as a history may hold it; null if it asks for too much. */
export function genericCall(tool: Tool, split: Split, random: Random): CallParameters | null {
  const parameters = promptParameters(tool);
  const wanted = parameters.filter(({ required }) => required || random.chance(0.15));
  if (wanted.length > 3) return null;
  const call: CallParameters = {};
  for (const parameter of wanted) {
    const value = guess(parameter, split, random);
    if (value !== null) call[parameter.name] = value;
    else if (parameter.required) return null;
  }
  return call;
}
