import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { parties, partyLinks } from "./parties";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { leadRequestMeansEnum, leadRequestOutcomeEnum, spokenMeansEnum } from "./words";

/**
 * A party asks for another mediator (人民调解法 19、23) or officer (程序规定 20). A head decides by `answerBy`; accepted, the
 * change of lead happens in the same act. It is about the lead of that time and is overtaken where that changes otherwise.
 */
export const leadRequests = pgTable(
  "lead_requests",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    /** Whom the party does not want. */
    leadPersonId: ref("lead_person_id").notNull(),
    partyId: ref("party_id").notNull(),
    /** Who asked for the party; null: the party. */
    spokenByLinkId: ref("spoken_by_link_id"),
    means: leadRequestMeansEnum("means").notNull(),
    /** The day it was asked, apart from when it was entered. */
    askedOn: day("asked_on").notNull(),
    reason: text("reason").notNull(),
    /** Whom the party would like, if anybody. */
    wishedPersonId: ref("wished_person_id"),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    answerBy: moment("answer_by").notNull(),
    outcome: leadRequestOutcomeEnum("outcome"),
    decidedBy: ref("decided_by"),
    decidedAt: moment("decided_at"),
    decisionReason: text("decision_reason").notNull().default(""),
    newLeadPersonId: ref("new_lead_person_id"),
    /** Told by word of mouth, beside the message that goes to whoever has a phone. */
    toldMeans: spokenMeansEnum("told_means"),
    toldOn: day("told_on"),
    toldBy: ref("told_by"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("lead_requests_of_proceeding", t, t.proceedingId, proceedings),
    inDispute("lead_requests_by_party", t, t.partyId, parties),
    inCounty("lead_requests_spoken_by", t, t.spokenByLinkId, partyLinks),
    inCounty("lead_requests_about_lead", t, t.leadPersonId, people),
    inCounty("lead_requests_wished_known", t, t.wishedPersonId, people),
    inCounty("lead_requests_recorded_by", t, t.recordedBy, people),
    inCounty("lead_requests_decided_by", t, t.decidedBy, people),
    inCounty("lead_requests_new_lead", t, t.newLeadPersonId, people),
    inCounty("lead_requests_told_by", t, t.toldBy, people),
    uniqueIndex("lead_requests_one_open").on(t.countyId, t.proceedingId, t.partyId).where(sql`${t.outcome} is null`),
    check(
      "lead_requests_decided_whole",
      sql`num_nonnulls(${t.outcome}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3)
        and (${t.outcome} is null or ${t.outcome} = 'overtaken' or btrim(${t.decisionReason}) <> '')`,
    ),
    check(
      "lead_requests_accepted_names_lead",
      sql`(${t.outcome} is not distinct from 'accepted') = (${t.newLeadPersonId} is not null)`,
    ),
    check("lead_requests_wish_another", sql`${t.wishedPersonId} is distinct from ${t.leadPersonId}`),
    check(
      "lead_requests_told_whole",
      sql`num_nonnulls(${t.toldMeans}, ${t.toldOn}, ${t.toldBy}) in (0, 3) and (${t.toldOn} is null or ${t.decidedAt} is not null)`,
    ),
    index("lead_requests_by_dispute").on(t.countyId, t.disputeId),
    index("lead_requests_open").on(t.countyId, t.proceedingId, t.answerBy).where(sql`${t.outcome} is null`),
  ],
);
