import { type SQL, sql } from "drizzle-orm";

/** How many different incidents calls `c` report: several callers of one incident count once. The one way calls are counted. */
export const incidentCount = sql`count(distinct c.incident_id)::int`;

/** Incidents of a group inside the window that ends with its newest call: what it is alerted for (rule repeat.windowDays). */
export const incidentsOfGroup = (of: { countyId: SQL; groupId: SQL; windowHours: SQL }): SQL => sql`(
  select ${incidentCount} from police_calls c where c.county_id = ${of.countyId} and c.group_id = ${of.groupId} and c.called_at > (
    select max(newest.called_at) from police_calls newest where newest.county_id = c.county_id and newest.group_id = c.group_id)
    - make_interval(hours => ${of.windowHours}::int))`;
