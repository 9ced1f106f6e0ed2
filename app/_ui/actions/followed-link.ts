/** Of a press on a link, what decides who opens its page. */
export interface Press {
  button: number;
  isModified: boolean;
  isHandled: boolean;
}
/** Of a link, what decides who opens its page. */
export interface PressedLink {
  href: string;
  target: string;
  isDownload: boolean;
}

/**
 * The address that is opened within the document; null where the browser does it: a new tab or window, a download,
 * another site, `tel:` and `geo:`, a place on the same page.
 */
export function followedAddress(press: Press, link: PressedLink, here: string): string | null {
  if (press.button !== 0 || press.isModified || press.isHandled) return null;
  if ((link.target && link.target !== "_self") || link.isDownload) return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin) return null;
  if (to.hash && to.pathname === from.pathname && to.search === from.search) return null;
  return `${to.pathname}${to.search}${to.hash}`;
}
