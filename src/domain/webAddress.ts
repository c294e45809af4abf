/** What the id of a lesson looks like; no web address does. */
export const LESSON_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * A web address, absolute or relative to the page.
 * @returns null for what is none; for a host such as `*`, which would be a wildcard in a policy; and for insecure addresses of
 *   other sites, on whose way anybody could alter what comes.
 */
export function webAddress(text: string, page: string): URL | null {
  const url = URL.canParse(text.trim(), page) ? new URL(text.trim(), page) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\w.:[\]-]+$/.test(url.host)) return null;
  const local = /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  const secure = url.protocol === "https:" || local || url.origin === new URL(page).origin;
  if (!secure || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url;
}

/** The origin of a web address on another site than the page; null for any other. */
export function foreignOrigin(text: string | null, page: string): string | null {
  const url = text === null ? null : webAddress(text, page);
  return url && url.origin !== new URL(page).origin ? url.origin : null;
}

/** The page at its own address, with a lesson from elsewhere: what it may connect to is settled when it is opened. */
export function lessonLink(lesson: string, page: string): string {
  const url = new URL(page);
  url.searchParams.set("lesson", lesson);
  url.hash = "";
  return url.href;
}
