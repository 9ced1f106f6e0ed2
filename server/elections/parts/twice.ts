import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { canonicalPhone } from "@/db/encryption/canonical";
import { decryptedPhone } from "../../access/encrypted-contacts";
import type { MemberInput } from "../inputs";

/** Who stands twice: `place` in the list (from 0), and the earlier place or, null, a party that is there already. */
export interface Twice {
  place: number;
  name: string;
  as: number | null;
}

/**
 * Members that are the same person as an earlier line or a party of the dispute: one name by its canonical form, and one
 * phone or none to tell them apart. Two people of one name with two phones are two people, and so are relatives of one phone.
 */
export async function findTwice(
  tx: Tx,
  of: { countyId: string; disputeId: string },
  members: readonly MemberInput[],
): Promise<Twice[]> {
  const names = JSON.stringify(members.map(({ name }) => name));
  const [forms, there] = await Promise.all([
    tx
      .execute<{ form: string }>(
        sql`select app.name_form(n.value) as form from json_array_elements_text(${names}::json) with ordinality n (value, place) order by n.place`,
      )
      .execute(),
    tx
      .execute<{ id: string; form: string; phone: string }>(
        sql`select p.id, app.name_form(p.name) as form, p.phone from app.readable_parties p
          where p.county_id = ${of.countyId}::uuid and p.dispute_id = ${of.disputeId}::uuid and not p.is_departed`,
      )
      .execute(),
  ]);
  const known = new Map<string, { phone: string; as: number | null }[]>();
  const note = (form: string, one: { phone: string; as: number | null }) =>
    known.set(form, [...(known.get(form) ?? []), one]);
  for (const { id, form, phone } of there)
    note(form, { phone: lineOf(decryptedPhone("parties", { countyId: of.countyId, id }, phone)), as: null });
  return members.flatMap(({ name, phone: written }, place) => {
    const form = forms[place]?.form ?? name;
    const phone = lineOf(written);
    const same = known.get(form)?.find((one) => one.phone === phone || one.phone === "" || phone === "");
    note(form, { phone, as: place });
    return same ? [{ place, name, as: same.as }] : [];
  });
}

const lineOf = (phone: string): string => {
  const found = canonicalPhone(phone);
  return found ? `${found.line} ${found.extension}` : "";
};
