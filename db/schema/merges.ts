import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { parties } from "./parties";
import { people } from "./people";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";
import { disputeLinkKindEnum, proceedingStatusEnum, riskLevelEnum } from "./words";

/**
 * Two registrations of one matter: `disputeId` was absorbed and `intoDisputeId` goes on for both. What was said and written
 * stays with the registration it was said under, for whoever could read it there. Undone once, with a reason.
 */
export const disputeMerges = pgTable(
  "dispute_merges",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    intoDisputeId: ref("into_dispute_id").notNull(),
    reason: text("reason").notNull(),
    /** The proceeding that ended with it, and how far it was; null before triage. */
    proceedingId: ref("proceeding_id"),
    proceedingStatus: proceedingStatusEnum("proceeding_status"),
    /** What went along with the matter, and comes back when it is undone. */
    callIds: uuid("call_ids").array().notNull().default([]),
    groupIds: uuid("group_ids").array().notNull().default([]),
    clueIds: uuid("clue_ids").array().notNull().default([]),
    invitationIds: uuid("invitation_ids").array().notNull().default([]),
    /** The risk of the one that goes on, where the absorbed one's was higher. */
    riskBefore: riskLevelEnum("risk_before"),
    riskReasonBefore: text("risk_reason_before").notNull().default(""),
    mergedBy: ref("merged_by").notNull(),
    mergedAt: moment("merged_at").notNull(),
    undoneReason: text("undone_reason").notNull().default(""),
    undoneBy: ref("undone_by"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex("dispute_merges_one_open").on(t.countyId, t.disputeId).where(sql`${t.undoneAt} is null`),
    inCounty("dispute_merges_of_dispute", t, t.disputeId, disputes),
    inCounty("dispute_merges_into_dispute", t, t.intoDisputeId, disputes),
    inDispute("dispute_merges_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("dispute_merges_by_person", t, t.mergedBy, people),
    inCounty("dispute_merges_undone_by_person", t, t.undoneBy, people),
    check("dispute_merges_not_itself", sql`${t.disputeId} <> ${t.intoDisputeId}`),
    check("dispute_merges_proceeding_whole", sql`(${t.proceedingId} is null) = (${t.proceedingStatus} is null)`),
    check(
      "dispute_merges_undone_whole",
      sql`num_nonnulls(${t.undoneBy}, ${t.undoneAt}) in (0, 2) and (${t.undoneAt} is null) = (${t.undoneReason} = '')`,
    ),
    index("dispute_merges_by_survivor").on(t.countyId, t.intoDisputeId, t.mergedAt),
    index("dispute_merges_by_dispute").on(t.countyId, t.disputeId, t.mergedAt),
  ],
);

/** Who is who: each party of the absorbed registration, and the party of the other that is the same person or came of it. */
export const disputeMergeParties = pgTable(
  "dispute_merge_parties",
  {
    countyId: countyId(),
    mergeId: ref("merge_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    partyId: ref("party_id").notNull(),
    intoDisputeId: ref("into_dispute_id").notNull(),
    intoPartyId: ref("into_party_id").notNull(),
    /** They were no party there and came as one. */
    isCarried: boolean("is_carried").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.mergeId, t.partyId] }),
    inCounty("dispute_merge_parties_of_merge", t, t.mergeId, disputeMerges),
    inDispute("dispute_merge_parties_of_party", t, t.partyId, parties),
    inDispute(
      "dispute_merge_parties_into_party",
      { countyId: t.countyId, disputeId: t.intoDisputeId },
      t.intoPartyId,
      parties,
    ),
    index("dispute_merge_parties_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * Two matters that have to do with each other and stay two. Seen from both sides, and only by whoever may read both. Removed
 * once, with a reason; the row stays.
 */
export const disputeLinks = pgTable(
  "dispute_links",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    otherDisputeId: ref("other_dispute_id").notNull(),
    kind: disputeLinkKindEnum("kind").notNull(),
    reason: text("reason").notNull(),
    linkedBy: ref("linked_by").notNull(),
    linkedAt: moment("linked_at").notNull(),
    removedReason: text("removed_reason").notNull().default(""),
    removedBy: ref("removed_by"),
    removedAt: moment("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex("dispute_links_one_open")
      .on(
        t.countyId,
        sql`least(${t.disputeId}, ${t.otherDisputeId})`,
        sql`greatest(${t.disputeId}, ${t.otherDisputeId})`,
        t.kind,
      )
      .where(sql`${t.removedAt} is null`),
    inCounty("dispute_links_of_dispute", t, t.disputeId, disputes),
    inCounty("dispute_links_to_dispute", t, t.otherDisputeId, disputes),
    inCounty("dispute_links_by_person", t, t.linkedBy, people),
    inCounty("dispute_links_removed_by_person", t, t.removedBy, people),
    check("dispute_links_not_itself", sql`${t.disputeId} <> ${t.otherDisputeId}`),
    check(
      "dispute_links_removed_whole",
      sql`num_nonnulls(${t.removedBy}, ${t.removedAt}) in (0, 2) and (${t.removedAt} is null) = (${t.removedReason} = '')`,
    ),
    index("dispute_links_by_dispute").on(t.countyId, t.disputeId),
    index("dispute_links_by_other").on(t.countyId, t.otherDisputeId),
  ],
);
