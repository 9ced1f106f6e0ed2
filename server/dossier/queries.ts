import type { Outcome, ProceedingStatus, RetentionClass, Track } from "@/db/vocabulary";
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
import { checklist, type DossierLine } from "./parts/checklist";

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
    retention: RetentionClass | null;
  } | null;
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
    const [facts, { counted, papers }] = await Promise.all([
      proceeding && factsOf(tx, countyId, proceeding.id, now),
      proceeding ? papersOf(tx, countyId, disputeId, proceeding, now) : { counted: null, papers: [] },
    ]);
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
        retention: proceeding.retention,
      },
      ending: counted?.ending ?? null,
      papers,
      lines: proceeding && counted ? checklist(proceeding.track, counted) : [],
      today: dayOf(now),
      closeOutcomes: proceeding ? closeOutcomes(proceeding, facts?.formInForce ?? null) : [],
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
    };
  });
}
