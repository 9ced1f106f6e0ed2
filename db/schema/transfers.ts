import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { committees, stations } from "./places";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";

/**
 * A matter offered to another station or committee, or to a body outside of the county's own (移交). The receiving side
 * accepts or declines with a reason by `answerBy`; of a body outside, whoever works here writes its answer down. Accepted,
 * the proceeding ends and, inside the county, `nextProceedingId` goes on with it: one dispute, whoever has it.
 */
export const transfers = pgTable(
  "transfers",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Null where a matter without a proceeding went to the successor of its station or committee. */
    proceedingId: ref("proceeding_id"),
    fromStationId: ref("from_station_id").notNull(),
    fromCommitteeId: ref("from_committee_id").notNull(),
    toStationId: ref("to_station_id"),
    toCommitteeId: ref("to_committee_id"),
    /** The body outside, in words; "" inside the county. */
    toBody: text("to_body").notNull().default(""),
    reason: text("reason").notNull(),
    offeredBy: ref("offered_by").notNull(),
    offeredAt: moment("offered_at").notNull(),
    answerBy: moment("answer_by").notNull(),
    isAccepted: boolean("is_accepted"),
    /** Who answered here, or wrote the answer of a body outside down. */
    answeredBy: ref("answered_by"),
    answeredAt: moment("answered_at"),
    answerReason: text("answer_reason").notNull().default(""),
    /** Of a body outside: the day and the person or paper the answer came by. */
    answeredOn: day("answered_on"),
    answerSource: text("answer_source").notNull().default(""),
    withdrawnBy: ref("withdrawn_by"),
    withdrawnAt: moment("withdrawn_at"),
    nextProceedingId: ref("next_proceeding_id"),
    /** It went to the successor of its station or committee, which asks nobody; its proceeding goes on (docs/adr/0054). */
    isSuccession: boolean("is_succession").notNull().default(false),
    /** What a body outside reported back. */
    result: text("result").notNull().default(""),
    resultBy: ref("result_by"),
    resultAt: moment("result_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("transfers_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("transfers_to_proceeding", t, t.nextProceedingId, proceedings),
    inCounty("transfers_of_dispute", t, t.disputeId, disputes),
    inCounty("transfers_from_station", t, t.fromStationId, stations),
    inCounty("transfers_from_committee", t, t.fromCommitteeId, committees),
    inCounty("transfers_to_station", t, t.toStationId, stations),
    inCounty("transfers_to_committee", t, t.toCommitteeId, committees),
    inCounty("transfers_offered_by", t, t.offeredBy, people),
    inCounty("transfers_answered_by", t, t.answeredBy, people),
    inCounty("transfers_withdrawn_by", t, t.withdrawnBy, people),
    inCounty("transfers_result_by", t, t.resultBy, people),
    uniqueIndex("transfers_one_waiting")
      .on(t.countyId, t.disputeId)
      .where(sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`),
    check(
      "transfers_target_named",
      sql`num_nonnulls(${t.toStationId}, ${t.toCommitteeId}) = case when ${t.toBody} = '' then 2 else 0 end`,
    ),
    check(
      "transfers_elsewhere",
      sql`(${t.toStationId}, ${t.toCommitteeId}) is distinct from (${t.fromStationId}, ${t.fromCommitteeId})`,
    ),
    check("transfers_answer_by_after_offered", sql`${t.answerBy} > ${t.offeredAt}`),
    check("transfers_answered_whole", sql`num_nonnulls(${t.isAccepted}, ${t.answeredBy}, ${t.answeredAt}) in (0, 3)`),
    check("transfers_withdrawn_whole", sql`num_nonnulls(${t.withdrawnBy}, ${t.withdrawnAt}) in (0, 2)`),
    check("transfers_answered_or_withdrawn", sql`num_nonnulls(${t.answeredAt}, ${t.withdrawnAt}) < 2`),
    check("transfers_decline_has_reason", sql`${t.isAccepted} is not false or length(btrim(${t.answerReason})) >= 2`),
    check(
      "transfers_outside_says_when",
      sql`(${t.toBody} <> '' and ${t.answeredAt} is not null) = (${t.answeredOn} is not null)`,
    ),
    check(
      "transfers_goes_on_inside",
      sql`${t.nextProceedingId} is null or ${t.isAccepted} is true and ${t.toBody} = ''`,
    ),
    check(
      "transfers_result_whole",
      sql`num_nonnulls(${t.resultBy}, ${t.resultAt}) in (0, 2) and (${t.resultAt} is null) = (${t.result} = '')
        and (${t.resultAt} is null or ${t.isAccepted} is true and ${t.toBody} <> '')`,
    ),
    check("transfers_succession_asks_nobody", sql`${t.isSuccession} or ${t.proceedingId} is not null`),
    index("transfers_by_dispute").on(t.countyId, t.disputeId),
    index("transfers_to_station_by_time").on(t.countyId, t.toStationId, t.offeredAt),
    index("transfers_to_committee_by_time").on(t.countyId, t.toCommitteeId, t.offeredAt),
    index("transfers_from_station_by_time").on(t.countyId, t.fromStationId, t.offeredAt),
    index("transfers_by_next").on(t.countyId, t.nextProceedingId).where(sql`${t.nextProceedingId} is not null`),
  ],
);
