import { type SQL, sql } from "drizzle-orm";
import { afterOfficeHours } from "../../rules/office-hours";
import type { officeOf } from "../../rules/queries";

/** Whether somebody in office keeps the point of the clue `q`, in their main role or in one beside it, and so takes the first step. */
export const isKept = (
  q: SQL,
): SQL => sql`(exists (select from people h where h.county_id = ${q}.county_id and h.point_id = ${q}.point_id
    and h.role in ('gridMember', 'expert') and h.disabled_at is null)
  or exists (select from person_roles k join people h on h.county_id = k.county_id and h.id = k.person_id and h.disabled_at is null
    where k.county_id = ${q}.county_id and k.point_id = ${q}.point_id and app.is_held(k, app.day_of(app.now()))))`;

/** Until when the keeper of its point takes the first step for a clue. */
export const firstStepBy = (reportedAt: Date, office: Awaited<ReturnType<typeof officeOf>>): Date =>
  afterOfficeHours(reportedAt, office.rules["clue.firstHours"], office);
