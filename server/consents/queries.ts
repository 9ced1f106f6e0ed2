import { type SQL, sql } from "drizzle-orm";
import type { ConsentAnswer, NoticeMeans, OtherRoute, Outcome, Track } from "@/db/vocabulary";
import { readPart } from "../access/gate";
import type { Action } from "../access/policy";
import { showsPart } from "../access/views";
import type { Speakable } from "../binding/choices";
import { speakable } from "../binding/parts/speakable";
import { allowedActions } from "../disputes/reads/allowed";
import { factsOf } from "../disputes/reads/facts";
import type { Context } from "../kernel/context";
import { forbidden } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

/** A force with its words in both languages, in the county's order. */
export interface ForceWords {
  code: string;
  nameZh: string;
  nameEn: string;
  shortZh: string;
  shortEn: string;
}

/** The notice one party was given, and their latest answers, of whoever may speak for them. Instants are ISO text. */
export interface PartyConsents extends Speakable {
  /** 1 = 甲 A, 2 = 乙 B … */
  side: number;
  /** `at`: when it was entered; `on`: the day, where it was entered later. To whom in the party's stead; null: to the party. */
  notice: { means: NoticeMeans; at: string; on: string | null; toName: string | null } | null;
  mediation: { answer: ConsentAnswer; at: string; on: string | null; byName: string | null } | null;
  /** Latest answer by force code; a force never asked about is absent. */
  forces: Record<string, ConsentAnswer>;
  /** By the id of whoever speaks for the party: what it said to their standing on another side too. */
  bothSides: Record<string, ConsentAnswer>;
}

interface Ending {
  outcome: Outcome;
  reason: string;
  refusedBy: string | null;
  routesTold: OtherRoute[];
  at: string;
  by: string;
}

interface Row {
  parties: PartyConsents[];
  forces: ForceWords[];
  ending: Ending | null;
}

export interface ConsentMatrix extends Row {
  proceedingId: string | null;
  track: Track | null;
  allowed: Action[];
}

const acts: readonly Action[] = ["notice.give", "consent.record", "refusal.record", "paper.ask"];

/** One statement: parties with their latest answers, the county's forces, and how the proceeding ended. */
const matrixRow = (countyId: string, disputeId: string, proceedingId: string | null): SQL => sql`
  with spoken as materialized (
    select c.id, c.party_id, c.subject, c.force_code, c.person_id, c.answer, c.recorded_at, c.happened_on, c.spoken_by_link_id, r.track from consents c
      join proceedings r on r.county_id = c.county_id and r.id = c.proceeding_id
    where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid),
  -- Who may speak is asked once of each speaker: as in app.consent_gaps.
  voices as materialized (select distinct party_id, spoken_by_link_id, track from spoken),
  speakers as materialized (select v.party_id, v.spoken_by_link_id from voices v
    where app.may_speak(${countyId}::uuid, v.party_id, v.spoken_by_link_id, 'consent', v.track, null)),
  said as (
    select distinct on (c.party_id, c.subject, c.force_code, c.person_id) c.party_id, c.subject, c.force_code, c.answer, c.recorded_at, c.happened_on, l.name as by_name
    from spoken c join speakers w on w.party_id = c.party_id and w.spoken_by_link_id is not distinct from c.spoken_by_link_id
      left join app.readable_party_links l on l.county_id = ${countyId}::uuid and l.id = c.spoken_by_link_id
    order by c.party_id, c.subject, c.force_code, c.person_id, c.recorded_at desc, c.id desc)
  select json_build_object(
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name, ${speakable()},
      'notice', (select json_build_object('means', n.means, 'at', n.given_at, 'on', n.happened_on, 'toName', l.name) from notices n
        join proceedings r on r.county_id = n.county_id and r.id = n.proceeding_id
        left join app.readable_party_links l on l.county_id = n.county_id and l.id = n.spoken_by_link_id
        where n.county_id = p.county_id and n.proceeding_id = ${proceedingId}::uuid and n.party_id = p.id
          and app.may_speak(n.county_id, n.party_id, n.spoken_by_link_id, 'hear', r.track, null) order by n.given_at desc limit 1),
      'mediation', (select json_build_object('answer', s.answer, 'at', s.recorded_at, 'on', s.happened_on, 'byName', s.by_name) from said s where s.party_id = p.id and s.subject = 'mediation'),
      'forces', (select coalesce(json_object_agg(s.force_code, s.answer), '{}') from said s where s.party_id = p.id and s.subject = 'inviteForce'),
      'bothSides', (select coalesce(json_object_agg(l.id, b.answer), '{}') from app.readable_party_links l cross join lateral (select c.answer
        from consents c where c.county_id = l.county_id and c.about_link_id = l.id order by c.recorded_at desc, c.id desc limit 1) b
        where l.county_id = p.county_id and l.party_id = p.id))
      order by p.side, p.position), '[]')
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid and not p.is_departed),
    'forces', (select coalesce(json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en)
      order by f.sort), '[]') from forces f where f.county_id = ${countyId}::uuid and f.disabled_at is null),
    'ending', (select json_build_object('outcome', e.outcome, 'reason', e.reason, 'refusedBy', r.name, 'routesTold', to_json(e.routes_told), 'at', e.ended_at, 'by', w.name)
      from endings e left join app.readable_parties r on r.county_id = e.county_id and r.id = e.refused_by_party_id
      join people w on w.county_id = e.county_id and w.id = e.ended_by
      where e.county_id = ${countyId}::uuid and e.proceeding_id = ${proceedingId}::uuid)) as row`;

/** Party × (notice, mediation, each force) with the latest answers, for those who see the whole matter. */
export function consentsOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<ConsentMatrix> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "consents");
    if (!showsPart(view, "consents")) throw forbidden();
    const [[found], facts] = await Promise.all([
      tx.execute<{ row: Row }>(matrixRow(actor.countyId, disputeId, proceeding?.id ?? null)),
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
    ]);
    if (!found) throw new Error("no consent row");
    const may = allowedActions(actor, actsBy, dispute, proceeding, facts);
    return {
      ...found.row,
      proceedingId: proceeding?.id ?? null,
      track: proceeding?.track ?? null,
      allowed: acts.filter((action) => may.includes(action)),
    };
  });
}
