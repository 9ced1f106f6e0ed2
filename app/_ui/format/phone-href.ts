import { canonicalPhone } from "@/db/encryption/canonical";

/**
 * A link that dials a phone however it is written: its line, and the extension after a pause, 057585551234,801. Of what is no
 * phone its digits and nothing else.
 */
export function phoneHref(phone: string): `tel:${string}` {
  const known = canonicalPhone(phone);
  if (!known) return `tel:${phone.replace(/[^\d+]/g, "")}`;
  return `tel:${known.line}${known.extension && `,${known.extension}`}`;
}
