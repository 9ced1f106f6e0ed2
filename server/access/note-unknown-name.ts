import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { systemActor } from "../kernel/actor";
import { noteAudit } from "../kernel/audit";
import { dayOf } from "../kernel/shanghai";
import { ruleOn } from "../rules/queries";

const hourMs = 3_600_000;

/** A mark of what was typed: the same name has the same one, and nobody reads the name from it, which may be a password. */
const markOf = (name: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`unknown name\n${name}`)
    .digest("hex")
    .slice(0, 12);

/**
 * Leaves an entry of a try to sign in with a name of no account. It belongs to no county, so each one's administrator reads
 * it; no more in an hour than the county's rule says, so that nobody fills the audit by guessing.
 */
export async function noteUnknownName(name: string, origin: string | null, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const end = sql`${new Date(now.getTime() + hourMs).toISOString()}::timestamptz`;
  const counties = await systemDatabase().execute<{ id: string }>(sql`
    with tried as (insert into rate_limits as r (key, points, expire) values ('unknownName', 1, ${end})
      on conflict (key) do update set points = case when r.expire <= ${at} then 1 else r.points + 1 end,
        expire = case when r.expire <= ${at} then excluded.expire else r.expire end returning points)
    select c.id from counties c, tried where tried.points <= ${ruleOn("signIn.unknownPerHour", sql`c.id`, dayOf(now))} order by c.id`);
  const terms = [`#${markOf(name)}`, ...(origin ? [origin] : [])];
  for (const { id } of counties)
    await noteAudit({ actor: systemActor(id, "signIn"), now }, "audit.failSignIn", { code: "unknownName", terms });
}
