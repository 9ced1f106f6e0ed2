import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType, Outcome, RiskLevel, Track } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { byName } from "../../kernel/name-order";
import { asActor } from "../../kernel/transaction";
import { type AskedLead, type AskedSettlement, askedLeads, askedSettlements } from "../parts/asked-of-head";

/** A side a matter can be offered to: a station with its committee, which has somebody to answer. */
export interface TransferTarget {
  stationId: string;
  committeeId: string;
  station: string;
  committee: string;
}

/** Stations and committees whose heads are in office and belong together, by the heads of committees. */
const targets = (countyId: string) => sql`
  select distinct s.id as "stationId", c.id as "committeeId", s.name as station, c.name as committee
  from people h
    join committees c on c.county_id = h.county_id and c.id = h.committee_id and c.disabled_at is null
    join stations s on s.county_id = h.county_id and s.id = h.station_id and s.disabled_at is null
  where h.county_id = ${countyId}::uuid and h.role = 'committeeHead' and h.disabled_at is null`;

/** Whether a matter can be offered there. */
export async function isTransferTarget(
  tx: Tx,
  countyId: string,
  { stationId, committeeId }: { stationId: string; committeeId: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from (${targets(countyId)}) t where t."stationId" = ${stationId}::uuid and t."committeeId" = ${committeeId}::uuid`);
  return rows.length > 0;
}

/** One offer, as both sides read it. Instants are ISO text; what the reader may not know is "" or null. */
export interface OfficeTransfer {
  id: string;
  disputeId: string;
  isIncoming: boolean;
  isWaiting: boolean;
  mayAnswer: boolean;
  number: string;
  type: DisputeType;
  track: Track;
  place: string;
  risk: RiskLevel | null;
  summary: string;
  fromName: string;
  toName: string;
  reason: string;
  offeredBy: string;
  offeredAt: string;
  answerBy: string;
  isAccepted: boolean | null;
  answeredBy: string | null;
  answerReason: string;
  isWithdrawn: boolean;
  /** How it ended where it went on; null while it is under way or was not accepted. */
  outcome: Outcome | null;
  /** What a body outside reported back. */
  result: string;
}

/** Offers that wait for the reader's answer. */
export const transfersToAnswer = sql`(select o.id from app.transfers_of_office(${listLimits.transfers}) o where o.may_answer)`;

/** Who may lead what the reader accepts: a committee's mediators, a station's officers. */
export interface LeadHere {
  id: string;
  name: string;
  post: string;
}

/** What waits at the reader's office beside requests to read. */
export interface OfficeWork {
  transfers: OfficeTransfer[];
  leads: LeadHere[];
  lawyers: LeadHere[];
  leadRequests: AskedLead[];
  settlements: AskedSettlement[];
}

/**
 * What the reader's office offered and was offered, whom its head may name as lead, and what else waits for that head: requests
 * for another lead, applications for no penalty.
 */
export function transfersOfOffice(ctx: Context): Promise<OfficeWork> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const isHead = actor.role === "committeeHead" || actor.role === "stationHead";
    const [rows, leads, lawyers, leadRequests, settlements] = await Promise.all([
      tx
        .execute<OfficeTransfer & Record<string, unknown>>(sql`
        select id, dispute_id as "disputeId", is_incoming as "isIncoming", is_waiting as "isWaiting", may_answer as "mayAnswer", number, type, track,
          place, risk, summary, from_name as "fromName", to_name as "toName", reason, offered_by as "offeredBy", ${isoText(sql`offered_at`)} as "offeredAt",
          ${isoText(sql`answer_by`)} as "answerBy", is_accepted as "isAccepted", answered_by as "answeredBy", answer_reason as "answerReason",
          is_withdrawn as "isWithdrawn", outcome, result
        from app.transfers_of_office(${listLimits.transfers})`)
        .execute(),
      tx
        .execute<LeadHere & Record<string, unknown>>(sql`
        select id, name, post from people where county_id = ${actor.countyId}::uuid and disabled_at is null
          and (${actor.role === "committeeHead"} and role in ('mediator', 'committeeHead') and committee_id = ${actor.committeeId}::uuid
            or ${actor.role === "stationHead"} and role = 'officer' and station_id = ${actor.stationId}::uuid)
          and id <> ${actor.personId}::uuid order by ${byName(sql`name`)}`)
        .execute(),
      // Whose shifts a committee's head keeps.
      tx
        .execute<LeadHere & Record<string, unknown>>(sql`
        select p.id, p.name, p.post from person_forces f join people p on p.county_id = f.county_id and p.id = f.person_id
        where f.county_id = ${actor.countyId}::uuid and f.force_code = 'lawyer' and app.is_expert(p)
          and ${actor.role === "committeeHead"} order by ${byName(sql`p.name`)}`)
        .execute(),
      isHead ? tx.execute<AskedLead & Record<string, unknown>>(askedLeads(actor)).execute() : [],
      isHead ? tx.execute<AskedSettlement & Record<string, unknown>>(askedSettlements(actor)).execute() : [],
    ]);
    return {
      transfers: [...rows],
      leads: [...leads],
      lawyers: [...lawyers],
      leadRequests: [...leadRequests],
      settlements: [...settlements],
    };
  });
}

/** The newest offer of a dispute, for the dialog that makes, withdraws or answers one, and where one can go. */
export interface DisputeTransfer {
  targets: TransferTarget[];
  last: {
    id: string;
    toName: string;
    isOutside: boolean;
    reason: string;
    offeredAt: string;
    answerBy: string;
    isAccepted: boolean | null;
    isWithdrawn: boolean;
    answerReason: string;
    result: string;
  } | null;
}

export function transferOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<DisputeTransfer> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute } = await readDispute(tx, actor, "transfer.recordResult", disputeId);
    const [found, [last = null]] = await Promise.all([
      tx
        .execute<TransferTarget & Record<string, unknown>>(sql`
        select * from (${targets(actor.countyId)}) t
        where (t."stationId", t."committeeId") is distinct from (${dispute.stationId}::uuid, ${dispute.committeeId}::uuid) order by t.station, t.committee`)
        .execute(),
      tx
        .execute<NonNullable<DisputeTransfer["last"]> & Record<string, unknown>>(sql`
        select t.id, case when t.to_body <> '' then t.to_body else concat_ws(' · ', s.name, c.name) end as "toName", t.to_body <> '' as "isOutside",
          t.reason, ${isoText(sql`t.offered_at`)} as "offeredAt", ${isoText(sql`t.answer_by`)} as "answerBy", t.is_accepted as "isAccepted",
          t.withdrawn_at is not null as "isWithdrawn", t.answer_reason as "answerReason", t.result
        from transfers t left join stations s on s.county_id = t.county_id and s.id = t.to_station_id
          left join committees c on c.county_id = t.county_id and c.id = t.to_committee_id
        where t.county_id = ${actor.countyId}::uuid and t.dispute_id = ${disputeId}::uuid order by t.offered_at desc, t.id desc limit 1`)
        .execute(),
    ]);
    return { targets: [...found], last };
  });
}
