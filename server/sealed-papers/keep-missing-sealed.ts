import { sql } from "drizzle-orm";
import { inEveryCounty } from "../kernel/every-county";
import { keepFile } from "./parts/keep-file";

/** So many in a night: an installation that had no sealed files before gets them over some nights. */
const most = 200;

/**
 * Makes the files of sealed agreements that have none: sealed before there were any, or given up by the queue. One that fails keeps
 * none of the others waiting, and is what this work fails with in the end. Those of the last hour are on their way.
 */
export async function keepMissingSealed(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 60 * 60_000).toISOString();
  const missing = await inEveryCounty("keepMissingSealed", now, async (tx, countyId) => {
    const rows = await tx.execute<{ agreementId: string }>(sql`
      select s.agreement_id as "agreementId" from seals s
      where s.county_id = ${countyId}::uuid and s.sealed_at < ${before}::timestamptz
        and not exists (select from sealed_papers f where f.county_id = s.county_id and f.agreement_id = s.agreement_id)
      order by s.sealed_at desc limit ${most}`);
    return rows.map(({ agreementId }) => ({ countyId, agreementId }));
  });
  const faults: unknown[] = [];
  for (const one of missing.flat().slice(0, most)) await keepFile(one, now).catch((error) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
