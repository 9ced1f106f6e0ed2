import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import { addMonths, instantOf } from "../../kernel/shanghai";
import { paperList } from "../../papers/parts/paper-list";
import { countsOfAll } from "../../papers/parts/papers-of";
import { withForerunners } from "../../places/parts/with-forerunners";
import { rulesOfDays } from "../../rules/queries";
import { type Subsidy, subsidyOf } from "./subsidy-of";

/** A matter of a month with what is paid for it. */
export interface SubsidyMatter extends Subsidy {
  disputeId: string;
  proceedingId: string;
  number: string;
  title: string;
  dossierNumber: string | null;
  leadPersonId: string;
  leadName: string;
  /** The day on which it was archived, or ended where it still waits for that, 'YYYY-MM-DD'. */
  day: string;
}

type Filed = Omit<SubsidyMatter, keyof Subsidy> & {
  committeeId: string;
  isArchived: boolean;
  isMerged: boolean;
  isDue: boolean;
};

/** Which matters are asked for: of the months from one to another ('YYYY-MM', both within), and some by their proceedings. */
export interface Due {
  from: string;
  until: string;
  proceedingIds?: readonly string[];
}

/**
 * The people's mediation of the committee that was archived in some months, or ended in them and waits for that, with what the
 * county's rules of that day give for each. A dispute is paid for once: by its first dossier that nothing blocks. A mediator sees
 * what they led. Matters closed to the reader are not among them.
 */
export async function mattersDue(
  tx: Tx,
  { actor, committeeId, today }: { actor: PersonActor; committeeId: string; today: string },
  due: Due,
): Promise<SubsidyMatter[]> {
  const { countyId } = actor;
  const filed = await filedIn(tx, actor, committeeId, due);
  const days = [...new Set([today, ...filed.map(({ day }) => day)])];
  const [counts, rulesOf] = await Promise.all([
    countsOfAll(
      tx,
      countyId,
      filed.map(({ proceedingId }) => proceedingId),
    ),
    rulesOfDays(tx, countyId, days),
  ]);
  const paidAs = new Map<string, string>();
  return filed.flatMap(({ committeeId: ofCommittee, isArchived, isMerged, isDue, ...matter }): SubsidyMatter[] => {
    const counted = counts.get(matter.proceedingId);
    const owned = { committeeId: ofCommittee, track: "peoples" as const };
    // As the page of the dossier lists them.
    const day = isArchived ? matter.day : today;
    const [rules, rulesOfList] = [rulesOf.get(matter.day)?.(owned), rulesOf.get(day)?.(owned)];
    if (!counted || !rules || !rulesOfList) return [];
    const papers = paperList("peoples", counted, { day, simpleSessions: rulesOfList["papers.simpleSessions"] });
    const before = paidAs.get(matter.disputeId) ?? null;
    const subsidy = subsidyOf({ counted, papers, isArchived, isMerged, paidAs: before, rules });
    if (!subsidy.block && matter.dossierNumber) paidAs.set(matter.disputeId, matter.dossierNumber);
    return isDue ? [{ ...matter, ...subsidy }] : [];
  });
}

/** Those that are due, and what was archived of the same disputes until the end of these months, oldest first. */
async function filedIn(tx: Tx, actor: PersonActor, committeeId: string, due: Due): Promise<Filed[]> {
  const [from, until] = [`${due.from}-01`, addMonths(`${due.until}-01`, 1)].map((day) =>
    instantOf(day, "00:00").toISOString(),
  );
  const own = actor.role === "mediator" ? sql`and p.lead_person_id = ${actor.personId}::uuid` : sql``;
  const filedAt = sql`coalesce(p.archived_at, p.ended_at)`;
  const ofCommittee = sql`p.county_id = ${actor.countyId}::uuid and p.track = 'peoples'
    and p.committee_id = any (${withForerunners(actor.countyId, committeeId)}) ${own}`;
  const rows = await tx.execute<Filed & Record<string, unknown>>(sql`
    with due as materialized (
      select p.county_id, p.id, p.dispute_id from proceedings p
      where ${ofCommittee} and p.archived_at >= ${from}::timestamptz and p.archived_at < ${until}::timestamptz
      union all
      select p.county_id, p.id, p.dispute_id from proceedings p
      where ${ofCommittee} and p.archived_at is null and p.outcome <> 'merged'
        and p.ended_at >= ${from}::timestamptz and p.ended_at < ${until}::timestamptz ${named(ofCommittee, due)})
    select p.dispute_id as "disputeId", p.id as "proceedingId", d.number, d.title, p.dossier_number as "dossierNumber",
      p.committee_id as "committeeId", p.lead_person_id as "leadPersonId", w.name as "leadName",
      (${filedAt} at time zone 'Asia/Shanghai')::date::text as day, p.archived_at is not null as "isArchived",
      p.outcome = 'merged' as "isMerged", exists (select from due where due.id = p.id) as "isDue"
    from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
    join people w on w.county_id = p.county_id and w.id = p.lead_person_id
    where p.county_id = ${actor.countyId}::uuid and p.dispute_id = any (array(select due.dispute_id from due)) and p.track = 'peoples'
      and (exists (select from due where due.id = p.id) or p.archived_at < ${until}::timestamptz and p.outcome <> 'merged')
    order by ${filedAt}, p.id`);
  return [...rows];
}

/** Those that are asked for by their proceedings, wherever they are now. */
const named = (ofCommittee: SQL, { proceedingIds = [] }: Due): SQL =>
  proceedingIds.length === 0
    ? sql``
    : sql`union all select p.county_id, p.id, p.dispute_id from proceedings p
      where ${ofCommittee} and p.ended_at is not null and p.id = any (${`{${proceedingIds.join(",")}}`}::uuid[])`;
