import { customType, date, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant key; first column of every growing table and of each of its keys. */
export const countyId = () => uuid("county_id").notNull();

/** A reference inside the county; the composite foreign key is declared on the table. */
export const ref = (name: string) => uuid(name);

/** An instant, stored as timestamptz with milliseconds. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** How often a row was changed, plus one: raised by a trigger, compared by `updateInVersion`. */
export const rowVersion = () => integer("version").notNull().default(1);

/** A calendar day in Asia/Shanghai, as 'YYYY-MM-DD'. */
export const day = (name: string) => date(name, { mode: "string" });

/** A half-open time range as PostgreSQL prints it: ["2026-11-26 14:30+08","2026-11-26 16:00+08"). */
export const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });
