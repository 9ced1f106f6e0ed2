import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, day, moment, ref, rowVersion } from "./columns";
import { invitations } from "./invitations";
import { parties, partyLinks } from "./parties";
import { forces, people } from "./people";
import { committees } from "./places";
import { proceedings } from "./proceedings";
import { byColumns, inCounty, inDispute } from "./references";
import { disputeTypeEnum, panelNeedEnum, partyTimeKindEnum, tieKindEnum, tieSourceEnum } from "./words";

/**
 * Which forces a type of dispute asks for in an area, from a day on, as the committee's head has set it.
 * For each force the newest row of the narrowest area counts; without one the default of server/panel does.
 */
export const panelRules = pgTable(
  "panel_rules",
  {
    countyId: countyId(),
    committeeId: ref("committee_id").notNull(),
    disputeType: disputeTypeEnum("dispute_type").notNull(),
    /** Words the place of a dispute must hold, e.g. 江畔; "" = anywhere. */
    area: text("area").notNull().default(""),
    forceCode: text("force_code").notNull(),
    validFrom: day("valid_from").notNull(),
    need: panelNeedEnum("need").notNull(),
    seats: smallint("seats").notNull().default(1),
    reason: text("reason").notNull().default(""),
    writtenBy: ref("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({
      name: "panel_rules_pk",
      columns: [t.countyId, t.committeeId, t.disputeType, t.area, t.forceCode, t.validFrom],
    }),
    inCounty("panel_rules_of_committee", t, t.committeeId, committees),
    byColumns("panel_rules_to_force", [t.countyId, t.forceCode], [forces.countyId, forces.code]),
    check("panel_rules_seats_range", sql`${t.seats} between 1 and 5`),
  ],
);

/** What ties a helper to a party: recorded by the lead or disclosed by the helper. Counts in every dispute of that party. */
export const ties = pgTable(
  "ties",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    personId: ref("person_id").notNull(),
    kind: tieKindEnum("kind").notNull(),
    note: text("note").notNull().default(""),
    source: tieSourceEnum("source").notNull(),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("ties_to_party", t, t.partyId, parties),
    inCounty("ties_of_person", t, t.personId, people),
    unique("ties_once").on(t.countyId, t.personId, t.partyId, t.kind),
    index("ties_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/** Every party agreed, with a reason, that a tied helper may sit in this proceeding all the same. */
export const tieWaivers = pgTable(
  "tie_waivers",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    personId: ref("person_id").notNull(),
    /** The ties the parties were told of; a new kind of tie needs a new waiver. */
    kinds: tieKindEnum("kinds").array().notNull(),
    reason: text("reason").notNull(),
    waivedBy: ref("waived_by").notNull(),
    waivedAt: moment("waived_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("tie_waivers_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("tie_waivers_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("tie_waivers_of_person", t, t.personId, people),
    check("tie_waivers_reason_given", sql`btrim(${t.reason}) <> ''`),
    index("tie_waivers_by_proceeding").on(t.countyId, t.proceedingId, t.personId),
  ],
);

/** Each party's own tick under a waiver. */
export const tieWaiverParties = pgTable(
  "tie_waiver_parties",
  {
    countyId: countyId(),
    waiverId: ref("waiver_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    /** Who said it for the party; null: the party. */
    spokenByLinkId: ref("spoken_by_link_id"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.waiverId, t.partyId] }),
    inCounty("tie_waiver_parties_spoken_by", t, t.spokenByLinkId, partyLinks),
    inDispute("tie_waiver_parties_of_waiver", t, t.waiverId, tieWaivers),
    inDispute("tie_waiver_parties_of_party", t, t.partyId, parties),
  ],
);

/**
 * Somebody who takes part was found tied to a party (回避): from then on they read nothing of it, or, where they lead, do
 * nothing that binds, until every party has said it does not mind. Written by triggers alone, however the tie came about.
 */
export const recusals = pgTable(
  "recusals",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    personId: ref("person_id").notNull(),
    /** The invitation they had accepted; null: they lead. */
    invitationId: ref("invitation_id"),
    kinds: tieKindEnum("kinds").array().notNull(),
    recusedAt: moment("recused_at").notNull(),
    /** Who brought the tie to light; null where the system compared names and numbers without anybody acting. */
    foundBy: ref("found_by"),
    /** Sessions to come at which they had a seat. */
    leftSessions: uuid("left_sessions").array().notNull().default([]),
    /** When those concerned had been told and the quorums settled. */
    followedAt: moment("followed_at"),
    /** When nothing barred them any more: waived by every party, or the tie removed. */
    endedAt: moment("ended_at"),
    /** Of a lead who has handed over: the matter is closed to them, also through their committee or station. */
    isClosed: boolean("is_closed").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("recusals_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("recusals_of_person", t, t.personId, people),
    inCounty("recusals_found_by", t, t.foundBy, people),
    inDispute("recusals_of_invitation", t, t.invitationId, invitations),
    check("recusals_kinds_named", sql`cardinality(${t.kinds}) > 0`),
    uniqueIndex("recusals_open_once").on(t.countyId, t.proceedingId, t.personId).where(sql`${t.endedAt} is null`),
    index("recusals_by_person").on(t.countyId, t.personId).where(sql`${t.endedAt} is null`),
  ],
);

/** When a party can or cannot come, and why; only the lead may read it. Local time of Shanghai. */
export const partyTimes = pgTable(
  "party_times",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    kind: partyTimeKindEnum("kind").notNull(),
    /** 1 = Monday … 7 = Sunday; null = every day. */
    weekday: smallint("weekday"),
    /** Days it holds for, both included; null = open. */
    fromDay: date("from_day", { mode: "string" }),
    untilDay: date("until_day", { mode: "string" }),
    fromTime: time("from_time").notNull(),
    untilTime: time("until_time").notNull(),
    reason: text("reason").notNull().default(""),
    recordedBy: ref("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("party_times_of_party", t, t.partyId, parties),
    check("party_times_weekday_range", sql`${t.weekday} between 1 and 7`),
    check("party_times_from_before_until", sql`${t.fromTime} < ${t.untilTime}`),
    check(
      "party_times_days_in_order",
      sql`${t.fromDay} is null or ${t.untilDay} is null or ${t.fromDay} <= ${t.untilDay}`,
    ),
    index("party_times_by_dispute").on(t.countyId, t.disputeId),
  ],
);
