/**
 * Where the caret goes in what has just opened: into its first field. Null where that field would open something over the words
 * around it: a phone's keyboard, or a calendar.
 */
export function firstField(opened: Element): HTMLElement | null {
  const field = opened.querySelector<HTMLElement>("input:enabled:not([type=hidden]), select:enabled, textarea:enabled");
  return field && !field.matches("[data-day]") && matchMedia("(pointer: fine)").matches ? field : null;
}
