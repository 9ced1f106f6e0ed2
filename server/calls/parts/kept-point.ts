import { type SQL, sql } from "drizzle-orm";
import { afterOfficeHours } from "../../rules/office-hours";
import type { officeOf } from "../../rules/queries";

/** Whether somebody in office keeps the point of the clue `q`, in their main role or in one beside it, and so takes the first step. */
export const isKept = (q: SQL): SQL => sql`exists (select from app.keepers_of(${q}.county_id, ${q}.point_id))`;

/** Until when the keeper of its point takes the first step for a clue. */
export const firstStepBy = (reportedAt: Date, office: Awaited<ReturnType<typeof officeOf>>): Date =>
  afterOfficeHours(reportedAt, office.rules["clue.firstHours"], office);
