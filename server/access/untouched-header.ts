/** What the browser sends as "yes" when nobody has touched the page for a while; see `signedInBy`. */
export const untouchedHeader = "x-untouched";
