import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType, Outcome, RiskLevel, Track } from "@/db/vocabulary";
import { isoText } from "../../kernel/iso-text";
import type { DrillFilter, DrillInput } from "../inputs";
import { ageIs } from "./ages";
import { countsAsOne, type Figure, figures, type Span, units } from "./figures";

/** One line behind a figure. `at` is the time by which it is counted, ISO text. */
export interface DrillRow {
  id: string;
  disputeId: string;
  number: string;
  title: string;
  place: string;
  type: DisputeType;
  risk: RiskLevel;
  at: string;
  track: Track | null;
  outcome: Outcome | null;
  days: number | null;
  /** Whether it is in the numerator; always true for a plain count. */
  isCounted: boolean;
  /** Who was asked, in lists about helpers. */
  person: string | null;
}
export interface DrillPage {
  rows: DrillRow[];
  /** How many lines there are in all; equals the figure. */
  total: number;
  /** And in the other part of a rate. */
  otherTotal: number;
  next: { at: string; id: string } | null;
}

const pageSize = 50;

function filterSql(filter: DrillFilter, figure: Figure, span: Span): SQL {
  const parts: SQL[] = [sql`true`];
  if (filter.pointId === "none") parts.push(sql`d.counted_point_id is null`);
  else if (filter.pointId) parts.push(sql`d.counted_point_id = ${filter.pointId}::uuid`);
  if (filter.risk) parts.push(sql`d.risk = ${filter.risk}::risk_level`);
  if (filter.age && figure.unit === "dispute") parts.push(ageIs(filter.age, units.dispute.days(span)));
  if (filter.force && (figure.unit === "invitation" || figure.unit === "seat"))
    parts.push(sql`i.force_code = ${filter.force}`);
  return sql.join(parts, sql` and `);
}

/** The list behind one part of a figure, by the very predicate the figure is counted with. */
export const listDrill = (tx: Tx, input: DrillInput, span: Span, scope: SQL): Promise<DrillPage> =>
  listLines(tx, figures[input.figure], input, { span, scope });

type LinesAsked = Pick<DrillInput, "part" | "cursor"> & { filter?: DrillFilter };

/** The same of a figure that is given whole. */
export async function listLines(
  tx: Tx,
  figure: Figure,
  input: LinesAsked,
  { span, scope }: { span: Span; scope: SQL },
): Promise<DrillPage> {
  const unit = units[figure.unit];
  const isHelper = figure.unit === "invitation" || figure.unit === "seat";
  const those = figure.those?.(span) ?? sql`true`;
  const all = sql`${unit.from(span)} ${isHelper ? sql`left join people who on who.county_id = i.county_id and who.id = i.person_id` : sql``}
    where ${scope} and ${countsAsOne(figure.unit, span)} and ${figure.all(span)} and ${filterSql(input.filter ?? {}, figure, span)}`;
  const isNumerator = input.part === "numerator";
  const after = input.cursor
    ? sql`and (date_trunc('milliseconds', ${figure.at}), ${unit.key}) < (${input.cursor.at}::timestamptz, ${input.cursor.id}::uuid)`
    : sql``;
  const rowsAsked = tx.execute<DrillRow & Record<string, unknown>>(sql`
    select ${unit.key} as id, d.id as "disputeId", d.number, d.title, d.place, d.type, d.risk, ${isoText(figure.at)} as at,
      ${unit.track} as track, ${unit.outcome} as outcome, (${unit.days(span)})::int as days, coalesce(${those}, false) as "isCounted",
      ${isHelper ? sql`who.name` : sql`null::text`} as person
    from ${all} ${isNumerator ? sql`and ${those}` : sql``} ${after} order by date_trunc('milliseconds', ${figure.at}) desc, ${unit.key} desc limit ${pageSize + 1}`);
  const counted = tx.execute<{ numerator: number; denominator: number }>(
    sql`select (count(*) filter (where ${those}))::int as numerator, count(*)::int as denominator from ${all}`,
  );
  const [rows, [sum]] = await Promise.all([rowsAsked, counted]);
  const { numerator = 0, denominator = 0 } = sum ?? {};
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const [total, otherTotal] = isNumerator ? [numerator, denominator] : [denominator, numerator];
  return { rows: page, total, otherTotal, next: last ? { at: last.at, id: last.id } : null };
}
