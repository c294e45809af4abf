/** Changes a parameter of the page's address, or takes it off; nothing is loaded for that. */
export function changeParameter(name: string, value: string | null): void {
  const url = new URL(location.href);
  if (url.searchParams.get(name) === value) return;
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}

/** Takes the fragment off the page's address. */
export function dropFragment(): void {
  const url = new URL(location.href);
  url.hash = "";
  history.replaceState(history.state, "", url);
}

/** The address of the page for others: the model's part of it stays, because the answers depend on it. */
export function ownAddress(href: string): string {
  const url = new URL(href);
  const model = url.searchParams.get("model");
  url.search = model === null ? "" : new URLSearchParams({ model }).toString();
  url.hash = "";
  return url.href;
}
