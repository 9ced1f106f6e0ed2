import { type SQL, sql } from "drizzle-orm";

/**
 * A span of time as SQL instants: [from, to), midnights in Shanghai. Figures count what was known at
 * `asOf` = the earlier of `to` and now, so that later events do not improve last year's figure.
 */
export interface Span {
  from: SQL;
  to: SQL;
  asOf: SQL;
  /** A call this many days after closing is still a relapse (rule relapse.days). */
  relapseDays: number;
}

/** Whether proceeding `p` settled its dispute, on any track; the database says what that is. */
const settled = sql`app.is_settled(p)`;
/** Outcomes of a mediation that reached an agreement, also where it was not kept: that lowers the performance rate. */
const agreed = sql`('agreedWritten', 'agreedOral', 'publicSecurityPerformed', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone')`;
/** Only these two tracks are mediation; on-scene help, coordination and transfer never count for its success rate. */
const mediation = sql`p.track in ('publicSecurity', 'peoples')`;

/** Call times have no seconds: a call in the minute of the closing counts as later if it was recorded after the closing. */
const afterEnd = sql`(c.called_at > p.ended_at
  or c.called_at >= date_trunc('minute', p.ended_at) and c.recorded_at > p.ended_at)`;

const within = (moment: SQL, s: Span) =>
  sql`(${moment} >= ${s.from} and ${moment} < ${s.to} and ${moment} <= ${s.asOf})`;

/** By which time a refusal is counted: not that of its entry. As app.not_accepted_from. */
const refusedAt = sql`coalesce(d.not_accepted_on::timestamp at time zone 'Asia/Shanghai', d.not_accepted_at)`;

/** Each attempt stays in its year: taking a matter up again takes no failure out of what it is counted among. */
const mediationConcluded = (s: Span) => sql`(${mediation} and ${within(sql`p.ended_at`, s)})`;

/** Midnight after the last day any of the agreement's obligations was due. */
const lastDueEnd = sql`((owed.last_due_on + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** What one line of a list is; each joins its dispute as `d`. */
export const units = {
  dispute: {
    key: sql`d.id`,
    from: (s: Span) => sql`disputes d cross join lateral (
      select min(p.accepted_at) as accepted_at, bool_or(p.ended_at is null or p.ended_at > ${s.asOf}) as is_open,
        max(p.ended_at) filter (where p.ended_at <= ${s.asOf}) as ended_at,
        (array_agg(p.outcome order by p.ended_at desc) filter (where p.ended_at <= ${s.asOf}))[1] as outcome,
        coalesce((array_agg(${settled} order by p.ended_at desc) filter (where p.ended_at <= ${s.asOf}))[1], false) as is_settled
      from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id and p.accepted_at <= ${s.asOf}) life`,
    track: sql`null::text`,
    outcome: sql`life.outcome`,
    days: (
      s: Span,
    ) => sql`(coalesce(case when life.is_open then null else life.ended_at end, ${s.asOf}) at time zone 'Asia/Shanghai')::date
      - (life.accepted_at at time zone 'Asia/Shanghai')::date`,
  },
  attempt: {
    key: sql`p.id`,
    from: () => sql`proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id`,
    track: sql`p.track::text`,
    outcome: sql`p.outcome`,
    days: (s: Span) =>
      sql`(coalesce(p.ended_at, ${s.asOf}) at time zone 'Asia/Shanghai')::date - (p.accepted_at at time zone 'Asia/Shanghai')::date`,
  },
  agreement: {
    key: sql`a.id`,
    from: (s: Span) => sql`agreements a join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id
      join disputes d on d.county_id = p.county_id and d.id = p.dispute_id cross join lateral (
      select max(o.due_on) as last_due_on, max(o.performed_at) as last_performed_at,
        bool_and(o.performed_at is not null and o.performed_at <= ${s.asOf}) as is_performed,
        a.effective_at is not null and coalesce(max(o.due_on) < min(app.day_of(o.superseded_at)), true) as stands
      from obligations o where o.county_id = a.county_id and o.agreement_id = a.id) owed`,
    track: sql`p.track::text`,
    outcome: sql`p.outcome`,
    days: () => sql`null::int`,
  },
  invitation: {
    key: sql`i.id`,
    from: () => sql`invitations i join disputes d on d.county_id = i.county_id and d.id = i.dispute_id`,
    track: sql`null::text`,
    outcome: sql`null::outcome`,
    days: () => sql`null::int`,
  },
  /** An invited helper expected at a session that was held. */
  seat: {
    key: sql`sp.id`,
    from: () => sql`session_people sp join sessions s on s.county_id = sp.county_id and s.id = sp.session_id and s.status = 'ended'
      join invitations i on i.county_id = sp.county_id and i.proceeding_id = s.proceeding_id and i.person_id = sp.person_id and i.status = 'accepted'
      join disputes d on d.county_id = sp.county_id and d.id = sp.dispute_id`,
    track: sql`null::text`,
    outcome: sql`null::outcome`,
    days: () => sql`null::int`,
  },
} as const;
export type Unit = keyof typeof units;

/**
 * One matter is one: from its merge on, an absorbed registration counts nowhere (app.entries_of says the same). What was tried under it
 * and ended by itself before was tried all the same, and who was asked and came under it was asked and came.
 */
export const countsAsOne = (unit: Unit, s: Span): SQL => {
  if (unit === "invitation" || unit === "seat") return sql`true`;
  const isOne = sql`(d.merged_at is null or d.merged_at > ${s.asOf})`;
  return unit === "attempt" ? sql`(${isOne} or p.ended_at is not null and p.outcome <> 'merged')` : isOne;
};

export interface Figure {
  unit: Unit;
  /** The time by which a line is counted; lists are sorted by it. */
  at: SQL;
  /** The denominator of a rate; of a plain count, what is counted. */
  all: (s: Span) => SQL;
  /** For rates: which of them make the numerator. */
  those?: (s: Span) => SQL;
  /** A median of this number (days or hours) over `all`. */
  median?: (s: Span) => SQL;
}

/**
 * Every figure once. A count and the list behind it read the same predicate, so that they agree.
 * The words for the reader are in the catalogue `statistics.figures`.
 */
export const figures = {
  received: { unit: "dispute", at: sql`d.registered_at`, all: (s) => within(sql`d.registered_at`, s) },
  accepted: { unit: "dispute", at: sql`life.accepted_at`, all: (s) => within(sql`life.accepted_at`, s) },
  notAccepted: { unit: "dispute", at: refusedAt, all: (s) => within(refusedAt, s) },
  open: { unit: "dispute", at: sql`life.accepted_at`, all: () => sql`coalesce(life.is_open, false)` },
  // A renegotiated version is no further agreement.
  agreed: {
    unit: "agreement",
    at: sql`a.effective_at`,
    all: (s) => sql`(a.replaces_id is null and ${within(sql`a.effective_at`, s)})`,
  },
  performed: {
    unit: "agreement",
    at: sql`owed.last_performed_at`,
    all: (s) => sql`(owed.stands and owed.is_performed and ${within(sql`owed.last_performed_at`, s)})`,
  },
  resolved: {
    unit: "dispute",
    at: sql`life.ended_at`,
    all: (s) => sql`(not life.is_open and life.is_settled and ${within(sql`life.ended_at`, s)})`,
  },
  untouched: {
    unit: "attempt",
    at: sql`p.ended_at`,
    all: (s) => sql`(app.is_untouched(p) and ${within(sql`p.ended_at`, s)})`,
  },
  resolutionRate: {
    unit: "dispute",
    at: sql`d.registered_at`,
    all: (s) => within(sql`d.registered_at`, s),
    those: () => sql`(not life.is_open and life.is_settled)`,
  },
  successRate: {
    unit: "attempt",
    at: sql`p.ended_at`,
    all: mediationConcluded,
    those: () => sql`p.outcome in ${agreed}`,
  },
  successOfAccepted: {
    unit: "attempt",
    at: sql`p.accepted_at`,
    all: (s) => sql`(${mediation} and ${within(sql`p.accepted_at`, s)})`,
    those: (
      s,
    ) => sql`case when p.ended_at <= ${s.asOf} then p.outcome in ${agreed} else exists (select from agreements a
      where a.county_id = p.county_id and a.proceeding_id = p.id and a.effective_at <= ${s.asOf}) end`,
  },
  performanceRate: {
    unit: "agreement",
    at: lastDueEnd,
    all: (s) =>
      sql`(owed.stands and a.effective_at <= ${s.asOf} and ${lastDueEnd} > ${s.from} and ${lastDueEnd} <= ${s.to} and ${lastDueEnd} <= ${s.asOf})`,
    those: () => sql`owed.is_performed`,
  },
  relapseRate: {
    unit: "attempt",
    at: sql`p.ended_at`,
    all: (s) => sql`(${settled} and ${within(sql`p.ended_at`, s)})`,
    those: (
      s,
    ) => sql`(exists (select from police_calls c where c.county_id = p.county_id and c.dispute_id = p.dispute_id
        and ${afterEnd} and c.called_at <= least(${s.asOf}, p.ended_at + make_interval(hours => 24 * ${s.relapseDays}::int)))
      or exists (select from disputes r where r.county_id = p.county_id and r.relapse_of = p.dispute_id and r.registered_at > p.ended_at
        and r.registered_at <= least(${s.asOf}, p.ended_at + make_interval(hours => 24 * ${s.relapseDays}::int)))
      or exists (select from proceedings again where again.county_id = p.county_id and again.dispute_id = p.dispute_id and again.ordinal > p.ordinal
        and again.accepted_at > p.ended_at and again.accepted_at <= least(${s.asOf}, p.ended_at + make_interval(hours => 24 * ${s.relapseDays}::int))))`,
  },
  medianDays: { unit: "attempt", at: sql`p.ended_at`, all: mediationConcluded, median: units.attempt.days },
  forceAsked: {
    unit: "invitation",
    at: sql`i.sent_at`,
    all: (s) => sql`(i.status <> 'withdrawn' and ${within(sql`i.sent_at`, s)})`,
  },
  /** Invitations that may still be answered are not in the denominator. */
  forceAccepted: {
    unit: "invitation",
    at: sql`i.sent_at`,
    all: (s) =>
      sql`(${within(sql`i.sent_at`, s)} and (i.status in ('accepted', 'declined', 'expired') or i.status in ('sent', 'seen') and i.answer_by <= ${s.asOf}))`,
    those: () => sql`i.status = 'accepted'`,
  },
  forceAttended: {
    unit: "seat",
    at: sql`s.starts_at`,
    all: (s) => sql`(${within(sql`s.starts_at`, s)} and sp.attendance in ('present', 'absent'))`,
    those: () => sql`sp.attendance = 'present'`,
  },
  forceAnswerHours: {
    unit: "invitation",
    at: sql`i.sent_at`,
    all: (s) => sql`(${within(sql`i.sent_at`, s)} and i.answered_at <= ${s.asOf})`,
    /** Answers are counted in whole seconds, which is how they are kept. */
    median: () => sql`floor(extract(epoch from i.answered_at - i.sent_at)) / 3600`,
  },
} as const satisfies Record<string, Figure>;
export type FigureKey = keyof typeof figures;
