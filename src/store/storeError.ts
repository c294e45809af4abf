/** What went wrong, for code that has to tell faults apart. */
export type StoreFault =
  | "blocked" // another tab keeps an older version of the database open
  | "timeout" // the database doesn't open in time
  | "newer" // a newer version of the page has changed the database
  | "unavailable" // the browser lets this page store nothing
  | "quota"
  | "interrupted" // the browser closed the database while it was in use
  | "emptied" // the browser deleted what was stored
  | "closed"
  | "missing" // what should be changed was deleted meanwhile
  | "invalid" // what should be stored isn't what the domain defines
  | "failed";

/** A fault of the store. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreFault;
  /** More about it, in English; for `invalid`, `failed` and `unavailable`, which say nothing by themselves. */
  readonly details: string;

  constructor(kind: StoreFault, { details = "", cause }: { details?: string; cause?: unknown } = {}) {
    super(details ? `${kind}: ${details}` : kind, { cause });
    this.kind = kind;
    this.details = details;
  }
}

/** The fault behind anything that IndexedDB throws in a transaction; a StoreError stays as it is. */
export function storeError(error: unknown): StoreError {
  return translate(error, "failed", {
    QuotaExceededError: "quota",
    AbortError: "interrupted",
    InvalidStateError: "interrupted",
  });
}

/** The fault behind anything that IndexedDB throws while a database is opened; a StoreError stays as it is. */
export function openError(error: unknown): StoreError {
  return translate(error, "unavailable", { QuotaExceededError: "quota", VersionError: "newer" });
}

function translate(error: unknown, otherwise: StoreFault, kinds: Record<string, StoreFault>): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error ? error.name : "";
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return new StoreError(
    kind ?? otherwise,
    kind ? { cause: error } : { cause: error, details: String(error) },
  );
}
