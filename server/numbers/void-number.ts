import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { numberVoids } from "@/db/schema/numbers";
import { proceedings } from "@/db/schema/proceedings";
import type { Track } from "@/db/vocabulary";
import { requireRole } from "../access/gate";
import { numberPaper } from "../disputes/parts/number-paper";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { VoidNumberInput } from "./inputs";
import { ownSeries } from "./parts/own-series";

/** What a number was given for. */
interface Given extends Record<string, unknown> {
  number: string;
  subjectId: string;
  disputeId: string;
  proceedingId: string | null;
  committeeId: string;
  stationId: string;
  track: Track | null;
  /** Why it has to stay; null where it need not. */
  boundBy: "inForce" | "decided" | "deposited" | null;
}

/**
 * Makes a number void, with the reason: it is kept, shown among the series and never given again. A paper takes another number when
 * it is next made; a dossier, which is closed, takes it at once. Refuses with notFound (a series of another office),
 * numberNotGiven, numberVoidAlready, numberInForce for an agreement that is signed or in force, which is withdrawn instead,
 * numberDecided for an application that was decided, and dossierDeposited where an archive has the dossier.
 */
export function voidNumber(
  ctx: ActContext,
  input: VoidNumberInput,
): Promise<{ number: string; nextNumber: string | null }> {
  const { series: key, number: typed, reason } = input;
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  return act(
    ctx,
    "number.void",
    input,
    (who) => requireRole(who, "number.set"),
    async (tx) => {
      const { scope, series } = ownSeries(actor);
      if (!series.some((one) => one.key === key)) throw notFound();
      const given = await givenNumber(tx, key, typed);
      const { number, subjectId, disputeId, proceedingId } = given;
      const row = { countyId, id: newId(now), scope, kind: key, number, subjectId };
      await tx.insert(numberVoids).values({ ...row, reason, voidedBy: personId, voidedAt: now });
      const nextNumber = key.startsWith("dossier") ? await renumberDossier(tx, countyId, given, now) : null;
      const numbers = { number, ...(nextNumber ? { dossierNumber: nextNumber } : {}) };
      return {
        result: { number, nextNumber },
        payload: { series: key, scope, ...numbers },
        after: [{ action: "paper.voidNumber", disputeId, proceedingId, payload: numbers }],
      };
    },
  );
}

async function givenNumber(tx: Tx, key: string, typed: string): Promise<Given> {
  if (await isVoid(tx, typed)) throw conflict("numberVoidAlready");
  const [given] = await tx.execute<Given>(sql`
    select g.number, g.subject_id as "subjectId", g.dispute_id as "disputeId", g.proceeding_id as "proceedingId", g.committee_id as "committeeId",
      g.station_id as "stationId", g.track, g.bound_by as "boundBy"
    from app.own_given_number(${key}, ${typed}) g`);
  if (!given) throw invalid("numberNotGiven");
  if (given.boundBy === "deposited") throw conflict("dossierDeposited", { numbers: given.number });
  if (given.boundBy === "decided") throw conflict("numberDecided");
  if (given.boundBy === "inForce") throw conflict("numberInForce");
  return given;
}

/** Also of a dossier that took another number since, which app.own_given_number does not find, and of a withdrawn agreement. */
async function isVoid(tx: Tx, typed: string): Promise<boolean> {
  const [row] = await tx.execute<{ is: boolean }>(sql`
    select exists (select from number_voids v where v.county_id = app.county() and app.plain_number(v.number) = app.plain_number(${typed}))
      or exists (select from agreements a where a.county_id = app.county() and a.status = 'withdrawn'
        and app.plain_number(a.number) = app.plain_number(${typed})) as is`);
  return row?.is ?? false;
}

async function renumberDossier(tx: Tx, countyId: string, given: Given, now: Date): Promise<string> {
  const { proceedingId, committeeId, stationId, track } = given;
  if (!proceedingId || !track) throw new Error("a dossier of no proceeding");
  const dossierNumber = await numberPaper(tx, { countyId, committeeId, stationId, track }, "dossier", now);
  // A head need not work on the matter whose number it is.
  await withSystemPrivileges(tx, () =>
    tx
      .update(proceedings)
      .set({ dossierNumber })
      .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, proceedingId))),
  );
  return dossierNumber;
}
