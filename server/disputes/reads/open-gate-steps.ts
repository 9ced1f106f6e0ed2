import { sql } from "drizzle-orm";
import type { GateQuestion, GateStepKind } from "@/db/vocabulary";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** An open step of a dispute that the reader may read; `dueAt` is ISO text. */
export interface OpenGateStep {
  id: string;
  disputeId: string;
  title: string;
  kind: GateStepKind;
  question: GateQuestion | null;
  owner: string;
  isMine: boolean;
  dueAt: string;
}

/** Steps of their own, and for the police those on family violence of the whole station: the soonest first. */
export function openGateSteps(ctx: Context): Promise<OpenGateStep[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const me = sql`${actor.personId}::uuid`;
    const ofStation = sql`s.kind <> 'clarify' and o.station_id = ${actor.stationId}::uuid and ${actor.role !== "mediator"}`;
    const rows = await tx.execute<{ row: OpenGateStep }>(sql`
      select json_build_object('id', s.id, 'disputeId', s.dispute_id, 'title', d.title, 'kind', s.kind, 'question', s.question,
        'owner', o.name, 'isMine', s.owner_id = ${me}, 'dueAt', s.due_at) as row
      from gate_steps s join people o on o.county_id = s.county_id and o.id = s.owner_id
        join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
      where s.county_id = ${actor.countyId}::uuid and s.result is null and (s.owner_id = ${me} or ${ofStation})
      order by s.due_at, s.id limit ${listLimits.looseCalls}`);
    return rows.map(({ row }) => row);
  });
}
