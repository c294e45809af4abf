/**
 * The page with another model: a link, because what the page may connect to is settled when it is opened.
 * @param search what the page's own address says; a language asked for there stays.
 */
export function modelLink(folder: string, search = location.search): string {
  const language = new URLSearchParams(search).get("lang");
  const parameters = { model: folder.trim(), ...(language && { lang: language }) };
  return `?${new URLSearchParams(parameters).toString()}`;
}
