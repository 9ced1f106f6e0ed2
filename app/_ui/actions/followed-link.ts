/** Of a press on a link, what decides who opens its page. */
export type Press = Pick<MouseEvent, "button" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "defaultPrevented">;
/** Of a link, what decides who opens its page. */
export type PressedLink = Pick<HTMLAnchorElement, "href" | "target" | "hasAttribute">;

/**
 * The address that is opened within the document; null where the browser does it: a new tab or window, a download,
 * another site, `tel:` and `geo:`, a place on the same page.
 */
export function followedAddress(press: Press, link: PressedLink, here: string): string | null {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = press;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return null;
  if ((link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin) return null;
  if (to.hash && to.pathname === from.pathname && to.search === from.search) return null;
  return `${to.pathname}${to.search}${to.hash}`;
}
