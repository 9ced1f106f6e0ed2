import { sql } from "drizzle-orm";
import { readDispute } from "../../access/gate";
import type { QuorumNeed } from "../../bookings/settle-quorum";
import type { ForceWords } from "../../consents/queries";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** The needs of one coming session, and who is asked to it or attends it. Instants are ISO text. */
export interface SessionNeeds {
  id: string;
  ordinal: number;
  version: number;
  startsAt: string;
  endsAt: string;
  heldUntil: string | null;
  atRiskSince: string | null;
  quorum: { needs: (QuorumNeed & { name: string | null })[]; isMet: boolean; canBeMet: boolean };
  /** Helpers asked to it or sitting in it, with their force. */
  helpers: { personId: string; name: string; forceCode: string; isIn: boolean }[];
}

export interface Needs {
  sessions: SessionNeeds[];
  forces: ForceWords[];
  canChange: boolean;
}

/** What the sessions still to come need: for the lead, who alone may change it. */
export function needsOfSessions(ctx: Context, { disputeId }: { disputeId: string }): Promise<Needs> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy } = await readDispute(tx, actor, "convening.read", disputeId);
    if (!proceeding) return { sessions: [], forces: [], canChange: false };
    const { countyId } = actor;
    const row = tx.execute<{ row: Omit<Needs, "canChange"> }>(sql`
      select json_build_object(
        'forces', (select coalesce(json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en,
          'shortZh', f.short_zh, 'shortEn', f.short_en) order by f.sort), '[]') from forces f where f.county_id = ${countyId}::uuid),
        'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'ordinal', s.ordinal, 'version', s.version,
            'startsAt', s.starts_at, 'endsAt', s.ends_at, 'heldUntil', s.held_until, 'atRiskSince', s.at_risk_since,
            'quorum', q.quorum || jsonb_build_object('needs', (select coalesce(jsonb_agg(n.need || jsonb_build_object('name', p.name) order by n.place), '[]')
              from jsonb_array_elements(q.quorum -> 'needs') with ordinality n(need, place)
              left join people p on p.county_id = s.county_id and p.id = (n.need ->> 'personId')::uuid)),
            'helpers', (select coalesce(json_agg(json_build_object('personId', i.person_id, 'name', p.name, 'forceCode', i.force_code,
                'isIn', sp.id is not null) order by i.sent_at, i.id), '[]')
              from invitations i join people p on p.county_id = i.county_id and p.id = i.person_id
              left join session_people sp on sp.county_id = i.county_id and sp.session_id = s.id and sp.person_id = i.person_id
              where i.county_id = s.county_id and i.proceeding_id = s.proceeding_id and i.status in ('sent', 'seen', 'accepted')
                and (sp.id is not null or i.session_id = s.id and i.status <> 'accepted'))) order by s.starts_at), '[]')
          from sessions s cross join lateral (select app.session_quorum(s.county_id, s.id) as quorum) q
          where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceeding.id}::uuid
            and s.status = 'booked' and s.started_at is null and s.starts_at > ${now.toISOString()}::timestamptz)) as row`);
    const [[found], facts] = await Promise.all([row, factsOf(tx, countyId, proceeding.id, now)]);
    if (!found) throw new Error("no needs row");
    const canChange = allowedActions(actor, actsBy, dispute, proceeding, facts).includes("session.changeNeeds");
    return { ...found.row, canChange };
  });
}
