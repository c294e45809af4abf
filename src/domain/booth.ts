/** Times of a booth, in milliseconds. */
export interface BoothTimes {
  /** So long after the last sign of a visitor the page begins anew. */
  idle: number;
  /** So long before that it asks whether anybody is there. */
  warning: number;
}

const SECOND = 1000;
const IDLE = 90;
const [LEAST_IDLE, MOST_IDLE] = [1, 3600];

/**
 * What `?kiosk` or `?kiosk=60` (seconds) says.
 * @param value of the parameter; null where there is none, so that this is no booth. What is no number of seconds
 * counts as the default, what is out of bounds as the nearest bound.
 */
export function boothTimes(value: string | null): BoothTimes | null {
  if (value === null) return null;
  const asked = /^\d{1,6}(\.\d+)?$/.test(value) ? Number(value) : IDLE;
  const idle = Math.min(MOST_IDLE, Math.max(LEAST_IDLE, asked)) * SECOND;
  return { idle, warning: Math.min(10 * SECOND, idle / 3) };
}

/** `attract`: nobody is there. `visit`: somebody is. `leaving`: perhaps somebody is, and is asked. */
export type BoothPhase = "attract" | "visit" | "leaving";

export interface Booth {
  phase: BoothPhase;
  /** When the last sign of a visitor was seen, by the clock that all these functions get. */
  seen: number;
}

export const nobody: Booth = { phase: "attract", seen: 0 };

/** Somebody has touched the page to begin. */
export function begin(now: number): Booth {
  return { phase: "visit", seen: now };
}

/** Somebody has moved, touched or typed; that alone begins no visit. */
export function sign(booth: Booth, now: number): Booth {
  return booth.phase === "attract" ? booth : { phase: "visit", seen: now };
}

/** What the time that has passed makes of it. */
export function look(booth: Booth, now: number, { idle, warning }: BoothTimes): Booth {
  if (booth.phase === "attract") return booth;
  const quiet = now - booth.seen;
  if (quiet >= idle) return nobody;
  const phase = quiet >= idle - warning ? "leaving" : "visit";
  return phase === booth.phase ? booth : { ...booth, phase };
}

/** Whole seconds until the page begins anew, if nobody does anything. */
export function secondsLeft({ seen }: Booth, now: number, { idle }: BoothTimes): number {
  return Math.max(0, Math.ceil((seen + idle - now) / SECOND));
}

/**
 * Milliseconds before something that has failed is tried again.
 * @param attempts how often it has been tried without success.
 */
export function growingPause(attempts: number, first = 5 * SECOND, most = 300 * SECOND): number {
  return Math.min(most, first * 2 ** Math.min(attempts, 30));
}
