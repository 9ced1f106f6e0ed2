import { type SQL, sql } from "drizzle-orm";
import { dayOf } from "../kernel/shanghai";
import { ruleOn } from "../rules/queries";

/** Can come · can if need be · cannot · nobody knows. */
export type Presence = "can" | "ifNeedBe" | "cannot" | "unknown";

/**
 * The rows of `app.presence_among` for a larger statement: person_id, state (a `Presence`) and is_taken. `people` is an
 * array of ids, `during` a range, `booking` what they are asked for: their own hours of it do not count, and its room says
 * where it is. How long the way between two places takes is the county's rule of that day.
 */
export const presenceAmong = (of: { countyId: string; people: SQL; during: SQL; booking: SQL; now: Date }): SQL =>
  sql`app.presence_among(${of.countyId}::uuid, ${of.people}, ${of.during}, ${of.booking}, null, ${ruleOn("travel.minutes", of.countyId, dayOf(of.now))})`;
