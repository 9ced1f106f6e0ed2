import { type SQL, sql } from "drizzle-orm";

/**
 * What `Speakable` asks of a party beside its id and name, as the arguments of a `json_build_object`: kind, standing, whether a
 * guardian acts for it, and who stands beside it. `p` is the alias of `app.readable_parties`.
 */
export const speakable = (
  p: SQL = sql`p`,
): SQL => sql`'kind', ${p}.kind, 'standing', ${p}.standing, 'needsGuardian', ${p}.needs_guardian,
  'links', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'kind', l.kind, 'maySign', l.may_sign) order by l.id), '[]')
    from app.readable_party_links l where l.county_id = ${p}.county_id and l.party_id = ${p}.id)`;
