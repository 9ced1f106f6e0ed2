import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref, rowVersion } from "./columns";
import { people } from "./people";
import { committees, contactPoints, stations } from "./places";
import { inCounty } from "./references";
import {
  disputeTypeEnum,
  nonAcceptanceReasonEnum,
  relationEnum,
  riskLevelEnum,
  sourceEnum,
  trackEnum,
  yesNoUnclearEnum,
} from "./words";

/** The lasting matter. Its proceedings show its state; only "not accepted" ends it without one. */
export const disputes = pgTable(
  "disputes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    /** LW-2026-0417, from a locked counter per station and year. */
    number: text("number").notNull(),
    stationId: ref("station_id").notNull(),
    committeeId: ref("committee_id").notNull(),
    /** The station it is counted under: its own, or the one that had it before its own took over. Kept by app.check_open_place. */
    countedStationId: ref("counted_station_id"),
    title: text("title").notNull(),
    type: disputeTypeEnum("type").notNull(),
    source: sourceEnum("source").notNull(),
    place: text("place").notNull(),
    /** Who referred it and under which number, where an office did. */
    referredBy: text("referred_by").notNull().default(""),
    referralNumber: text("referral_number").notNull().default(""),
    pointId: ref("point_id"),
    /** The point it is counted under: `pointId`, or the closed one whose successor that is. Kept by app.check_open_place. */
    countedPointId: ref("counted_point_id"),
    /** When the quarrel began; time limits never run from this day (D4). */
    startedOn: day("started_on"),
    risk: riskLevelEnum("risk").notNull().default("green"),
    riskReason: text("risk_reason").notNull().default(""),
    registeredBy: ref("registered_by").notNull(),
    registeredAt: moment("registered_at").notNull(),
    /** Until when somebody has to decide what becomes of it, in office hours. */
    triageDueAt: moment("triage_due_at").notNull(),
    /** The dispute that was over and of which this one is a relapse: same people or place, taken in anew. */
    relapseOf: ref("relapse_of"),
    /** The registration of the same matter that goes on for both, and since when; kept by a trigger from `dispute_merges`. */
    mergedInto: ref("merged_into"),
    mergedAt: moment("merged_at"),
    notAcceptedAt: moment("not_accepted_at"),
    notAcceptedReason: nonAcceptanceReasonEnum("not_accepted_reason"),
    /** The day on which it was refused, where that was entered later; null: on the day of the entry. */
    notAcceptedOn: day("not_accepted_on"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("disputes_number_once").on(t.countyId, t.number),
    inCounty("disputes_of_station", t, t.stationId, stations),
    inCounty("disputes_counted_at_station", t, t.countedStationId, stations),
    inCounty("disputes_of_committee", t, t.committeeId, committees),
    inCounty("disputes_at_point", t, t.pointId, contactPoints),
    inCounty("disputes_counted_at_point", t, t.countedPointId, contactPoints),
    inCounty("disputes_registered_by", t, t.registeredBy, people),
    check("disputes_triage_due_later", sql`${t.triageDueAt} >= ${t.registeredAt}`),
    inCounty("disputes_relapse_of", t, t.relapseOf, { countyId: t.countyId, id: t.id }),
    inCounty("disputes_merged_into", t, t.mergedInto, { countyId: t.countyId, id: t.id }),
    check("disputes_merged_whole", sql`(${t.mergedInto} is null) = (${t.mergedAt} is null)`),
    check(
      "disputes_entrusted_names_court",
      sql`${t.source}::text <> 'courtEntrusted' or (${t.referredBy} <> '' and ${t.referralNumber} <> '')`,
    ),
    check("disputes_refusal_has_reason", sql`(${t.notAcceptedAt} is null) = (${t.notAcceptedReason} is null)`),
    index("disputes_by_point").on(t.countyId, t.pointId).where(sql`${t.pointId} is not null`),
    index("disputes_by_station").on(t.countyId, t.stationId, t.registeredAt, t.id),
    index("disputes_by_counted_station").on(t.countyId, t.countedStationId, t.registeredAt, t.id),
    index("disputes_by_committee").on(t.countyId, t.committeeId, t.registeredAt, t.id),
    index("disputes_by_merged_into").on(t.countyId, t.mergedInto).where(sql`${t.mergedInto} is not null`),
    index("disputes_by_relapse_of").on(t.countyId, t.relapseOf).where(sql`${t.relapseOf} is not null`),
  ],
);

/** What of a registration can be corrected. */
export const disputeFields = [
  "title",
  "type",
  "place",
  "pointId",
  "startedOn",
  "facts",
  "requests",
  "source",
  "referredBy",
  "referralNumber",
] as const;

/** What is said to have happened. Apart from the dispute row, so that an invitee who has not accepted cannot reach it. */
export const disputeFacts = pgTable(
  "dispute_facts",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    facts: text("facts").notNull(),
    /** What the applicant asks for, a line each; empty where they did not say. */
    requests: text("requests").notNull().default(""),
    /** Two neutral sentences for invitees; no names, no blame. */
    neutralSummary: text("neutral_summary").notNull().default(""),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.disputeId] }),
    inCounty("dispute_facts_of_dispute", t, t.disputeId, disputes),
  ],
);

/**
 * Who may reach which proceeding of a dispute, kept by triggers only; the app role cannot write it. `via` names the row
 * that gives the right (docs/adr/0003-access-rows-by-trigger.md).
 */
export const disputeAccess = pgTable(
  "dispute_access",
  {
    countyId: countyId(),
    subjectId: ref("subject_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    relation: relationEnum("relation").notNull(),
    via: ref("via").notNull(),
    /** The proceeding the right belongs to, with its track; null before triage, when it is to the dispute itself. */
    proceedingId: ref("proceeding_id"),
    track: trackEnum("track"),
    /** Whether it is to what is going on now: the dispute's latest proceeding, or the dispute before triage. */
    isCurrent: boolean("is_current").notNull().default(true),
    /** What is written later than this is not part of the right; null while there is no such limit. */
    until: moment("until"),
    /** Closed by a restriction of the matter: shown to its holder in a reading window alone (docs/adr/0030). */
    isHidden: boolean("is_hidden").notNull().default(false),
    /** When the dispute was registered: lists walk a reader's rights by it, newest first, and stop where their page is full. */
    registeredAt: moment("registered_at").notNull(),
    /** What the right is to still runs: its proceeding is not archived, or the dispute before triage was not refused. */
    isOpen: boolean("is_open").notNull(),
    /** The dispute goes on under another registration: lists leave it out, whoever asks for its number still finds it. */
    isMerged: boolean("is_merged").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.subjectId, t.disputeId, t.relation, t.via] }),
    // Policies probe it once a row (docs/adr/0003).
    index("dispute_access_by_reader").on(t.countyId, t.disputeId, t.subjectId, t.relation, t.proceedingId),
    index("dispute_access_newest")
      .on(t.countyId, t.subjectId, t.registeredAt, t.disputeId)
      .where(sql`${t.relation} <> 'invited'`),
    index("dispute_access_open")
      .on(t.countyId, t.subjectId, t.registeredAt, t.disputeId)
      .where(sql`${t.isOpen} and ${t.relation} <> 'invited'`),
  ],
);

/** What a dispute was registered as before it was corrected, and why it was; written by a trigger, never changed. */
export const disputeChanges = pgTable(
  "dispute_changes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    field: text("field", { enum: disputeFields }).notNull(),
    /** As text; a contact point by its id, and empty where there was none. */
    oldValue: text("old_value").notNull(),
    newValue: text("new_value").notNull(),
    /** Empty where a title follows the names of its parties. */
    reason: text("reason").notNull().default(""),
    /** Null where the system changed it. */
    changedBy: ref("changed_by"),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("dispute_changes_of_dispute", t, t.disputeId, disputes),
    inCounty("dispute_changes_by_person", t, t.changedBy, people),
    check(
      "dispute_changes_field_known",
      sql`${t.field} in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts', 'requests', 'source', 'referredBy', 'referralNumber')`,
    ),
    index("dispute_changes_by_dispute").on(t.countyId, t.disputeId, t.changedAt),
  ],
);

/** The mandatory questions at the gate and the decision taken; a second triage is a second row. */
export const triages = pgTable(
  "triages",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    isViolation: yesNoUnclearEnum("is_violation").notNull(),
    hasMinor: yesNoUnclearEnum("has_minor").notNull(),
    familyViolence: yesNoUnclearEnum("family_violence").notNull(),
    judgedByCourt: yesNoUnclearEnum("judged_by_court").notNull(),
    acceptedElsewhere: yesNoUnclearEnum("accepted_elsewhere").notNull(),
    propertyDamage: yesNoUnclearEnum("property_damage").notNull(),
    injury: yesNoUnclearEnum("injury").notNull(),
    /** Null when the dispute is not accepted on any track. */
    track: trackEnum("track"),
    overrideReason: text("override_reason").notNull().default(""),
    decidedBy: ref("decided_by").notNull(),
    decidedAt: moment("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("triages_of_dispute", t, t.disputeId, disputes),
    check("triages_bar_judged_matters", sql`${t.track} is distinct from 'peoples' or ${t.judgedByCourt} <> 'yes'`),
    check(
      "triages_bar_family_violence",
      sql`${t.familyViolence} <> 'yes' or ${t.track} is null or ${t.track} in ('coordination', 'transfer')`,
    ),
    check(
      "triages_public_security_needs_violation",
      sql`${t.track} is distinct from 'publicSecurity' or ${t.isViolation} = 'yes'`,
    ),
    index("triages_by_dispute").on(t.countyId, t.disputeId, t.decidedAt),
  ],
);
