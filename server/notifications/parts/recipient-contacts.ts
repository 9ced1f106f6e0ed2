import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Channel, Locale, RecipientKind } from "@/db/vocabulary";
import { decryptedPhone } from "../../access/encrypted-contacts";
import { maskPhone } from "../../access/mask";
import type { ContactWays } from "./channels";

/** Where one recipient is reached, and in which language. Null when they must not be reached at all. */
export interface Recipient extends ContactWays {
  to: RecipientKind;
  id: string;
  name: string;
  locale: Locale;
  isDisabled: boolean;
  /** Works on the phone pages. */
  isHelper: boolean;
}

/**
 * Rows `(kind, id)` → how each is reached. A minor, or a party without a phone, is told through their guardian,
 * representative or agent; somebody from outside is found by the question they were asked.
 */
export const contactsOf = (countyId: string, wanted: SQL): SQL => sql`
  select w.kind, w.id,
    case w.kind when 'person' then pe.name when 'party' then pa.name when 'outsider' then o.name else u.lead_name end as name,
    coalesce(case w.kind when 'person' then pe.email when 'unit' then u.lead_email end, '') as email,
    coalesce(case w.kind when 'person' then pe.phone when 'unit' then u.lead_phone when 'outsider' then o.phone
      else case when is_own then pa.phone else beside.phone end end, '') as phone,
    case when w.kind = 'party' and not is_own then beside.id when w.kind = 'outsider' then o.id end as link_id,
    coalesce(ac.locale, 'zh-CN') as locale,
    ac.person_id is not null and ac.disabled_at is null as has_account,
    w.kind = 'person' and pe.disabled_at is not null as is_disabled,
    coalesce(pe.role in ('expert', 'gridMember'), false) as is_helper
  from (${wanted}) as w (kind, id)
    left join people pe on w.kind = 'person' and pe.county_id = ${countyId}::uuid and pe.id = w.id
    left join accounts ac on w.kind = 'person' and ac.county_id = ${countyId}::uuid and ac.person_id = w.id
    left join parties pa on w.kind = 'party' and pa.county_id = ${countyId}::uuid and pa.id = w.id
    left join lateral (select not pa.is_minor and pa.phone <> '' as is_own) own on true
    left join lateral (select l.id, l.phone from party_links l
      where l.county_id = pa.county_id and l.party_id = pa.id and l.phone <> '' and l.kind <> 'helper' and l.ended_at is null
      order by array_position(array['guardian', 'representative', 'agent'], l.kind::text), l.id limit 1) beside on true
    left join lateral (select n.id, n.name, n.phone from interpreters n where w.kind = 'outsider' and n.county_id = ${countyId}::uuid and n.asking_id = w.id
      order by n.ended_at is null desc, n.phone <> '' desc, n.named_at limit 1) o on true
    left join units u on w.kind = 'unit' and u.county_id = ${countyId}::uuid and u.id = w.id`;

export interface RecipientRow {
  kind: RecipientKind;
  id: string;
  name: string | null;
  email: string;
  /** Encrypted where it is a party's, or that of the person beside them or from outside whom `link_id` names. */
  phone: string;
  link_id: string | null;
  locale: Locale;
  has_account: boolean;
  is_disabled: boolean;
  is_helper: boolean;
}

export const recipientOf = (countyId: string, row: RecipientRow): Recipient => ({
  to: row.kind,
  id: row.id,
  name: row.name ?? "",
  email: row.email,
  phone: phoneOf(countyId, row),
  locale: row.locale,
  hasAccount: row.has_account,
  isDisabled: row.is_disabled,
  isHelper: row.is_helper,
});

function phoneOf(countyId: string, { kind, id, phone, link_id }: RecipientRow): string {
  if (kind === "outsider") return link_id ? decryptedPhone("interpreters", { countyId, id: link_id }, phone) : "";
  if (kind !== "party") return phone;
  return link_id
    ? decryptedPhone("party_links", { countyId, id: link_id }, phone)
    : decryptedPhone("parties", { countyId, id }, phone);
}

/** j***@example.org */
const maskMail = (address: string) => address.replace(/^(.)[^@]*/, "$1***");

/** The address of one channel, masked for display in the dispute; "" for the app and for groups. */
export const maskedAddress = (channel: Channel, { email, phone }: ContactWays): string =>
  channel === "email" ? maskMail(email) : channel === "sms" ? maskPhone(phone) : "";

/** How each of several is reached, in one statement; by id. */
export async function recipientsOf(
  tx: Tx,
  countyId: string,
  wanted: readonly { to: RecipientKind; id: string }[],
): Promise<ReadonlyMap<string, Recipient>> {
  if (wanted.length === 0) return new Map();
  const list = sql.join(
    wanted.map(({ to, id }) => sql`(${to}::text, ${id}::uuid)`),
    sql`, `,
  );
  const rows = await tx.execute<RecipientRow & Record<string, unknown>>(contactsOf(countyId, sql`values ${list}`));
  return new Map(rows.map((row) => [row.id, recipientOf(countyId, row)]));
}
