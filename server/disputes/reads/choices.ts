import { sql } from "drizzle-orm";
import type { Role } from "@/db/vocabulary";
import { maskedPhone } from "../../access/encrypted-contacts";
import { readDispute } from "../../access/gate";
import { callStationOf } from "../../kernel/actor";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { asActor } from "../../kernel/transaction";

/** A person who could lead a proceeding of this dispute, with how many open ones they lead already. */
export interface LeadChoice {
  id: string;
  name: string;
  post: string;
  role: Extract<Role, "mediator" | "committeeHead" | "officer">;
  unit: string;
  open: number;
}

/** Who may lead here: mediators of the dispute's committee, officers of its station. The least loaded first. */
export function leadChoices(ctx: Context, { disputeId }: { disputeId: string }): Promise<LeadChoice[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute } = await readDispute(tx, actor, "dispute.triage", disputeId);
    const rows = await tx.execute<{ row: LeadChoice }>(sql`
      select json_build_object('id', p.id, 'name', p.name, 'post', p.post, 'role', p.role, 'unit', coalesce(c.name, s.name, ''), 'open', n.open) as row
      from people p
      left join committees c on c.county_id = p.county_id and c.id = p.committee_id and p.role <> 'officer'
      left join stations s on s.county_id = p.county_id and s.id = p.station_id and p.role = 'officer'
      cross join lateral (select count(distinct x.dispute_id) as open from proceedings x
        where x.county_id = p.county_id and x.lead_person_id = p.id and x.ended_at is null and x.archived_at is null) n
      where p.county_id = ${actor.countyId}::uuid and p.disabled_at is null
        and (p.role in ('mediator', 'committeeHead') and p.committee_id = ${dispute.committeeId}::uuid
          or p.role = 'officer' and p.station_id = ${dispute.stationId}::uuid)
      order by p.role, n.open, ${byName(sql`p.name`)}`);
    return rows.map(({ row }) => row);
  });
}

/** A police call as intake shows it. The caller stays unnamed. */
export interface CallChoice {
  id: string;
  number: string;
  calledAt: string;
  place: string;
  summary: string;
  /** Of a call from which a dispute is registered: the caller as the actor may read them, the phone masked. */
  caller: { name: string; isWholeName: boolean; phone: string } | null;
}

/**
 * The station's newest calls that belong to no dispute yet, or those of `callIds` that belong to none, however old; none for
 * people who read no calls.
 */
export function looseCalls(
  ctx: Context,
  { callIds = [] }: { callIds?: readonly string[] } = {},
): Promise<CallChoice[]> {
  const { actor } = ctx;
  const stationId = callStationOf(actor);
  if (!stationId) return Promise.resolve([]);
  return asActor(ctx, async (tx) => {
    const isBrought = callIds.length > 0;
    const rows = await tx.execute<{
      row: Omit<CallChoice, "caller">;
      callerName: string;
      isWholeName: boolean;
      phone: string;
    }>(sql`
      select json_build_object('id', c.id, 'number', c.number, 'calledAt', c.called_at, 'place', c.place, 'summary', c.summary) as row,
        c.caller_name as "callerName", c.recorded_by = app.person() as "isWholeName", c.phone
      from app.readable_calls c
      where c.county_id = ${actor.countyId}::uuid and c.station_id = ${stationId}::uuid and c.dispute_id is null
        and (${!isBrought} or c.id = any (${`{${callIds.join(",")}}`}::uuid[]))
      order by c.called_at desc, c.id desc limit ${Math.max(listLimits.looseCalls, callIds.length)}`);
    return rows.map(({ row, callerName: name, isWholeName, phone }) => {
      const masked = maskedPhone("police_calls", { countyId: actor.countyId, id: row.id }, phone);
      return { ...row, caller: isBrought ? { name, isWholeName, phone: masked } : null };
    });
  });
}

/** Contact points of the actor's own station, where a dispute can be placed. */
export function pointChoices(ctx: Context): Promise<{ id: string; name: string; address: string }[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ row: { id: string; name: string; address: string } }>(sql`
      select json_build_object('id', c.id, 'name', c.name, 'address', c.address) as row from contact_points c
      where c.county_id = ${actor.countyId}::uuid and c.station_id = ${actor.stationId}::uuid and c.disabled_at is null order by c.name`);
    return rows.map(({ row }) => row);
  });
}
