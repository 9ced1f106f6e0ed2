import { mapHref } from "@/app/_ui/format/map-href";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { webAddress } from "@/app/_ui/text/web-address";
import { Address } from "./html";

/** A page of this installation: a path that begins with one slash, with what follows it in the address encoded. */
export function ownPath(path: `/${string}`): Address {
  if (!/^\/(?![/\\])[\w\-./?=&%#]*$/.test(path)) throw new Error(`no path of ours: ${path}`);
  return new Address(path);
}

/** A place on the same page. */
export const onPage = (id: string): Address => new Address(`#${encodeURIComponent(id)}`);

/** A telephone number to call: its line and extension and nothing else of what was stored. */
export const telephone = (stored: string): Address => new Address(phoneHref(stored));

/** A place in words, in the map of the phone that asks for the page. */
export const onTheMap = (place: string, userAgent: string | null): Address => new Address(mapHref(place, userAgent));

/** An address on the web that was stored, where it is https; null else. */
export function onTheWeb(stored: string | null): Address | null {
  const url = webAddress(stored);
  return url === null ? null : new Address(url);
}
