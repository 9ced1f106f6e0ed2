/** The register form with these calls attached and the place filled in. */
export function registerHref(callIds: readonly string[], place: string): string {
  return `/register?${new URLSearchParams({ call: callIds.join(","), place })}`;
}
