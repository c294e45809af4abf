/** The page with another model: a link, because what the page may connect to is settled when it is opened. */
export function modelLink(folder: string): string {
  return `?${new URLSearchParams({ model: folder.trim() }).toString()}`;
}
