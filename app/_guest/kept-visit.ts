/** What this tab holds of a link: the token until it has opened, then the visit. */
type Kept = "token" | "visit";

/** So that neither a reload nor a lost line ends the visit; gone with the tab. */
export function kept(what: Kept): string | null {
  try {
    return window.sessionStorage.getItem(what);
  } catch {
    return null;
  }
}

/** Keeps one of the two in place of whatever was kept; nothing forgets both. */
export function keep(what?: Kept, secret?: string): void {
  try {
    window.sessionStorage.removeItem("token");
    window.sessionStorage.removeItem("visit");
    if (what && secret) window.sessionStorage.setItem(what, secret);
  } catch {
    // A browser that keeps nothing: it lasts as long as the page.
  }
}

/** Leaves no token in the address, so that it stays in no history and no picture of the screen. */
export function clearAddress(): void {
  if (window.location.hash) window.history.replaceState(window.history.state, "", window.location.pathname);
}

/** What stands behind # in the address; `clearAddress` follows. */
export const tokenInAddress = (): string => window.location.hash.slice(1);
