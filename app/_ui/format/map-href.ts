/** Apple's systems open no `geo:` address; theirs opens their own map without asking any site. */
const apple = /iPhone|iPad|iPod|Macintosh/;

/** Opens the map of the phone that asks for the page, at an address in words. */
export const mapHref = (address: string, userAgent: string | null): string =>
  `${apple.test(userAgent ?? "") ? "maps:?q=" : "geo:0,0?q="}${encodeURIComponent(address)}`;
