/** Hands a text to the browser as a file to be saved. */
export function download({
  fileName,
  text,
  type = "application/json",
}: {
  fileName: string;
  text: string;
  type?: string;
}): void {
  save(fileName, new Blob([text], { type }));
}

/** Hands anything to the browser as a file to be saved. */
export function save(fileName: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
