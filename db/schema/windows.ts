import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { committees, stations } from "./places";
import { inCounty } from "./references";
import { restrictionGroundEnum, windowKindEnum, windowReviewEnum } from "./words";

/**
 * A matter closed to all but those who work on it (封存), from `restrictedAt` until a head of another duty releases it.
 * The rights it closes are marked in `dispute_access`.
 */
export const disputeRestrictions = pgTable(
  "dispute_restrictions",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    ground: restrictionGroundEnum("ground").notNull(),
    reason: text("reason").notNull(),
    restrictedBy: ref("restricted_by").notNull(),
    restrictedAt: moment("restricted_at").notNull(),
    releasedBy: ref("released_by"),
    releasedAt: moment("released_at"),
    releaseReason: text("release_reason").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("dispute_restrictions_of_dispute", t, t.disputeId, disputes),
    inCounty("dispute_restrictions_set_by", t, t.restrictedBy, people),
    inCounty("dispute_restrictions_released_by", t, t.releasedBy, people),
    // Policies of calls and clues probe it as well.
    uniqueIndex("dispute_restrictions_one_open").on(t.countyId, t.disputeId).where(sql`${t.releasedAt} is null`),
    check("dispute_restrictions_reason_given", sql`length(btrim(${t.reason})) >= 2`),
    check(
      "dispute_restrictions_released_whole",
      sql`num_nonnulls(${t.releasedBy}, ${t.releasedAt}) in (0, 2) and (${t.releasedAt} is null) = (btrim(${t.releaseReason}) = '')`,
    ),
  ],
);

/**
 * A person's time for reading what is closed to them in one dispute: asked with a reason, then opened by another person
 * for a span that ends by itself. `lapsesAt` ends the request, `minutesMax` is the longest span the rule of that day
 * allows. Two people open an emergency window at once; a head of another duty reviews it by `reviewDueAt`.
 */
export const readingWindows = pgTable(
  "reading_windows",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    kind: windowKindEnum("kind").notNull(),
    personId: ref("person_id").notNull(),
    /** The dispute's own, for the policies of those who decide; a trigger takes them from the dispute. */
    stationId: ref("station_id").notNull(),
    committeeId: ref("committee_id").notNull(),
    reason: text("reason").notNull(),
    askedAt: moment("asked_at").notNull(),
    lapsesAt: moment("lapses_at").notNull(),
    minutesMax: integer("minutes_max").notNull(),
    isGranted: boolean("is_granted"),
    /** A head of another duty; of an emergency window the second person. */
    decidedBy: ref("decided_by"),
    decidedAt: moment("decided_at"),
    startsAt: moment("starts_at"),
    endsAt: moment("ends_at"),
    /** Ended early. */
    endedBy: ref("ended_by"),
    endedAt: moment("ended_at"),
    reviewDueAt: moment("review_due_at"),
    review: windowReviewEnum("review"),
    reviewNote: text("review_note").notNull().default(""),
    reviewedBy: ref("reviewed_by"),
    reviewedAt: moment("reviewed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("reading_windows_of_dispute", t, t.disputeId, disputes),
    inCounty("reading_windows_of_station", t, t.stationId, stations),
    inCounty("reading_windows_of_committee", t, t.committeeId, committees),
    inCounty("reading_windows_by_person", t, t.personId, people),
    inCounty("reading_windows_decided_by_person", t, t.decidedBy, people),
    inCounty("reading_windows_ended_by_person", t, t.endedBy, people),
    inCounty("reading_windows_reviewed_by_person", t, t.reviewedBy, people),
    check("reading_windows_reason_given", sql`length(btrim(${t.reason})) >= 2`),
    check("reading_windows_request_lapses", sql`${t.lapsesAt} > ${t.askedAt}`),
    check(
      "reading_windows_max_bounded",
      sql`${t.minutesMax} between 1 and case ${t.kind} when 'emergency' then 240 else 10080 end`,
    ),
    check("reading_windows_decided_whole", sql`num_nonnulls(${t.isGranted}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3)`),
    check("reading_windows_another_decides", sql`${t.decidedBy} is distinct from ${t.personId}`),
    check(
      "reading_windows_span_when_granted",
      sql`(${t.isGranted} is true) = (${t.startsAt} is not null) and (${t.startsAt} is null) = (${t.endsAt} is null)`,
    ),
    check("reading_windows_span_forward", sql`${t.endsAt} > ${t.startsAt} and ${t.startsAt} >= ${t.decidedAt}`),
    check("reading_windows_span_bounded", sql`extract(epoch from ${t.endsAt} - ${t.startsAt}) <= ${t.minutesMax} * 60`),
    check(
      "reading_windows_ended_whole",
      sql`num_nonnulls(${t.endedBy}, ${t.endedAt}) in (0, 2) and (${t.endedAt} is null or ${t.isGranted} is true)`,
    ),
    check(
      "reading_windows_review_when_emergency",
      sql`(${t.reviewDueAt} is not null) = (${t.kind} = 'emergency' and ${t.isGranted} is true)`,
    ),
    check(
      "reading_windows_reviewed_whole",
      sql`num_nonnulls(${t.review}, ${t.reviewedBy}, ${t.reviewedAt}) in (0, 3) and (${t.review} is null or ${t.reviewDueAt} is not null)`,
    ),
    check(
      "reading_windows_another_reviews",
      sql`${t.reviewedBy} is distinct from ${t.personId} and (${t.reviewedBy} is null or ${t.reviewedBy} <> ${t.decidedBy})`,
    ),
    // Row security probes it for the reader of a restricted matter.
    index("reading_windows_by_reader").on(t.countyId, t.disputeId, t.personId, t.endsAt).where(sql`${t.isGranted}`),
    index("reading_windows_by_station").on(t.countyId, t.stationId, t.askedAt),
    index("reading_windows_by_committee").on(t.countyId, t.committeeId, t.askedAt),
  ],
);
