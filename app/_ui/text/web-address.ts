/**
 * The only way from stored data to an address that a link opens: the address where it is https, else null. What was stored
 * before a rule, or around it, opens no script.
 */
export function webAddress(stored: string | null | undefined): string | null {
  if (!stored || !URL.canParse(stored)) return null;
  const { protocol, href } = new URL(stored);
  return protocol === "https:" ? href : null;
}
