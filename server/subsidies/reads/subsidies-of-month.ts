import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { addMonths, dayOf, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { paperList } from "../../papers/parts/paper-list";
import { countsOfAll } from "../../papers/parts/papers-of";
import { withForerunners } from "../../places/parts/with-forerunners";
import { rulesOfDays } from "../../rules/queries";
import type { SubsidyQuery } from "../inputs";
import { type Subsidy, subsidyOf } from "../parts/subsidy-of";

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
export interface SubsidyMediator {
  personId: string;
  name: string;
  paid: number;
  paidFen: number;
  blocked: number;
  blockedFen: number;
}
export interface SubsidyMonth {
  /** 'YYYY-MM'. */
  month: string;
  /** The months beside it; after the current one there is none. */
  previous: string;
  following: string | null;
  committeeName: string;
  mediators: SubsidyMediator[];
  matters: SubsidyMatter[];
}

type Filed = Omit<SubsidyMatter, keyof Subsidy> & {
  committeeId: string;
  isArchived: boolean;
  isOfMonth: boolean;
};

/**
 * The people's mediation of the committee that was archived in a month, or ended in it and waits for that, with what the
 * county's rules of that day give for each. A dispute is paid for once: by its first dossier that nothing blocks. A mediator
 * sees what they led. Matters closed to the reader are not among them.
 */
export async function subsidiesOfMonth(ctx: Context, { month: asked }: SubsidyQuery): Promise<SubsidyMonth> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const month = asked ?? today.slice(0, 7);
  const { countyId, committeeId } = actor;
  if (!committeeId) throw forbidden();
  return asActor(ctx, async (tx) => {
    const [filed, [committee]] = await Promise.all([
      filedIn(tx, actor, committeeId, month),
      tx.execute<{ name: string }>(
        sql`select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid`,
      ),
    ]);
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
    const matters = filed.flatMap(({ committeeId: ofCommittee, isArchived, isOfMonth, ...matter }): SubsidyMatter[] => {
      const counted = counts.get(matter.proceedingId);
      const owned = { committeeId: ofCommittee, track: "peoples" as const };
      // As the page of the dossier lists them.
      const day = isArchived ? matter.day : today;
      const [rules, rulesOfList] = [rulesOf.get(matter.day)?.(owned), rulesOf.get(day)?.(owned)];
      if (!counted || !rules || !rulesOfList) return [];
      const papers = paperList("peoples", counted, { day, simpleSessions: rulesOfList["papers.simpleSessions"] });
      const before = paidAs.get(matter.disputeId) ?? null;
      const subsidy = subsidyOf({ counted, papers, isArchived, paidAs: before, rules });
      if (!subsidy.block && matter.dossierNumber) paidAs.set(matter.disputeId, matter.dossierNumber);
      return isOfMonth ? [{ ...matter, ...subsidy }] : [];
    });
    const beside = (by: number) => addMonths(`${month}-01`, by).slice(0, 7);
    const following = month < today.slice(0, 7) ? beside(1) : null;
    return {
      month,
      previous: beside(-1),
      following,
      committeeName: committee?.name ?? "",
      mediators: mediatorsOf(matters),
      matters,
    };
  });
}

/** Those of the month, and what was archived of the same disputes until its end, oldest first. */
async function filedIn(tx: Tx, actor: PersonActor, committeeId: string, month: string): Promise<Filed[]> {
  const first = `${month}-01`;
  const [from, until] = [first, addMonths(first, 1)].map((day) => instantOf(day, "00:00").toISOString());
  const own = actor.role === "mediator" ? sql`and p.lead_person_id = ${actor.personId}::uuid` : sql``;
  const filedAt = sql`coalesce(p.archived_at, p.ended_at)`;
  const ofCommittee = sql`p.county_id = ${actor.countyId}::uuid and p.track = 'peoples'
    and p.committee_id = any (${withForerunners(actor.countyId, committeeId)})`;
  const rows = await tx.execute<Filed & Record<string, unknown>>(sql`
    with due as materialized (
      select p.county_id, p.id, p.dispute_id from proceedings p
      where ${ofCommittee} and p.archived_at >= ${from}::timestamptz and p.archived_at < ${until}::timestamptz ${own}
      union all
      select p.county_id, p.id, p.dispute_id from proceedings p
      where ${ofCommittee} and p.archived_at is null and p.outcome <> 'merged'
        and p.ended_at >= ${from}::timestamptz and p.ended_at < ${until}::timestamptz ${own})
    select p.dispute_id as "disputeId", p.id as "proceedingId", d.number, d.title, p.dossier_number as "dossierNumber",
      p.committee_id as "committeeId", p.lead_person_id as "leadPersonId", w.name as "leadName",
      (${filedAt} at time zone 'Asia/Shanghai')::date::text as day, p.archived_at is not null as "isArchived",
      exists (select from due where due.id = p.id) as "isOfMonth"
    from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
    join people w on w.county_id = p.county_id and w.id = p.lead_person_id
    where p.county_id = ${actor.countyId}::uuid and p.dispute_id = any (array(select due.dispute_id from due)) and p.track = 'peoples'
      and (exists (select from due where due.id = p.id) or p.archived_at < ${until}::timestamptz and p.outcome <> 'merged')
    order by ${filedAt}, p.id`);
  return [...rows];
}

/** What comes to each who led, by name. */
function mediatorsOf(matters: readonly SubsidyMatter[]): SubsidyMediator[] {
  const found = new Map<string, SubsidyMediator>();
  for (const { leadPersonId: personId, leadName: name, amountFen, block } of matters) {
    const sum = found.get(personId) ?? { personId, name, paid: 0, paidFen: 0, blocked: 0, blockedFen: 0 };
    found.set(personId, {
      ...sum,
      ...(block
        ? { blocked: sum.blocked + 1, blockedFen: sum.blockedFen + amountFen }
        : { paid: sum.paid + 1, paidFen: sum.paidFen + amountFen }),
    });
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "zh"));
}
