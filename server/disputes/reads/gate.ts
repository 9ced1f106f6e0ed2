import { sql } from "drizzle-orm";
import type { GateQuestion, GateStepKind, GateStepResult } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { asActor } from "../../kernel/transaction";
import type { TracksInput } from "../inputs";
import { type GateFacts, gateFactsOf, isEntrusted, standsOf } from "../parts/gate-facts";
import { offersFor, type TrackOffer } from "../parts/triage-gate";

/** A step that an answer asks for. Instants are ISO text, `doneOn` 'YYYY-MM-DD'. */
export interface GateStep {
  id: string;
  kind: GateStepKind;
  question: GateQuestion | null;
  ownerId: string;
  owner: string;
  openedAt: string;
  dueAt: string;
  result: GateStepResult | null;
  doneOn: string | null;
  note: string;
  doneBy: string | null;
}
/** What was answered, by whom and when; what the record answers; what is to be done about it, and by whom it may be. */
export interface Gate extends GateFacts {
  steps: GateStep[];
  /** Officers of the station to whom a head may give it. */
  officers: { id: string; name: string }[];
}

/** The gate of one dispute, for those who work on it and its station. */
export function gateOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Gate> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute } = await readDispute(tx, actor, "gate.read", disputeId);
    const county = sql`${actor.countyId}::uuid`;
    const [facts, [row]] = await Promise.all([
      gateFactsOf(tx, actor.countyId, disputeId),
      tx.execute<Pick<Gate, "steps" | "officers"> & Record<string, unknown>>(sql`select
        (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'question', s.question, 'ownerId', s.owner_id, 'owner', o.name,
            'openedAt', s.opened_at, 'dueAt', s.due_at, 'result', s.result, 'doneOn', s.done_on, 'note', s.note, 'doneBy', b.name)
            order by s.opened_at, s.kind, s.question), '[]')
          from gate_steps s join people o on o.county_id = s.county_id and o.id = s.owner_id
          left join people b on b.county_id = s.county_id and b.id = s.done_by
          where s.county_id = ${county} and s.dispute_id = ${disputeId}::uuid) as steps,
        (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by ${byName(sql`p.name`)}), '[]') from people p
          where p.county_id = ${county} and p.station_id = ${dispute.stationId}::uuid and p.role = 'officer' and p.disabled_at is null) as officers`),
    ]);
    return { ...facts, steps: row?.steps ?? [], officers: row?.officers ?? [] };
  });
}

/** Which tracks these answers leave open; with a dispute beside what was answered before and what its record knows. */
export function offeredTracks(ctx: Context, { disputeId, answers }: TracksInput): Promise<TrackOffer[]> {
  if (!disputeId) return Promise.resolve(offersFor(answers));
  return asActor(ctx, async (tx) => {
    await readDispute(tx, ctx.actor, "gate.read", disputeId);
    const facts = await gateFactsOf(tx, ctx.actor.countyId, disputeId);
    return offersFor(standsOf(facts, answers), isEntrusted(facts));
  });
}
