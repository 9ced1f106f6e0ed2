import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Outcome, ProceedingStatus, Track } from "@/db/vocabulary";
import { readPart } from "../access/gate";
import type { Action } from "../access/policy";
import { showsPart } from "../access/views";
import { acceptedDay } from "../disputes/parts/began-on";
import { closeOutcomes } from "../disputes/parts/close-outcomes";
import { allowedActions } from "../disputes/reads/allowed";
import { factsOf } from "../disputes/reads/facts";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import type { PaperLine } from "../papers/parts/paper-list";
import { type DossierEnding, papersOf } from "../papers/parts/papers-of";
import { type KeptFor, keptFor, type RetentionYears, retentionYears } from "../papers/words/retention";
import { rulesOn } from "../rules/queries";
import { checklist, type DossierLine } from "./parts/checklist";

interface DepositOfDossier {
  year: number;
  ordinal: number;
  /** 'YYYY-MM-DD'. */
  depositedOn: string;
  recipient: string;
  location: string;
}

/** The dossier of a dispute's newest proceeding. Times are ISO text. */
export interface DossierPage {
  disputeId: string;
  disputeNumber: string;
  proceeding: {
    id: string;
    version: number;
    track: Track;
    status: ProceedingStatus;
    /** The day on which it was taken up, 'YYYY-MM-DD'. */
    acceptedOn: string;
    endedAt: string | null;
    archivedAt: string | null;
    dossierNumber: string | null;
    /** For how long it is kept; null before it is archived. */
    kept: KeptFor | null;
    /** The list with which it went to an archive; null while it lies with the committee. */
    deposit: DepositOfDossier | null;
  } | null;
  /** How many years the archives keep dossiers of each class that are archived today. */
  retentionYears: RetentionYears;
  ending: DossierEnding | null;
  /** The official papers in the order of the dossier. */
  papers: PaperLine[];
  /** What was done and noted, from which papers are made. */
  lines: DossierLine[];
  /** Outcomes it may close with, the usual one first. */
  closeOutcomes: readonly Outcome[];
  /** 'YYYY-MM-DD'. */
  today: string;
  allowed: Action[];
}

/** The contents of the dossier, paper by paper: there, missing, or not needed on this track. */
export function dossierOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<DossierPage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "dossier");
    if (!showsPart(view, "dossier")) throw notFound();
    const { countyId } = actor;
    const archivedOn = proceeding?.archivedAt ? dayOf(proceeding.archivedAt) : null;
    const [deposit, rules, facts, { counted, papers }] = await Promise.all([
      archivedOn && proceeding ? depositOf(tx, countyId, proceeding.id) : null,
      rulesOn(tx, countyId, archivedOn ?? dayOf(now)),
      proceeding && factsOf(tx, countyId, proceeding.id, now),
      proceeding ? papersOf(tx, countyId, disputeId, proceeding, now) : { counted: null, papers: [] },
    ]);
    const years = retentionYears(proceeding?.track ?? "peoples", rules);
    return {
      disputeId,
      disputeNumber: dispute.number,
      proceeding: proceeding && {
        id: proceeding.id,
        version: proceeding.version,
        track: proceeding.track,
        status: proceeding.status,
        acceptedOn: acceptedDay(proceeding),
        endedAt: proceeding.endedAt?.toISOString() ?? null,
        archivedAt: proceeding.archivedAt?.toISOString() ?? null,
        dossierNumber: proceeding.dossierNumber,
        kept: archivedOn && proceeding.retention ? keptFor(proceeding.retention, archivedOn, years) : null,
        deposit,
      },
      retentionYears: years,
      ending: counted?.ending ?? null,
      papers,
      lines: proceeding && counted ? checklist(proceeding.track, counted) : [],
      today: dayOf(now),
      closeOutcomes: proceeding ? closeOutcomes(proceeding, facts?.formInForce ?? null) : [],
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
    };
  });
}

async function depositOf(tx: Tx, countyId: string, proceedingId: string): Promise<DepositOfDossier | null> {
  const [row] = await tx.execute<DepositOfDossier & Record<string, unknown>>(sql`
    select l.year, l.ordinal, l.deposited_on::text as "depositedOn", l.recipient, l.location
    from deposited_dossiers x join deposits l on l.county_id = x.county_id and l.id = x.deposit_id
    where x.county_id = ${countyId}::uuid and x.proceeding_id = ${proceedingId}::uuid`);
  return row ?? null;
}
