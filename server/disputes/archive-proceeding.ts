import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { ArchiveProceedingInput } from "./inputs";
import { numberPaper } from "./number-paper";
import { perform } from "./perform";

/** Puts the dossier away under its number, e.g. （2026）柳人调卷第 012 号, and a retention class (人民调解法 27). */
export function archiveProceeding(ctx: ActContext, input: ArchiveProceedingInput): Promise<{ dossierNumber: string }> {
  return perform(ctx, "proceeding.archive", input, async ({ tx, now, proceeding }) => {
    if (!proceeding) throw conflict("noProceeding");
    const dossierNumber = await numberPaper(tx, proceeding, "dossier", now);
    return {
      result: { dossierNumber },
      payload: { dossierNumber, retention: input.retention },
      stamps: { archivedAt: now, dossierNumber, retention: input.retention },
    };
  });
}
