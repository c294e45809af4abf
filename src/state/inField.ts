/** Whether what somebody types goes into a field: there single keys are no shortcuts, and the browser's own undo counts. */
export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])");
  return field !== null && !field.matches("[type=radio], [type=checkbox], [type=range], [type=button]");
}
