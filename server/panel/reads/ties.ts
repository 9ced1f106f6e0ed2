import { sql } from "drizzle-orm";
import type { TieKind, TieSource, Track } from "@/db/vocabulary";
import { openDispute, readDispute } from "../../access/gate";
import type { Action } from "../../access/policy";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { asActor } from "../../kernel/transaction";
import type { CandidateTie } from "./candidates";
import type { Party } from "./panel";

/** A tie recorded in this dispute. Instants are ISO text. */
export interface RecordedTie {
  id: string;
  personId: string;
  person: string;
  partyId: string;
  party: string;
  kind: TieKind;
  note: string;
  source: TieSource;
  by: string;
  at: string;
}

export interface TieWaiver {
  id: string;
  personId: string;
  person: string;
  kinds: TieKind[];
  reason: string;
  parties: string[];
  by: string;
  at: string;
}

/** Somebody of whom a tie was found while they took part or led, and has not been waived or removed since. */
export interface Recusal {
  id: string;
  personId: string;
  person: string;
  isLead: boolean;
  /** What the parties have to be told of, as it is now. */
  ties: CandidateTie[];
  at: string;
  /** Who brought it to light; null where the system did. */
  by: string | null;
  /** Sessions to come at which their seat is free now. */
  leftSessions: number;
  /** Confidential papers they opened, newest first: when, and which kind of reading. */
  read: { at: string; action: string }[];
  /** How many rows of each kind lay open to them. */
  open: { what: string; count: number }[];
}

export interface Ties {
  /** Whoever asks, and whose tie may be found: the lead and those who take part. */
  me: string;
  people: { personId: string; name: string }[];
  recusals: Recusal[];
  parties: (Party & Speakable)[];
  recorded: RecordedTie[];
  waivers: TieWaiver[];
  track: Track | null;
  allowed: Action[];
}

const tieActs: readonly Action[] = ["tie.record", "tie.remove", "tie.waive"];

/** Ties recorded in a dispute and the waivers of its newest proceeding, for its lead team. */
export function tiesOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Ties> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy } = await readDispute(tx, actor, "tie.read", disputeId);
    const { countyId } = actor;
    const [found] = await tx.execute<{ row: Omit<Ties, "allowed" | "track" | "me"> }>(sql`
      select json_build_object(
        'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name, ${speakable()}) order by p.position), '[]')
          from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid),
        'recorded', (select coalesce(json_agg(json_build_object('id', t.id, 'personId', t.person_id, 'person', h.name, 'partyId', t.party_id,
            'party', p.name, 'kind', t.kind, 'note', t.note, 'source', t.source, 'by', b.name, 'at', t.recorded_at) order by t.id), '[]')
          from ties t join people h on h.county_id = t.county_id and h.id = t.person_id
          join app.readable_parties p on p.county_id = t.county_id and p.id = t.party_id
          join people b on b.county_id = t.county_id and b.id = t.recorded_by
          where t.county_id = ${countyId}::uuid and t.dispute_id = ${disputeId}::uuid),
        'people', (select coalesce(json_agg(json_build_object('personId', h.id, 'name', h.name) order by w.place, ${byName(sql`h.name`)}), '[]') from (
            select pr.lead_person_id as id, 1 as place from proceedings pr where pr.county_id = ${countyId}::uuid and pr.id = ${proceeding?.id ?? null}::uuid
            union select i.person_id, 2 from invitations i where i.county_id = ${countyId}::uuid and i.proceeding_id = ${proceeding?.id ?? null}::uuid
              and i.status in ('sent', 'seen', 'accepted')) w
          join people h on h.county_id = ${countyId}::uuid and h.id = w.id),
        'recusals', (select coalesce(json_agg(json_build_object('id', c.id, 'personId', c.person_id, 'person', h.name, 'isLead', exists (select from proceedings q where q.county_id = c.county_id and q.id = c.proceeding_id and q.lead_person_id = c.person_id),
            'ties', (select coalesce(json_agg(json_build_object('kind', t.kind, 'partyId', t.party_id, 'party', p.name, 'source', t.source,
                'isWaived', t.is_waived) order by t.kind, p.position), '[]')
              from app.ties_among(c.county_id, c.proceeding_id, c.dispute_id, array[c.person_id]) t
              join app.readable_parties p on p.county_id = c.county_id and p.id = t.party_id),
            'at', c.recused_at, 'by', b.name, 'leftSessions', cardinality(c.left_sessions),
            'read', (select coalesce(json_agg(json_build_object('at', to_timestamp(e.at_us / 1000000.0), 'action', e.action)), '[]')
              from app.read_before_recusal(c.id) e where e.at_us is not null),
            'open', (select coalesce(json_agg(json_build_object('what', e.open_to_them, 'count', e.count)), '[]')
              from app.read_before_recusal(c.id) e where e.open_to_them is not null)) order by c.recused_at, c.id), '[]')
          from recusals c join people h on h.county_id = c.county_id and h.id = c.person_id
          left join people b on b.county_id = c.county_id and b.id = c.found_by
          where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceeding?.id ?? null}::uuid and c.ended_at is null),
        'waivers', (select coalesce(json_agg(json_build_object('id', w.id, 'personId', w.person_id, 'person', h.name, 'kinds', to_json(w.kinds),
            'reason', w.reason, 'by', b.name, 'at', w.waived_at,
            'parties', (select coalesce(json_agg(p.name order by p.position), '[]') from tie_waiver_parties y
              join app.readable_parties p on p.county_id = y.county_id and p.id = y.party_id where y.county_id = w.county_id and y.waiver_id = w.id)) order by w.id), '[]')
          from tie_waivers w join people h on h.county_id = w.county_id and h.id = w.person_id
          join people b on b.county_id = w.county_id and b.id = w.waived_by
          where w.county_id = ${countyId}::uuid and w.proceeding_id = ${proceeding?.id ?? null}::uuid)) as row`);
    if (!found) throw new Error("no ties row");
    const facts = proceeding && (await factsOf(tx, countyId, proceeding.id, now));
    const may = allowedActions(actor, actsBy, dispute, proceeding, facts);
    return {
      ...found.row,
      me: actor.personId,
      track: proceeding?.track ?? null,
      allowed: tieActs.filter((action) => may.includes(action)),
    };
  });
}

/** The parties of a dispute, for whoever takes part in it and says which of them they are tied to. */
export function ownTieParties(ctx: Context, { disputeId }: { disputeId: string }): Promise<Party[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await openDispute(tx, actor, "tie.disclose", { disputeId });
    const rows = await tx.execute<Party & Record<string, unknown>>(sql`
      select id, side, name from app.readable_parties
      where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and not is_departed order by position`);
    return [...rows];
  });
}
