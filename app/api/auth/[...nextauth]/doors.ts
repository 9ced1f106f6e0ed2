/** What the sign-in page and the person's menu use of next-auth, and where its own redirects lead. */
const doors = {
  GET: ["csrf", "session", "providers", "signin", "error"],
  POST: ["callback/credentials", "signout"],
};

/** Is this one of the few doors of next-auth this house opens? Its own pages and its log for strangers stay shut. */
export const isDoor = (method: keyof typeof doors, parts: readonly string[]): boolean =>
  doors[method].includes(parts.join("/"));
