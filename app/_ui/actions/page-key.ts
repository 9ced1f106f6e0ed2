import { hasSingleKeys } from "./single-keys";

/** Whether something stands over the page: its keys are then for nothing below. */
export const isCovered = (): boolean => document.querySelector("[role=dialog], dialog[open]") !== null;

/**
 * Whether a plain key is meant for the page: nobody writes or composes, no other key is held, no dialog stands over it, and
 * keys of one letter are not switched off on this device.
 */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isCovered()) return false;
  if ([...event.key].length === 1 && !hasSingleKeys()) return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable], [role=menuitem]")
  );
}
