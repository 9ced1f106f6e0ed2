import { sql } from "drizzle-orm";
import { requireRole } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { dayOf, yearOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { withForerunners } from "../../places/parts/with-forerunners";
import { depositMost } from "../choices";
import type { DepositsQuery } from "../inputs";
import { type ArchivedDossier, archivedDossiers } from "../parts/archived-dossiers";

/** A list that was made. */
export interface DepositLine {
  id: string;
  year: number;
  ordinal: number;
  /** 'YYYY-MM-DD'. */
  depositedOn: string;
  recipient: string;
  location: string;
  by: string;
  dossiers: number;
  /** Whether the worker has drawn it. */
  isDrawn: boolean;
}
export interface DepositSheet {
  committeeName: string;
  year: number;
  /** Years with dossiers that are on no list, and how many each has. */
  years: { year: number; left: number }[];
  /** Those of the year, as many as one list holds. */
  dossiers: ArchivedDossier[];
  deposits: DepositLine[];
  today: string;
}

/**
 * The archived dossiers of the head's committee that are still with it, by the year of archiving, and the lists of those that it
 * gave to an archive. Matters closed to the head are not among them.
 */
export async function depositSheet(ctx: Context, { year: asked }: DepositsQuery): Promise<DepositSheet> {
  const { actor, now } = ctx;
  const { countyId, committeeId } = actor;
  requireRole(actor, "deposit.read");
  if (!committeeId) throw forbidden();
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<
      Pick<DepositSheet, "committeeName" | "years" | "deposits"> & Record<string, unknown>
    >(sql`
      select (select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid) as "committeeName",
        (select coalesce(json_agg(json_build_object('year', y.year, 'left', y.count) order by y.year), '[]') from (
          select extract(year from k.archived_at at time zone 'Asia/Shanghai')::int as year, count(*)::int as count
          from app.kept_dossiers(${countyId}::uuid) k group by 1) y) as years,
        (select coalesce(json_agg(json_build_object('id', l.id, 'year', l.year, 'ordinal', l.ordinal, 'depositedOn', l.deposited_on,
            'recipient', l.recipient, 'location', l.location, 'by', w.name, 'isDrawn', l.pdf_sha256 is not null,
            'dossiers', app.dossiers_on(l.county_id, l.id))
            order by l.year desc, l.ordinal desc), '[]')
          from (select * from deposits where county_id = ${countyId}::uuid and committee_id = any (${withForerunners(countyId, committeeId)})
            order by year desc, ordinal desc limit 60) l join people w on w.county_id = l.county_id and w.id = l.deposited_by) as deposits`);
    const years = found?.years ?? [];
    const year = asked ?? years[0]?.year ?? yearOf(now);
    // Chosen before they are read: a general plan does not know how few of a year's dossiers one list holds.
    const chosen = sql`p.id = any (array(select k.proceeding_id from app.kept_dossiers(${countyId}::uuid) k
      where k.archived_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')
        and k.archived_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'Asia/Shanghai')
      order by k.archived_at, k.proceeding_id limit ${depositMost}))`;
    return {
      ...{ committeeName: found?.committeeName ?? "", year, years, deposits: found?.deposits ?? [] },
      dossiers: await archivedDossiers(tx, { countyId, committeeId, where: chosen, most: depositMost }),
      today: dayOf(now),
    };
  });
}
