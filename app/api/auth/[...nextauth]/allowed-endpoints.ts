/** What the sign-in page and the person's menu use of next-auth, and where its own redirects lead. */
const allowedEndpoints = {
  GET: ["csrf", "session", "providers", "signin", "error"],
  POST: ["callback/credentials", "signout"],
};

/** Is this one of the few endpoints of next-auth this system opens? Its own pages and its log for strangers stay shut. */
export const isAllowedEndpoint = (method: keyof typeof allowedEndpoints, parts: readonly string[]): boolean =>
  allowedEndpoints[method].includes(parts.join("/"));
