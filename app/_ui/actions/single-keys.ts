const stored = "single-keys";

/** Asks for the list of keys from elsewhere, as from a menu: `?` may be switched off, and a pointer has no keys. */
export const showKeys = "show-keys";

/** Whether N, J, K, O and ? do something on this device. Whoever dictates, or whose hand slips, switches them off. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true;
  }
}

/** Stores the choice for all pages on this device. */
export function chooseSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(stored, isOn ? "on" : "off");
  } catch {
    // A browser that keeps nothing goes on listening to them.
  }
}
