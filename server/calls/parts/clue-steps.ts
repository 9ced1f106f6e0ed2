import { type SQL, sql } from "drizzle-orm";
import type { ClueStepKind } from "@/db/vocabulary";
import { isoText } from "../../kernel/iso-text";

/** What the keeper of its point did about a clue. */
export interface ClueStep {
  kind: ClueStepKind;
  note: string;
  by: string;
  at: string;
}

/** The steps of a clue by their days, those of one day as they were entered, as JSON; `q` is its row. */
export const stepsOf = (q: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('kind', k.kind, 'note', k.note, 'by', w.name, 'at', ${isoText(sql`k.taken_at`)}) order by app.day_of(k.taken_at), k.id), '[]')
  from clue_steps k join people w on (w.county_id, w.id) = (k.county_id, k.taken_by)
  where k.county_id = ${q}.county_id and k.clue_id = ${q}.id)`;
