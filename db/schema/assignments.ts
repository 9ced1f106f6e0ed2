import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { assignmentStatusEnum } from "./words";

/**
 * A task of a coordination: who does what by when. A helper who was asked to the matter answers it themselves; an organisation
 * outside (water, power) is named in words, and the lead enters what it said. Confirmed or dropped by the lead, or opened again.
 */
export const assignments = pgTable(
  "assignments",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    what: text("what").notNull(),
    personId: ref("person_id"),
    /** Where nobody of the county is asked. */
    organisation: text("organisation").notNull().default(""),
    dueAt: moment("due_at").notNull(),
    askedBy: ref("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    status: assignmentStatusEnum("status").notNull().default("open"),
    /** By what it is seen that it is done, or why it cannot be. */
    answer: text("answer").notNull().default(""),
    answeredBy: ref("answered_by"),
    answeredAt: moment("answered_at"),
    /** The lead's last word: why it is open again, or is dropped. */
    remark: text("remark").notNull().default(""),
    settledBy: ref("settled_by"),
    settledAt: moment("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("assignments_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("assignments_to_person", t, t.personId, people),
    inCounty("assignments_asked_by", t, t.askedBy, people),
    inCounty("assignments_answered_by", t, t.answeredBy, people),
    inCounty("assignments_settled_by", t, t.settledBy, people),
    check("assignments_say_what", sql`btrim(${t.what}) <> ''`),
    check("assignments_of_somebody", sql`(${t.personId} is null) = (btrim(${t.organisation}) <> '')`),
    check("assignments_leave_time", sql`${t.dueAt} > ${t.askedAt}`),
    check(
      "assignments_answered_whole",
      sql`num_nonnulls(${t.answeredBy}, ${t.answeredAt}) in (0, 2) and (${t.answeredAt} is null) = (btrim(${t.answer}) = '')
        and (${t.status} = 'open') <= (${t.answeredAt} is null) and (${t.status} in ('done', 'cannot', 'confirmed')) <= (${t.answeredAt} is not null)`,
    ),
    check(
      "assignments_settled_whole",
      sql`num_nonnulls(${t.settledBy}, ${t.settledAt}) in (0, 2) and (${t.status} in ('confirmed', 'dropped')) = (${t.settledAt} is not null)
        and (${t.status} <> 'dropped' or btrim(${t.remark}) <> '')`,
    ),
    index("assignments_by_dispute").on(t.countyId, t.disputeId),
    index("assignments_unsettled")
      .on(t.countyId, t.proceedingId, t.dueAt)
      .where(sql`${t.status} in ('open', 'done', 'cannot')`),
    index("assignments_by_person").on(t.countyId, t.personId, t.dueAt),
  ],
);
