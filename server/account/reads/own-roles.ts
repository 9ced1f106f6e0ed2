import { sql } from "drizzle-orm";
import type { Role } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";

/** A role that somebody may act in; the main one has no id. */
export interface OwnRole {
  id: string | null;
  role: Role;
  isActing: boolean;
  untilOn: string | null;
}

/** The actor's roles of today, the main one first. */
export function ownRoles(ctx: Context): Promise<OwnRole[]> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<OwnRole & Record<string, unknown>>(sql`
      select null as id, p.role, p.role = ${actor.role}::role as "isActing", null as "untilOn" from people p
      where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid
      union all
      (select r.id, r.role, r.role = ${actor.role}::role, r.until_on::text from person_roles r
      where r.county_id = ${actor.countyId}::uuid and r.person_id = ${actor.personId}::uuid and app.is_held(r, ${dayOf(now)}::date)
      order by r.role)`);
    return [...rows];
  });
}
