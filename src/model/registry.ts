import { ModelFault } from "./fault";

/** The id of the model that comes with the page, which is its folder's name in `public/models/`, too. */
export const BUNDLED_MODEL = "petoolllama-135m-q4f32";

/**
 * Finds a model's folder.
 * @param choice the id of the bundled model, the URL of a model's folder, or null for the bundled one.
 * @param page the URL of the page.
 * @returns the URL of the folder, with a slash at the end.
 * @throws ModelFault "other-origin" or "not-a-model" if the choice is no such URL.
 */
export function modelFolder(choice: string | null, page: string): string {
  const wanted = choice?.trim() || BUNDLED_MODEL;
  if (wanted === BUNDLED_MODEL) return new URL(`models/${BUNDLED_MODEL}/`, page).href;
  const url = URL.canParse(wanted, page) ? new URL(wanted, page) : null;
  // A host such as `*` would be a wildcard in the policy below.
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\w.:[\]-]+$/.test(url.host))
    throw new ModelFault({ code: "no-such-model", choice: wanted });
  const local = /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  if (isForeign(url.href, page) && url.protocol !== "https:" && !local)
    throw new ModelFault({ code: "insecure-address", origin: url.origin });
  const folder = url.pathname.replace(/\/model\.json$/, "/");
  return new URL(folder.endsWith("/") ? folder : `${folder}/`, url.origin).href;
}

/** Whether a model lies on another origin than the page: it brings a program, so that is a matter of trust. */
export function isForeign(folder: string, page: string): boolean {
  return new URL(folder).origin !== new URL(page).origin;
}

/**
 * A content security policy that lets the page connect to its own origin and to that of the chosen model, nowhere else.
 * @param choice and page as for `modelFolder`.
 * @param others further origins, such as that of a lesson.
 */
export function connectPolicy(choice: string | null, page: string, others: readonly string[] = []): string {
  const allowed = ["'self'", "blob:", ...others];
  try {
    const folder = modelFolder(choice, page);
    if (isForeign(folder, page)) allowed.push(new URL(folder).origin);
  } catch {
    // No such model: nothing more to connect to. The page will say so.
  }
  return `connect-src ${allowed.join(" ")}`;
}
