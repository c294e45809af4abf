import type { z } from "zod";
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

/** What to set aside if a row is damaged, or null. */
export function damage(table: DataTable, row: unknown): { key: IDBValidKey; report: DamagedRow } | null {
  const { error } = rowSchemas[table].safeParse(row);
  if (!error) return null;
  const key = (row as Record<string, IDBValidKey>)[keyPaths[table]];
  return {
    key: key ?? "",
    report: { id: crypto.randomUUID(), table, reason: explain(error), time: Date.now(), row },
  };
}

function explain(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`).join("; ");
}
