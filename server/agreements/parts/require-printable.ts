import { sql } from "drizzle-orm";
import type { Track } from "@/db/vocabulary";
import { decryptedAddress } from "../../access/encrypted-contacts";
import type { Act } from "../../disputes/perform";
import { checkPrintable } from "../../kernel/check-printable";

const titles: Partial<Record<Track, string>> = { peoples: "人民调解协议书", publicSecurity: "治安调解协议书" };

interface Sent extends Record<string, unknown> {
  track: Track;
  content: unknown;
  /** What the paper says of its parties beside its own words. */
  parties: { id: string; employer: string; address: string }[];
}

/**
 * Refuses as paperGlyphMissing, with the first words of the field, a paper of which something could not be printed: it would be
 * signed and sealed, and its file never made.
 */
export async function requirePrintable({ tx, countyId, dispute }: Act, agreementId: string): Promise<void> {
  const [sent] = await tx.execute<Sent>(sql`
    select k.content ->> 'track' as track, k.content, (
      select coalesce(json_agg(json_build_object('id', p.id, 'employer', p.employer, 'address', p.address)), '[]') from app.readable_parties p
      where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid and not p.is_departed) as parties
    from app.readable_papers k where k.county_id = ${countyId}::uuid and k.agreement_id = ${agreementId}::uuid`);
  if (!sent) return;
  const particulars = sent.parties.map(({ id, employer, address }) => [
    employer,
    decryptedAddress({ countyId, id }, address),
  ]);
  const pieces = wordsIn([sent.content, particulars]).map((text) => ({
    ...{ field: [...text].slice(0, 12).join(""), text: text.replace(/\s/gu, "") },
  }));
  await checkPrintable(titles[sent.track] ?? "", pieces);
}

/** Every text of a value, however deep. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(wordsIn) : [];
}
