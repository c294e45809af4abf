import { z } from "zod";
import { jsonValueSchema } from "../domain/json";
import { PROMPT_FORMAT } from "../domain/prompt";
import { answerFormSchema } from "../domain/toolCall";
import { cancelled, ModelFault } from "./fault";

const count = z.number().int().positive();

/** How long a manifest may take, in milliseconds. */
const MANIFEST_MS = 20_000;

/** A file is held in memory while it is checked. Ours have at most 32 MiB. */
const MAX_FILE_BYTES = 512 << 20;

const modelFileSchema = z.object({
  /** A plain file name: it can't lead out of the model's folder. */
  path: z.string().regex(/^\w[\w.-]{0,99}$/, "must be a plain file name"),
  bytes: count.max(MAX_FILE_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
});
export type ModelFile = z.infer<typeof modelFileSchema>;

const requirementsSchema = z.object({
  features: z.array(z.string()).default([]),
  maxBufferSize: z.number().nonnegative().default(0),
  maxStorageBufferBindingSize: z.number().nonnegative().default(0),
  maxComputeWorkgroupStorageSize: z.number().nonnegative().default(0),
  maxComputeInvocationsPerWorkgroup: z.number().nonnegative().default(0),
  maxStorageBuffersPerShaderStage: z.number().nonnegative().default(0),
});
/** What a model asks of a graphics device. Sizes in bytes. */
export type ModelRequirements = z.infer<typeof requirementsSchema>;

/** The files that web-llm reads by name, besides the library and the shards. */
export const CHAT_CONFIG = "mlc-chat-config.json";
export const TOKENIZER = "tokenizer.json";
export const TENSOR_CACHE = "tensor-cache.json";
/** Our own description of the model. */
export const MANIFEST = "model.json";

export const modelManifestSchema = z
  .object({
    schema: z.literal(1),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, "must be lower case letters, digits, dots and dashes"),
    /** Changes with every change of any file. */
    version: z.string().regex(/^[0-9a-f]{12}$/, "must be 12 hexadecimal digits"),
    name: z.string().min(1).max(100),
    kind: z.enum(["base", "personalized"]),
    summary: z.string().max(1000),
    license: z.string().max(200),
    origin: z.string().max(1000),
    promptFormat: z.number().int(),
    answerForm: answerFormSchema,
    /** Tokens of prompt and answer together. */
    contextWindow: count,
    prefillChunk: count,
    parameters: count,
    requires: requirementsSchema,
    library: z.string(),
    files: z.array(modelFileSchema).min(1).max(1000),
    figures: z.record(z.string(), jsonValueSchema).default({}),
  })
  .superRefine(({ files, library }, context) => {
    const paths = files.map(({ path }) => path);
    for (const path of [library, CHAT_CONFIG, TOKENIZER, TENSOR_CACHE])
      if (!paths.includes(path))
        context.addIssue({ code: "custom", path: ["files"], message: `lacks ${path}` });
    if (paths.includes(MANIFEST))
      context.addIssue({ code: "custom", path: ["files"], message: `can't hold ${MANIFEST} itself` });
    if (new Set(paths).size !== paths.length)
      context.addIssue({ code: "custom", path: ["files"], message: "names a file twice" });
  });
/** What a model folder's `model.json` says: the one description of a model that the app reads. */
export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** A model and where it lies. */
export interface LocatedModel {
  manifest: ModelManifest;
  /** The URL of the model's folder, with a slash at the end. */
  folder: string;
}

/** The SHA-256 of a model's library, which is the part of a model that runs as a program. */
export function libraryHash({ files, library }: ModelManifest): string {
  return files.find(({ path }) => path === library)?.sha256 ?? "";
}

/** Bytes of all files of a model. */
export function modelBytes({ files }: ModelManifest): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Reads a manifest.
 * @throws ModelFault "not-a-model" that names the first field that is wrong.
 */
export function parseManifest(value: unknown): ModelManifest {
  const parsed = modelManifestSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join(".") ?? "";
    throw new ModelFault({ code: "bad-manifest", field, why: issue?.message ?? "invalid" });
  }
  if (parsed.data.promptFormat !== PROMPT_FORMAT)
    throw new ModelFault({
      code: "other-prompt-format",
      name: parsed.data.name,
      format: parsed.data.promptFormat,
      ours: PROMPT_FORMAT,
    });
  return parsed.data;
}

/** The text of a manifest as JSON. `url` is named if it isn't. */
function parseText(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelFault({ code: "no-manifest", url, page: text.trimStart().startsWith("<") });
  }
}

/**
 * Fetches a model's manifest.
 * @param folder the URL of the model's folder, with a slash at the end.
 * @throws ModelFault "network", "not-a-model" or "cancelled".
 */
export async function loadManifest(folder: string, signal?: AbortSignal): Promise<LocatedModel> {
  const url = new URL(MANIFEST, folder).href;
  const stalled = AbortSignal.timeout(MANIFEST_MS);
  let text: string;
  try {
    const either = signal ? AbortSignal.any([signal, stalled]) : stalled;
    const response = await fetch(url, { cache: "no-cache", referrerPolicy: "no-referrer", signal: either });
    text = await response.text();
    if (!response.ok) throw new ModelFault({ code: "manifest-refused", url, status: response.status });
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    if (signal?.aborted) throw cancelled();
    throw new ModelFault({ code: "unreachable", url }, { cause: error });
  }
  return { manifest: parseManifest(parseText(text, url)), folder };
}
