/** Apple's systems open no `geo:` address; theirs opens their own map without asking any site. */
const apple = /iPhone|iPad|iPod|Macintosh/;

/** The address that opens the map of a phone at a place. */
export const mapHref = (address: string, userAgent: string): string =>
  `${apple.test(userAgent) ? "maps:?q=" : "geo:0,0?q="}${encodeURIComponent(address)}`;
