import { type SQL, sql } from "drizzle-orm";
import type { PartyKind } from "@/db/vocabulary";
import { hasPhoneLine, worksOnIt } from "../../access/party-as-read";
import type { Particulars } from "./dispute-page";

/** A party of an earlier matter by the phone or the name that is being typed now. Nothing of it is a contact. */
export interface SeenBefore extends Particulars {
  partyId: string;
  name: string;
  kind: PartyKind;
  employer: string;
  /** What was typed and led here; null where it did not. */
  typedPhone: string | null;
  typedName: string | null;
}

/** What is being typed: names beside the form in which they are compared, and the lines of phones `as (typed, hash)`. */
interface Typed {
  names: SQL;
  forms: SQL;
  lines: SQL;
}

/**
 * The parties of dispute `n` who may be somebody now being registered, as JSON: only for those who work on that matter, who
 * may read the particulars there anyhow; never a minor, nobody who left, and nothing of a restricted matter, which is for
 * those alone who deal with it.
 */
export const seenBefore = ({ names, forms, lines }: Typed): SQL => sql`(select coalesce(json_agg(json_build_object(
    'partyId', r.id, 'name', r.name, 'kind', r.kind, 'employer', r.employer, 'typedPhone', m.phone, 'typedName', m.name,
    'sex', r.sex, 'bornYear', coalesce(r.born_year, left(r.born_on::text, 4)::int), 'ethnicity', r.ethnicity, 'occupation', r.occupation,
    'creditCode', r.credit_code, 'legalRepresentative', r.legal_representative) order by r.position), '[]')
  from app.readable_parties r join parties p on p.county_id = r.county_id and p.id = r.id
    cross join lateral (select (select w.typed from ${lines} w (typed, hash) where ${hasPhoneLine(sql`w.hash`)} limit 1) as phone,
      (select w.typed from unnest(${names}, ${forms}) w (typed, form) where w.form = app.name_form(r.name) limit 1) as name) m
  where p.county_id = n.county_id and p.dispute_id = n.id and not p.is_minor and not r.is_departed and r.kind <> 'unidentified' and ${worksOnIt}
    and (m.phone is not null or m.name is not null)
    and not exists (select from dispute_restrictions x where x.county_id = p.county_id and x.dispute_id = p.dispute_id and x.released_at is null))`;
