import { type SQL, sql } from "drizzle-orm";
import { requireRole } from "../../access/gate";
import { type PersonActor, systemActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { withForerunners } from "../../places/parts/with-forerunners";
import { type CommitteeFigure, committeeFigureKeys } from "../choices";
import type { CommitteeListInput, OverviewInput } from "../inputs";
import { countsAsOne, type Figure, figures, type Span, units } from "./figures";
import { type DrillPage, listLines } from "./list-drill";
import { basisDays, type Days, periodDays, spanOf } from "./measure-span";

/** The clock of people's mediation that a proceeding runs against; stopped by an agreement in force or by its end. */
const term = sql`(select c from clocks c where c.county_id = p.county_id and c.proceeding_id = p.id and c.kind = 'peoplesMonth')`;

/** What a committee head is shown: the definitions of the overview, and one that only a committee answers for. */
const committeeFigures: Record<CommitteeFigure, Figure> = {
  successRate: figures.successRate,
  performanceRate: figures.performanceRate,
  withinTerm: {
    unit: "attempt",
    at: sql`p.ended_at`,
    all: (
      s,
    ) => sql`(p.track = 'peoples' and p.ended_at >= ${s.from} and p.ended_at < ${s.to} and p.ended_at <= ${s.asOf}
      and (${term}).stopped_on is not null)`,
    those: () => sql`(${term}).stopped_on <= (${term}).due_on`,
  },
};

/**
 * Of the head's own committee, and of those that gave their work to it: people's mediation alone, and nothing of what is closed to
 * most people. The rates are counted as the system, since row-level security, asked of each row of years, cost ten times as much;
 * their lists are read with the head's own rights.
 */
const ofCommittee = (countyId: string, committeeId: string): SQL =>
  sql`p.county_id = ${countyId}::uuid and p.track = 'peoples' and not exists (select from dispute_restrictions x
      where x.county_id = p.county_id and x.dispute_id = p.dispute_id and x.released_at is null)
    and p.committee_id = any (${withForerunners(countyId, committeeId)})`;

const behind = (figure: Figure, span: Span, scope: SQL): SQL =>
  sql`${units[figure.unit].from(span)} where ${scope} and ${countsAsOne(figure.unit, span)} and ${figure.all(span)}`;

/** The counts of each period in one statement: a period beside the name under which its rows come back. */
const countsOf = (spans: Readonly<Record<string, Span>>, scope: SQL): SQL =>
  sql.join(
    Object.entries(spans).flatMap(([of, span]) =>
      committeeFigureKeys.map((key) => {
        const figure = committeeFigures[key];
        return sql`select ${of} as of, ${key} as key, (count(*) filter (where ${figure.those?.(span) ?? sql`true`}))::int as numerator, count(*)::int as denominator
        from ${behind(figure, span, scope)}`;
      }),
    ),
    sql` union all `,
  );

type Values = Record<CommitteeFigure, { numerator: number; denominator: number }>;
interface Counted extends Record<string, unknown> {
  of: "now" | "before";
  key: CommitteeFigure;
  numerator: number;
  denominator: number;
}
export interface CommitteeFigures {
  days: Days;
  figures: Values;
  figuresBefore: Values;
}

/** Asked here as well, since the rates are counted as the system. */
function ownCommittee(actor: PersonActor): string {
  requireRole(actor, "committee.read");
  if (!actor.committeeId) throw forbidden();
  return actor.committeeId;
}

/** The rates of the head's committee in a period, and in the one it is compared with. */
export function readCommitteeFigures(ctx: Context, { period, comparison }: OverviewInput): Promise<CommitteeFigures> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  const committeeId = ownCommittee(actor);
  const days = periodDays(period, dayOf(now));
  const before = basisDays(days, comparison);
  const scope = ofCommittee(countyId, committeeId);
  return asActor({ actor: systemActor(countyId, "committee.read"), now }, async (tx) => {
    const rows = await tx.execute<Counted>(
      countsOf({ now: spanOf(days, now, 0), before: spanOf(before, now, 0) }, scope),
    );
    const valuesOf = (of: Counted["of"]) =>
      Object.fromEntries(rows.flatMap(({ of: its, key, ...counts }) => (its === of ? [[key, counts]] : []))) as Values;
    return { days, figures: valuesOf("now"), figuresBefore: valuesOf("before") };
  });
}

/** The list behind one part of a rate, by the very predicate the rate is counted with. */
export function committeeList(ctx: Context, input: CommitteeListInput): Promise<DrillPage & { days: Days }> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  const committeeId = ownCommittee(actor);
  const days = basisDays(periodDays(input.period, dayOf(now)), input.basis);
  return asActor(ctx, async (tx) => {
    const within = { span: spanOf(days, now, 0), scope: ofCommittee(countyId, committeeId) };
    return { ...(await listLines(tx, committeeFigures[input.figure], input, within)), days };
  });
}
