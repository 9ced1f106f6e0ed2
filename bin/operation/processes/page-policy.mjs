/**
 * What a page may load and run. Next puts the nonce, which it reads from the request's own header of this name, on each
 * script it writes; scripts loaded by those run too ('strict-dynamic'), and none that came in with a text does.
 * Styles: Mantine and React write style attributes, which cannot carry a nonce.
 * @param {string} nonce fresh for each request
 * @param {{ isDev?: boolean }} [options] the development server evaluates code and keeps a socket open
 */
export const contentSecurity = (nonce, { isDev = false } = {}) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");

/** Browsers come back by https alone for a year. */
export const strictTransport = "max-age=31536000; includeSubDomains";
