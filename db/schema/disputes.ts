import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { partyChangeFields } from "../party-changes";
import { countyId, day, moment, ref, rowVersion } from "./columns";
import { encryptedIdNumber, encryptedPhone, encryptedText, isEncrypted } from "./encrypted";
import { people } from "./people";
import { committees, contactPoints, stations } from "./places";
import { inCounty, inDispute } from "./references";
import {
  disputeTypeEnum,
  heirAnswerEnum,
  nonAcceptanceReasonEnum,
  partyExitKindEnum,
  partyKindEnum,
  partyLinkKindEnum,
  partyStandingEnum,
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
    title: text("title").notNull(),
    type: disputeTypeEnum("type").notNull(),
    source: sourceEnum("source").notNull(),
    place: text("place").notNull(),
    /** Who referred it and under which number, where an office did. */
    referredBy: text("referred_by").notNull().default(""),
    referralNumber: text("referral_number").notNull().default(""),
    pointId: ref("point_id"),
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
    notAcceptedAt: moment("not_accepted_at"),
    notAcceptedReason: nonAcceptanceReasonEnum("not_accepted_reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("disputes_number_once").on(t.countyId, t.number),
    inCounty("disputes_of_station", t, t.stationId, stations),
    inCounty("disputes_of_committee", t, t.committeeId, committees),
    inCounty("disputes_at_point", t, t.pointId, contactPoints),
    inCounty("disputes_registered_by", t, t.registeredBy, people),
    check("disputes_triage_due_later", sql`${t.triageDueAt} >= ${t.registeredAt}`),
    inCounty("disputes_relapse_of", t, t.relapseOf, { countyId: t.countyId, id: t.id }),
    check(
      "disputes_entrusted_names_court",
      sql`${t.source}::text <> 'courtEntrusted' or (${t.referredBy} <> '' and ${t.referralNumber} <> '')`,
    ),
    check("disputes_refusal_has_reason", sql`(${t.notAcceptedAt} is null) = (${t.notAcceptedReason} is null)`),
    index("disputes_by_station").on(t.countyId, t.stationId, t.registeredAt, t.id),
    index("disputes_by_committee").on(t.countyId, t.committeeId, t.registeredAt, t.id),
    index("disputes_by_relapse_of").on(t.countyId, t.relapseOf).where(sql`${t.relapseOf} is not null`),
  ],
);

/** What of a registration can be corrected. */
export const disputeFields = ["title", "type", "place", "pointId", "startedOn", "facts"] as const;

/** What is said to have happened. Apart from the dispute row, so that an invitee who has not accepted cannot reach it. */
export const disputeFacts = pgTable(
  "dispute_facts",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    facts: text("facts").notNull(),
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

export const parties = pgTable(
  "parties",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** 1 = 甲 A, 2 = 乙 B …; several parties may share a side. */
    side: smallint("side").notNull(),
    position: smallint("position").notNull(),
    kind: partyKindEnum("kind").notNull(),
    standing: partyStandingEnum("standing").notNull(),
    name: text("name").notNull(),
    ...encryptedPhone(),
    ...encryptedIdNumber(),
    /** Where they live, encrypted and not searched for; the place of the dispute is another column. */
    address: encryptedText("address"),
    /** Where the party works: a helper of the same employer is tied to them. */
    employer: text("employer").notNull().default(""),
    isMinor: boolean("is_minor").notNull().default(false),
    /** An adult who cannot, or cannot fully, judge what they do (民法典 21、22): a guardian acts for them too. */
    lacksCapacity: boolean("lacks_capacity").notNull().default(false),
    bornOn: day("born_on"),
    /** Why a minor of 16 or more acts themself (民法典 18); the birthday is known where an age decides. */
    ownWagesReason: text("own_wages_reason").notNull().default(""),
    /** Since when they are no party any more: kept by a trigger from `party_exits`. */
    departedAt: moment("departed_at"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("parties_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("parties_position_once").on(t.countyId, t.disputeId, t.position),
    inCounty("parties_of_dispute", t, t.disputeId, disputes),
    check("parties_side_range", sql`${t.side} between 1 and 12`),
    check("parties_minor_is_person", sql`not ${t.isMinor} or ${t.kind} = 'person'`),
    check("parties_capacity_of_person", sql`not ${t.lacksCapacity} or ${t.kind} = 'person'`),
    check(
      "parties_own_wages_whole",
      sql`${t.ownWagesReason} = '' or (${t.isMinor} and not ${t.lacksCapacity} and ${t.bornOn} is not null)`,
    ),
    check("parties_phone_encrypted", isEncrypted(t.phone, t.phoneHash, t.phoneLineHash, t.phoneEndHash)),
    check("parties_address_encrypted", isEncrypted(t.address)),
    check("parties_id_number_encrypted", isEncrypted(t.idNumber, t.idNumberHash, t.idNumberEndHash)),
    index("parties_by_phone_line").on(t.countyId, t.phoneLineHash),
    index("parties_by_phone_end").on(t.countyId, t.phoneEndHash),
    index("parties_by_id_number").on(t.countyId, t.idNumberHash),
    index("parties_by_id_number_end").on(t.countyId, t.idNumberEndHash),
    index("parties_by_name").on(t.countyId, t.name),
  ],
);

/** What a party was called or taken for before it was corrected; written by a trigger, never changed. */
export const partyChanges = pgTable(
  "party_changes",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    field: text("field", { enum: partyChangeFields }).notNull(),
    oldValue: text("old_value").notNull(),
    newValue: text("new_value").notNull(),
    reason: text("reason").notNull().default(""),
    /** Since when it is so, where a party was renamed and not written wrongly. */
    since: day("since"),
    /** Null where the system changed it. */
    changedBy: ref("changed_by"),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("party_changes_of_party", t, t.partyId, parties),
    inCounty("party_changes_by_person", t, t.changedBy, people),
    check(
      "party_changes_field_known",
      sql`${t.field} in ('name', 'kind', 'standing', 'isMinor', 'lacksCapacity', 'ownWages', 'departed', 'joined')`,
    ),
    index("party_changes_by_dispute").on(t.countyId, t.disputeId, t.changedAt),
  ],
);

/**
 * A party that died, is gone, was dissolved, left the matter, or was entered twice. The row of the party stays with everything
 * it said and signed; it is asked, told and counted no more. What was recorded wrongly is undone, once, with a reason.
 */
export const partyExits = pgTable(
  "party_exits",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    kind: partyExitKindEnum("kind").notNull(),
    /** The day it happened, apart from when it was recorded. */
    happenedOn: day("happened_on").notNull(),
    reason: text("reason").notNull(),
    /** The row that stays, of two that are one person. */
    intoPartyId: ref("into_party_id"),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    undoneReason: text("undone_reason").notNull().default(""),
    undoneBy: ref("undone_by"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("party_exits_of_party", t, t.partyId, parties),
    inDispute("party_exits_into_party", t, t.intoPartyId, parties),
    uniqueIndex("party_exits_one_open").on(t.countyId, t.partyId).where(sql`${t.undoneAt} is null`),
    check("party_exits_merged_names_other", sql`(${t.kind} = 'merged') = (${t.intoPartyId} is not null)`),
    check(
      "party_exits_undone_whole",
      sql`num_nonnulls(${t.undoneBy}, ${t.undoneAt}) in (0, 2) and (${t.undoneAt} is null) = (${t.undoneReason} = '')`,
    ),
    index("party_exits_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** An heir of a party that died, or who follows an organisation that is no more: a party of their own, told and asked. */
export const partySuccessions = pgTable(
  "party_successions",
  {
    countyId: countyId(),
    heirPartyId: ref("heir_party_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** Whose place they may take. */
    partyId: ref("party_id").notNull(),
    toldOn: day("told_on").notNull(),
    toldBy: ref("told_by").notNull(),
    answer: heirAnswerEnum("answer"),
    answeredOn: day("answered_on"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.heirPartyId] }),
    inDispute("party_successions_heir", t, t.heirPartyId, parties),
    inDispute("party_successions_of_party", t, t.partyId, parties),
    check("party_successions_not_oneself", sql`${t.heirPartyId} <> ${t.partyId}`),
    check(
      "party_successions_answered_after_told",
      sql`(${t.answer} is null) = (${t.answeredOn} is null) and (${t.answeredOn} is null or ${t.answeredOn} >= ${t.toldOn})`,
    ),
    index("party_successions_by_dispute").on(t.countyId, t.disputeId),
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
      sql`${t.field} in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts')`,
    ),
    index("dispute_changes_by_dispute").on(t.countyId, t.disputeId, t.changedAt),
  ],
);

/** Representatives, agents, guardians and helpers of a party. */
export const partyLinks = pgTable(
  "party_links",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    kind: partyLinkKindEnum("kind").notNull(),
    name: text("name").notNull(),
    ...encryptedPhone(),
    /** Whether this person may settle and sign for the party, which needs written authority. */
    maySign: boolean("may_sign").notNull().default(false),
    note: text("note").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("party_links_of_party", t, t.partyId, parties),
    check("party_links_phone_encrypted", isEncrypted(t.phone, t.phoneHash, t.phoneLineHash, t.phoneEndHash)),
    check("party_links_helper_never_signs", sql`${t.kind} <> 'helper' or not ${t.maySign}`),
    // Whoever acted for a party before is found by their phone and name (app.ties_of).
    index("party_links_agents_by_phone")
      .on(t.countyId, t.phoneHash)
      .where(sql`${t.kind} = 'agent' and ${t.phoneHash} <> ''`),
    index("party_links_by_party").on(t.countyId, t.partyId),
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
