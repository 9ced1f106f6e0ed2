/** What this tab stores of a link: the token until the link has been opened, then the visit. */
type Kept = "token" | "visit";

/** In sessionStorage, so that a reload or a lost connection does not end the visit; it ends with the tab. */
export function kept(what: Kept): string | null {
  try {
    return window.sessionStorage.getItem(what);
  } catch {
    return null;
  }
}

/** Stores a token or a visit in place of whatever was stored; nothing removes both. */
export function keep(what?: Kept, secret?: string): void {
  try {
    window.sessionStorage.removeItem("token");
    window.sessionStorage.removeItem("visit");
    if (what && secret) window.sessionStorage.setItem(what, secret);
  } catch {
    // Without storage the visit lasts as long as the page.
  }
}

/** Removes the token from the address, so that it is in no history and no screenshot. */
export function clearAddress(): void {
  if (window.location.hash) window.history.replaceState(window.history.state, "", window.location.pathname);
}

/** The part of the address after #; call `clearAddress` afterwards. */
export const tokenInAddress = (): string => window.location.hash.slice(1);
