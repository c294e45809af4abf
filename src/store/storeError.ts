const messages = {
  blocked:
    "Another tab still uses an older version of this page's database. Close the other tabs and reload.",
  timeout: "The browser's database doesn't answer. Close other tabs of this page and reload.",
  newer: "A newer version of this page has already changed the database. Reload to get that version.",
  unavailable: "The browser lets this page store nothing, perhaps because the window is private",
  quota: "The browser has no room left for this page's data. Free some space, or delete a stored model.",
  interrupted: "The browser closed the database while it was in use.",
  emptied: "The browser has deleted what this page had stored.",
  closed: "The database has been closed.",
  missing: "This was deleted meanwhile, perhaps in another tab.",
  invalid: "This can't be stored",
  failed: "The browser's database failed",
} as const;

/** What went wrong, for code that has to tell faults apart. */
export type StoreFault = keyof typeof messages;

/** A fault of the store. Its message is a sentence for the user. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreFault;

  /** @param details follow the sentence; for `invalid`, `failed` and `unavailable`, which say nothing by themselves. */
  constructor(kind: StoreFault, { details, cause }: { details?: string; cause?: unknown } = {}) {
    super(details ? `${messages[kind].replace(/\.$/, "")}: ${details}` : messages[kind], { cause });
    this.kind = kind;
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
