import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId } from "./columns";
import { counties } from "./places";

/** A partner unit of the forces (court, law firm, property company …). Its lead is told when its people do not answer; the lead need not be a user. */
export const units = pgTable(
  "units",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    leadName: text("lead_name").notNull().default(""),
    leadPhone: text("lead_phone").notNull().default(""),
    leadEmail: text("lead_email").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.id] }), unique("units_name_once").on(t.countyId, t.name)],
);
