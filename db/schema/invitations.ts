import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { forces, people } from "./people";
import { proceedings } from "./proceedings";
import { declineReasonEnum, invitationStatusEnum } from "./words";

/** Asking one of the eight (or another) to help. Carries only what an invitee may know before accepting. */
export const invitations = pgTable(
  "invitations",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    personId: ref("person_id").notNull(),
    forceCode: text("force_code").notNull(),
    roleAsked: text("role_asked").notNull().default(""),
    neutralSummary: text("neutral_summary").notNull(),
    /** Names for the conflict check, frozen at sending, with sides: "1:刘玉芬". */
    partyNames: text("party_names").array().notNull(),
    status: invitationStatusEnum("status").notNull().default("sent"),
    sentBy: ref("sent_by").notNull(),
    sentAt: moment("sent_at").notNull(),
    answerBy: moment("answer_by").notNull(),
    seenAt: moment("seen_at"),
    answeredAt: moment("answered_at"),
    /** The invitee's own statement that no tie to any party exists; required to accept. */
    noTieDeclared: text("no_tie_declared"),
    declineReason: declineReasonEnum("decline_reason"),
    declineNote: text("decline_note").notNull().default(""),
    replacesId: ref("replaces_id"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("invitations_within_dispute").on(t.countyId, t.disputeId, t.id),
    uniqueIndex("invitations_once_per_person")
      .on(t.countyId, t.proceedingId, t.personId)
      .where(sql`${t.status} in ('sent', 'seen', 'accepted')`),
    foreignKey({
      name: "invitations_of_proceeding",
      columns: [t.countyId, t.disputeId, t.proceedingId],
      foreignColumns: [proceedings.countyId, proceedings.disputeId, proceedings.id],
    }),
    foreignKey({
      name: "invitations_to_person",
      columns: [t.countyId, t.personId],
      foreignColumns: [people.countyId, people.id],
    }),
    foreignKey({
      name: "invitations_to_force",
      columns: [t.countyId, t.forceCode],
      foreignColumns: [forces.countyId, forces.code],
    }),
    foreignKey({
      name: "invitations_replaces",
      columns: [t.countyId, t.disputeId, t.replacesId],
      foreignColumns: [t.countyId, t.disputeId, t.id],
    }),
    check("invitations_decline_has_reason", sql`(${t.status} = 'declined') = (${t.declineReason} is not null)`),
    check(
      "invitations_answered_when_answered",
      sql`(${t.status} in ('accepted', 'declined')) = (${t.answeredAt} is not null)`,
    ),
    check("invitations_accept_declares_no_tie", sql`${t.status} <> 'accepted' or ${t.noTieDeclared} is not null`),
    check("invitations_answer_by_after_sent", sql`${t.answerBy} > ${t.sentAt}`),
    index("invitations_by_person").on(t.countyId, t.personId, t.sentAt.desc()),
    index("invitations_by_proceeding").on(t.countyId, t.proceedingId),
    index("invitations_open").on(t.countyId, t.answerBy).where(sql`${t.status} in ('sent', 'seen')`),
  ],
);
