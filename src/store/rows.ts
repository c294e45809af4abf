import type { z } from "zod";
import { jsonPath, plainWords } from "./fault";
import { mendingSchemas } from "./mending";
import { StoreError } from "./storeError";
import { keyPaths, rowSchemas, type DamagedRow, type DataTable, type Row, type Table } from "./tables";

/** A copy of the value as the schema defines it. @throws StoreError of kind invalid that names the fields. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new StoreError("invalid", { details: explain(result.error) });
  return result.data;
}

/** The rows that are what the table's rows must be. */
export function sound<T extends Table>(table: T, rows: readonly unknown[]): Row<T>[] {
  const schema: z.ZodType = rowSchemas[table];
  return rows.flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data as Row<T>] : [];
  });
}

/** A damaged row: its key, what to set aside, and the row that can take its place, if it can be mended. */
export interface Damage {
  key: IDBValidKey;
  report: DamagedRow;
  mended: object | null;
}

/** What is to be done about a row, or null if it's sound. */
export function damage(table: DataTable, row: unknown): Damage | null {
  const { error } = rowSchemas[table].safeParse(row);
  if (!error) return null;
  const key = (row as Record<string, IDBValidKey>)[keyPaths[table]] ?? "";
  const mended = rowSchemas[table].safeParse(mendingSchemas[table]?.safeParse(row).data).data ?? null;
  const found = { table, reason: explain(error), mended: mended !== null, time: Date.now(), row };
  return { key, report: { id: crypto.randomUUID(), ...found }, mended };
}

/** Rows set aside; one that is itself damaged is reported as such, so that it can be looked at and deleted. */
export function setAside(rows: readonly unknown[]): DamagedRow[] {
  return rows.map((row) => {
    const result = rowSchemas.quarantine.safeParse(row);
    if (result.success) return result.data;
    const { id } = row as { id: unknown };
    const report = { table: "quarantine" as const, reason: explain(result.error), mended: false };
    return { id: typeof id === "string" ? id : "", ...report, time: 0, row };
  });
}

function explain(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${jsonPath(issue.path) || "row"}: ${plainWords(issue.message)}`)
    .join("; ");
}
