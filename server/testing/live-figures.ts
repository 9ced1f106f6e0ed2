import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { FigureValues } from "../statistics/reads/count-figures";
import {
  countsAsOne,
  type Figure,
  type FigureKey,
  figures,
  type Span,
  type Unit,
  units,
} from "../statistics/reads/figures";

/** Names county and station (and more) of a figure's lines. */
type Scope = (unit: Unit) => SQL;

/** Counts one figure as a JSON value of a select list. */
function figureSql(key: FigureKey, span: Span, of: Scope): SQL {
  const figure: Figure = figures[key];
  const counted = figure.median
    ? sql`jsonb_build_object('numerator', count(*), 'denominator', null,
        'median', percentile_cont(0.5) within group (order by ${figure.median(span)}), 'longest', max(${figure.median(span)}))`
    : figure.those
      ? sql`jsonb_build_object('numerator', count(*) filter (where ${figure.those(span)}), 'denominator', count(*))`
      : sql`jsonb_build_object('numerator', count(*), 'denominator', null)`;
  return sql`(select ${counted} from ${units[figure.unit].from(span)} where ${of(figure.unit)} and ${countsAsOne(figure.unit, span)} and ${figure.all(span)})`;
}

/** Several figures of one station and span, counted from the disputes themselves by the predicates that lists use. */
export async function countFigures<K extends FigureKey>(
  tx: Tx,
  keys: readonly K[],
  span: Span,
  scope: Scope,
): Promise<FigureValues<K>> {
  const parts = keys.map((key) => sql`${sql.raw(`'${key}'`)}, ${figureSql(key, span, scope)}`);
  const [row] = await tx.execute<{ figures: FigureValues<K> }>(
    sql`select jsonb_build_object(${sql.join(parts, sql`, `)}) as figures`,
  );
  if (!row) throw new Error("no figures");
  return row.figures;
}
