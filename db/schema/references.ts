import { type AnyPgColumn, foreignKey } from "drizzle-orm/pg-core";

type ColumnOf<Table extends string> = AnyPgColumn<{ tableName: Table }>;

/** Points at a row of the same county: (county_id, `from`) references (county_id, id) of `to`. */
export function inCounty<Own extends string, Other extends string>(
  name: string,
  t: { countyId: ColumnOf<Own> },
  from: ColumnOf<NoInfer<Own>>,
  to: { countyId: ColumnOf<Other>; id: ColumnOf<Other> },
) {
  return foreignKey({ name, columns: [t.countyId, from], foreignColumns: [to.countyId, to.id] });
}

/** Points at a row of the same dispute: (county_id, dispute_id, `from`) references (county_id, dispute_id, id) of `to`. */
export function inDispute<Own extends string, Other extends string>(
  name: string,
  t: { countyId: ColumnOf<Own>; disputeId: ColumnOf<Own> },
  from: ColumnOf<NoInfer<Own>>,
  to: { countyId: ColumnOf<Other>; disputeId: ColumnOf<Other>; id: ColumnOf<Other> },
) {
  return foreignKey({
    name,
    columns: [t.countyId, t.disputeId, from],
    foreignColumns: [to.countyId, to.disputeId, to.id],
  });
}

type Columns<Table extends string> = [ColumnOf<Table>, ColumnOf<Table>, ...ColumnOf<Table>[]];

/** Points at a row by other columns than its id; both lists begin with the county and go pair by pair. */
export function byColumns<Own extends string, Other extends string, From extends Columns<Own>>(
  name: string,
  columns: From,
  foreignColumns: { [Each in keyof From]: ColumnOf<Other> },
) {
  return foreignKey<Own, Other, From>({ name, columns, foreignColumns });
}
