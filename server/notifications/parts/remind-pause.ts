import { type SQL, sql } from "drizzle-orm";
import type { Rules } from "../../rules/defaults";

/** When the invitee of invitation `i` was last asked: by the invitation itself, or reminded of it. */
export const lastAskedAt = (i: SQL): SQL => sql`
  greatest(${i}.sent_at, (select to_timestamp(max(e.at_us) / 1000000.0) from events e
    where e.county_id = ${i}.county_id and e.dispute_id = ${i}.dispute_id and e.action = 'invitation.remind'
      and e.payload::jsonb->>'invitation' = ${i}.id::text))`;

/** From when somebody who was last asked at this moment may be reminded, by the county's rule. */
export const remindableFrom = (lastAsked: string, rules: Rules): Date =>
  new Date(new Date(lastAsked).getTime() + rules["invitation.remindHours"] * 3_600_000);
