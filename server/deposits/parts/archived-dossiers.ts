import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RetentionClass } from "@/db/vocabulary";
import { withForerunners } from "../../places/parts/with-forerunners";

/** An archived dossier of people's mediation. Days are 'YYYY-MM-DD'. */
export interface ArchivedDossier {
  proceedingId: string;
  disputeId: string;
  dossierNumber: string;
  title: string;
  archivedOn: string;
  retention: RetentionClass;
  /** Whether it is on a list already. */
  isDeposited: boolean;
}

/** Those of a committee and of whoever gave its work to it that the reader may read and that meet the condition, in the order of archiving. */
export function archivedDossiers(
  tx: Tx,
  { countyId, committeeId, where, most }: { countyId: string; committeeId: string; where: SQL; most: number },
): Promise<ArchivedDossier[]> {
  return tx.execute<ArchivedDossier & Record<string, unknown>>(sql`
    select p.id as "proceedingId", p.dispute_id as "disputeId", p.dossier_number as "dossierNumber", d.title,
      (p.archived_at at time zone 'Asia/Shanghai')::date::text as "archivedOn", coalesce(p.retention, 'long') as retention,
      x.id is not null as "isDeposited"
    from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
      left join deposited_dossiers x on x.county_id = p.county_id and x.proceeding_id = p.id
    where p.county_id = ${countyId}::uuid and p.track = 'peoples' and p.archived_at is not null and p.dossier_number is not null
      and p.committee_id = any (${withForerunners(countyId, committeeId)}) and ${where}
    order by p.archived_at, p.id limit ${most}`);
}
