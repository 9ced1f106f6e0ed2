import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
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
import { disputes } from "./disputes";
import { encryptedIdNumber, encryptedPhone, encryptedText, isEncrypted } from "./encrypted";
import { people } from "./people";
import { inCounty, inDispute } from "./references";
import {
  heirAnswerEnum,
  partyExitKindEnum,
  partyKindEnum,
  partyLinkKindEnum,
  partyStandingEnum,
  sexEnum,
} from "./words";

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
    /** What papers name beside a party; the year of birth where the day is not known. */
    sex: sexEnum("sex"),
    bornYear: smallint("born_year"),
    ethnicity: text("ethnicity").notNull().default(""),
    occupation: text("occupation").notNull().default(""),
    /** Of an organisation: 统一社会信用代码, and who represents it by law. */
    creditCode: text("credit_code").notNull().default(""),
    legalRepresentative: text("legal_representative").notNull().default(""),
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
      "parties_born_year_fits",
      sql`${t.bornYear} between 1900 and 2999 and (${t.bornOn} is null or ${t.bornOn} between make_date(${t.bornYear}, 1, 1) and make_date(${t.bornYear}, 12, 31))`,
    ),
    check(
      "parties_particulars_of_kind",
      sql`case when ${t.kind} = 'organisation' then ${t.sex} is null and ${t.bornYear} is null and ${t.ethnicity} = '' and ${t.occupation} = ''
        else ${t.creditCode} = '' and ${t.legalRepresentative} = '' end`,
    ),
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
      sql`${t.field} in ('name', 'kind', 'standing', 'isMinor', 'lacksCapacity', 'ownWages', 'departed', 'joined', 'sex', 'born', 'ethnicity', 'occupation', 'creditCode', 'legalRepresentative')`,
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

/** Representatives, agents, guardians and helpers of a party. */
/**
 * A numerous side elects who speaks for it: on which day, by which paper and for what. Each member has a row of `partyLinks`
 * for each representative; nobody is represented who did not elect.
 */
export const elections = pgTable(
  "elections",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    side: smallint("side").notNull(),
    electedOn: day("elected_on").notNull(),
    /** The paper that shows it: 推选书, minutes with signatures. */
    paper: text("paper").notNull(),
    mayNegotiate: boolean("may_negotiate").notNull(),
    maySign: boolean("may_sign").notNull(),
    mayReceive: boolean("may_receive").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("elections_within_dispute").on(t.countyId, t.disputeId, t.id),
    inCounty("elections_of_dispute", t, t.disputeId, disputes),
    inCounty("elections_recorded_by", t, t.recordedBy, people),
    check("elections_for_something", sql`${t.mayNegotiate} or ${t.maySign} or ${t.mayReceive}`),
    check("elections_paper_named", sql`btrim(${t.paper}) <> ''`),
  ],
);

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
    /** The day of the written authority, or of the appointment: nothing was said or signed for the party before it. Null: nobody said. */
    authorisedOn: day("authorised_on"),
    /** An elected representative: by which election, and which party of the side it is. */
    electionId: ref("election_id"),
    electedPartyId: ref("elected_party_id"),
    /** What they were elected for beside signing; of others always so, and receiving goes with signing. */
    mayNegotiate: boolean("may_negotiate").notNull().default(true),
    mayReceive: boolean("may_receive"),
    /** Since when they speak for this party no more: it took the authority back, they stepped down, or others were elected. */
    endedAt: moment("ended_at"),
    endedOn: day("ended_on"),
    endedBy: ref("ended_by"),
    endedReason: text("ended_reason").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("party_links_of_party", t, t.partyId, parties),
    inDispute("party_links_by_election", t, t.electionId, elections),
    inDispute("party_links_to_elected", t, t.electedPartyId, parties),
    inCounty("party_links_ended_by", t, t.endedBy, people),
    check(
      "party_links_elected_whole",
      sql`num_nonnulls(${t.electionId}, ${t.electedPartyId}, ${t.mayReceive}) in (0, 3)
        and (${t.electionId} is not null or ${t.mayNegotiate})
        and (${t.electionId} is null or ${t.kind} = 'representative' and ${t.electedPartyId} <> ${t.partyId})`,
    ),
    check(
      "party_links_ended_whole",
      sql`(${t.endedAt} is null) = (${t.endedOn} is null) and (${t.endedAt} is null) = (${t.endedReason} = '')`,
    ),
    uniqueIndex("party_links_elected_once")
      .on(t.countyId, t.electionId, t.partyId, t.electedPartyId)
      .where(sql`${t.electionId} is not null`),
    index("party_links_of_elected").on(t.countyId, t.electedPartyId).where(sql`${t.electedPartyId} is not null`),
    check("party_links_phone_encrypted", isEncrypted(t.phone, t.phoneHash, t.phoneLineHash, t.phoneEndHash)),
    check("party_links_helper_never_signs", sql`${t.kind} <> 'helper' or not ${t.maySign}`),
    // Whoever acted for a party before is found by their phone and name (app.ties_of).
    index("party_links_agents_by_phone")
      .on(t.countyId, t.phoneHash)
      .where(sql`${t.kind} = 'agent' and ${t.phoneHash} <> ''`),
    index("party_links_by_party").on(t.countyId, t.partyId),
  ],
);
