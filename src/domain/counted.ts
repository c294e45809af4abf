import { z } from "zod";

/** What was counted on one day. */
const dayCountSchema = z.object({
  visits: z.int().min(0),
  selections: z.int().min(0),
});
export type DayCount = z.infer<typeof dayCountSchema>;

/** Days after which the oldest one is forgotten. */
export const MAX_DAYS = 1000;

/** What was counted, by date (YYYY-MM-DD). Nothing in it says who, what or when within the day. */
export const countedSchema = z
  .record(z.string().regex(/^\d{4}-\d\d-\d\d$/), dayCountSchema)
  .refine((days) => Object.keys(days).length <= MAX_DAYS, `holds more than ${MAX_DAYS} days`);
export type Counted = z.infer<typeof countedSchema>;

/** The local date of a moment, as YYYY-MM-DD. */
export function dateOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, "0");
  const year = String(date.getFullYear()).padStart(4, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Counts one more. @param time when it was, in milliseconds since 1970. */
export function countOne(days: Counted, what: keyof DayCount, time: number): Counted {
  const date = dateOf(time);
  const before = days[date] ?? { visits: 0, selections: 0 };
  const all = Object.entries({ ...days, [date]: { ...before, [what]: before[what] + 1 } });
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(-MAX_DAYS));
}

/** All days together. */
export function totalOf(days: Counted): DayCount {
  const all = Object.values(days);
  const sum = (what: keyof DayCount) => all.reduce((total, day) => total + day[what], 0);
  return { visits: sum("visits"), selections: sum("selections") };
}

/** The days as a table for spreadsheets, oldest first. */
export function csvOf(days: Counted): string {
  const rows = Object.entries(days).map(([date, day]) => `${date},${day.visits},${day.selections}`);
  return ["date,visits,selections", ...rows, ""].join("\r\n");
}
