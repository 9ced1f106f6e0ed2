import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { instructionKindEnum } from "./words";

/**
 * What a head asks of whoever leads a proceeding, with the instant of the answer. It goes on to the next lead where the lead
 * changes; it is answered once, or taken back before.
 */
export const instructions = pgTable(
  "instructions",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    kind: instructionKindEnum("kind").notNull(),
    wish: text("wish").notNull(),
    answerBy: moment("answer_by").notNull(),
    givenBy: ref("given_by").notNull(),
    givenAt: moment("given_at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: ref("answered_by"),
    answeredAt: moment("answered_at"),
    withdrawnBy: ref("withdrawn_by"),
    withdrawnAt: moment("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("instructions_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("instructions_given_by", t, t.givenBy, people),
    inCounty("instructions_answered_by", t, t.answeredBy, people),
    inCounty("instructions_withdrawn_by", t, t.withdrawnBy, people),
    check("instructions_say_what", sql`btrim(${t.wish}) <> ''`),
    check("instructions_leave_time", sql`${t.answerBy} > ${t.givenAt}`),
    check(
      "instructions_answered_whole",
      sql`num_nonnulls(${t.answeredBy}, ${t.answeredAt}) in (0, 2) and (${t.answeredAt} is null) = (btrim(${t.answer}) = '')`,
    ),
    check(
      "instructions_end_one_way",
      sql`num_nonnulls(${t.withdrawnBy}, ${t.withdrawnAt}) in (0, 2) and num_nonnulls(${t.withdrawnAt}, ${t.answeredAt}) < 2`,
    ),
    index("instructions_by_dispute").on(t.countyId, t.disputeId),
    index("instructions_open")
      .on(t.countyId, t.proceedingId, t.answerBy)
      .where(sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`),
    index("instructions_by_giver").on(t.countyId, t.givenBy, t.givenAt),
  ],
);
