import { ModelFault, type GpuReport } from "../model";
import { CatalogueError } from "../store/catalogue";
import { ImportError } from "../store/fault";
import { StoreError } from "../store/storeError";
import type { ImportNote } from "../store/toolImport";
import { sentence } from "../words/sentences";
import { words } from "../words/words.svelte";

/** What an error says to the user, in the language that is shown. One that nobody foresaw speaks for itself. */
export function faultWords(error: unknown): string {
  const { faults, imports } = words();
  if (error instanceof ModelFault) return sentence(faults.model, error.said);
  if (error instanceof ImportError) return sentence(imports.faults, error.said);
  if (error instanceof CatalogueError) return sentence(faults.catalogue, error.said);
  if (error instanceof StoreError) return withDetails(faults.store[error.kind], error.details);
  return error instanceof Error ? error.message : String(error);
}

function withDetails(said: string, details: string): string {
  return details ? `${said.replace(/\.$/, "")}: ${details}` : said;
}

/** What an import changed or left out, in words. */
export function noteWords(note: ImportNote): string {
  return sentence(words().imports.notes, note);
}

/** What a graphics device is called. */
export function adapterWords(adapter: GpuReport["adapter"]): string {
  return adapter?.name || words().gpu.unnamed;
}

/** Why a model can't run on a graphics device, what can be done about it, and what the device lacks; null if it can run. */
export function gpuWords({
  reason,
  adapter,
  lacking,
}: GpuReport): { why: string; advice: string; lacking: string[] } | null {
  const { reasons, lacks } = words().gpu;
  if (reason === null) return null;
  const { why, advice } = reasons[reason];
  return { why: why(adapterWords(adapter)), advice, lacking: lacking.map((lack) => sentence(lacks, lack)) };
}
