/** What the sign-in page and the person's menu use of next-auth, and where its own redirects lead. */
const allowedEndpoints = {
  GET: ["csrf", "session", "providers", "signin", "error", "callback/oidc"],
  POST: ["callback/credentials", "signin/oidc", "signout"],
};

/** True for the few endpoints of next-auth this system uses. Its own pages and its public log endpoint stay closed. */
export const isAllowedEndpoint = (method: keyof typeof allowedEndpoints, parts: readonly string[]): boolean =>
  allowedEndpoints[method].includes(parts.join("/"));
