import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depositedDossiers, deposits } from "@/db/schema/deposits";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, forbidden, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { checkGlyphs } from "../papers/draw/check-glyphs";
import { sheetOf } from "../papers/draw/sheet";
import { type DepositedFacts, depositPaper } from "../papers/forms/deposit";
import { keepSource } from "../papers/parts/paper-source";
import { keptFor, retentionYears } from "../papers/words/retention";
import { rulesOfDays } from "../rules/queries";
import type { DepositInput } from "./inputs";
import { type ArchivedDossier, archivedDossiers } from "./parts/archived-dossiers";

interface Office {
  countyId: string;
  committeeId: string;
}

/**
 * Archived dossiers go from the committee to an archive, all on one list with a number of its own; each matter says from now on
 * where its dossier lies. The list is drawn by the worker. Refuses with notFound (one that is not archived, of another committee
 * or closed to the head), dossierDeposited (numbers), dayInFuture, dayTooEarly and paperGlyphMissing.
 */
export function recordDeposit(ctx: ActContext, input: DepositInput): Promise<{ depositId: string }> {
  const { actor, now } = ctx;
  const { countyId, personId, committeeId } = actor;
  return act(
    ctx,
    "deposit.make",
    input,
    (who) => requireRole(who, "deposit.make"),
    async (tx) => {
      if (!committeeId) throw forbidden();
      const { depositedOn, recipient, location } = input;
      const office = { countyId, committeeId };
      const place = { year: Number(depositedOn.slice(0, 4)), ordinal: await nextOrdinal(tx, office, depositedOn) };
      const dossiers = await chosen(tx, office, input.proceedingIds);
      checkHappened(depositedOn, { now, earliest: dossiers.at(-1)?.archivedOn ?? depositedOn });
      const listed = await withPages(tx, countyId, dossiers);
      const sourceSha256 = await keptWords(tx, office, { ...input, ...place, listed });
      const depositId = newId(now);
      await tx.insert(deposits).values({
        ...{ ...office, id: depositId, ...place, depositedOn, recipient, location },
        ...{ sourceSha256, depositedBy: personId, depositedAt: now },
      });
      await tx.insert(depositedDossiers).values(
        listed.map(({ disputeId, proceedingId, pages }, i) => ({
          ...{ countyId, id: newId(now), depositId, disputeId, proceedingId, position: i + 1, pages },
        })),
      );
      const told = { ...place, depositedOn, recipient, location };
      return {
        result: { depositId },
        payload: { depositId, ...told, dossiers: listed.map(({ dossierNumber }) => dossierNumber) },
        after: listed.map(({ disputeId, proceedingId, dossierNumber }) => ({
          ...{
            action: "dossier.deposit" as const,
            disputeId,
            proceedingId,
            payload: { depositId, dossierNumber, ...told },
          },
        })),
        jobs: [{ task: "makeDeposit", payload: { countyId, depositId }, jobKey: `deposit:${depositId}` }],
      };
    },
  );
}

async function chosen(tx: Tx, office: Office, ids: readonly string[]): Promise<ArchivedDossier[]> {
  const where = sql`p.id = any (${`{${ids.join(",")}}`}::uuid[])`;
  const dossiers = await archivedDossiers(tx, { ...office, where, most: ids.length });
  if (dossiers.length < ids.length) throw notFound();
  const given = dossiers.filter(({ isDeposited }) => isDeposited);
  if (given.length > 0)
    throw conflict("dossierDeposited", { numbers: given.map(({ dossierNumber }) => dossierNumber).join("、") });
  return dossiers;
}

/** Two lists at one instant have two numbers and no dossier in common: the second waits until the first is written. */
async function nextOrdinal(tx: Tx, { countyId, committeeId }: Office, on: string): Promise<number> {
  const year = on.slice(0, 4);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`deposit ${countyId} ${committeeId}`}, 0))`);
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(ordinal), 0)::int + 1 as next from deposits
    where county_id = ${countyId}::uuid and committee_id = ${committeeId}::uuid and year = ${Number(year)}`);
  return row?.next ?? 1;
}

/** Each with its numbered pages, as it was bound last after it was archived: whoever asked for that, it is the same dossier. */
async function withPages(
  tx: Tx,
  countyId: string,
  dossiers: readonly ArchivedDossier[],
): Promise<(ArchivedDossier & { pages: number | null })[]> {
  const ids = dossiers.map(({ proceedingId }) => proceedingId).join(",");
  const rows = await withSystemPrivileges(tx, () =>
    tx.execute<{ id: string; pages: number }>(sql`
      select distinct on (b.proceeding_id) b.proceeding_id as id, b.pages
      from papers b join proceedings p on p.county_id = b.county_id and p.id = b.proceeding_id
      where b.county_id = ${countyId}::uuid and b.proceeding_id = any (${`{${ids}}`}::uuid[]) and b.kind = 'dossier'
        and b.pages is not null and b.asked_at >= p.archived_at
      order by b.proceeding_id, b.asked_at desc, b.id desc`),
  );
  const pages = new Map(rows.map((row) => [row.id, row.pages]));
  return dossiers.map((dossier) => ({ ...dossier, pages: pages.get(dossier.proceedingId) ?? null }));
}

interface List extends Pick<DepositInput, "depositedOn" | "recipient" | "location"> {
  year: number;
  ordinal: number;
  listed: readonly (ArchivedDossier & { pages: number | null })[];
}

/** What the list says, fixed before it is drawn. */
async function keptWords(tx: Tx, { countyId, committeeId }: Office, { listed, ...list }: List): Promise<string> {
  const [[committee], rulesOf] = await Promise.all([
    tx.execute<{ name: string }>(
      sql`select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid`,
    ),
    rulesOfDays(tx, countyId, [...new Set(listed.map(({ archivedOn }) => archivedOn))]),
  ]);
  const dossiers = listed.map(({ dossierNumber, title, archivedOn, retention, pages }): DepositedFacts => {
    const rules = rulesOf.get(archivedOn)?.({ committeeId, track: "peoples" });
    const years = rules ? retentionYears("peoples", rules) : { long: null, short: null };
    return { dossierNumber, title, archivedOn, kept: keptFor(retention, archivedOn, years), pages };
  });
  const paper = depositPaper({ ...list, committee: committee?.name ?? "", dossiers });
  const sheet = sheetOf(paper);
  await checkGlyphs(sheet);
  return keepSource(countyId, { sheet, names: paper.names, copies: paper.copies });
}
