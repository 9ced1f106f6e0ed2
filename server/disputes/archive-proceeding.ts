import type { ActContext } from "../kernel/context";
import type { ArchiveProceedingInput } from "./inputs";
import { numberPaper } from "./parts/number-paper";
import { perform, proceedingOf } from "./perform";

/** Archives the dossier under its number, e.g. （2026）柳人调卷第 012 号, with a retention class (人民调解法 27). */
export function archiveProceeding(ctx: ActContext, input: ArchiveProceedingInput): Promise<{ dossierNumber: string }> {
  return perform(ctx, "proceeding.archive", input, async (act) => {
    const { tx, now } = act;
    const dossierNumber = await numberPaper(tx, proceedingOf(act), "dossier", now);
    return {
      result: { dossierNumber },
      payload: { dossierNumber, retention: input.retention },
      stamps: { archivedAt: now, dossierNumber, retention: input.retention },
    };
  });
}
