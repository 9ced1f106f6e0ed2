import type { ActContext } from "../kernel/context";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { ArchiveProceedingInput } from "./inputs";
import { numberPaper } from "./parts/number-paper";
import { releasePeople } from "./parts/release-people";
import { perform, proceedingOf } from "./perform";

/**
 * Archives the dossier under its number, e.g. （2026）柳人调卷第 012 号, with a retention class (人民调解法 27). What an end
 * before this rule left booked or waiting is released now, at the latest.
 */
export function archiveProceeding(ctx: ActContext, input: ArchiveProceedingInput): Promise<{ dossierNumber: string }> {
  return perform(ctx, "proceeding.archive", input, async (act) => {
    const { tx, now } = act;
    // Whoever archives may not book or withdraw any more.
    const released = await withSystemPrivileges(tx, () => releasePeople(act, ""));
    const dossierNumber = await numberPaper(tx, proceedingOf(act), "dossier", now);
    return {
      result: { dossierNumber },
      payload: { dossierNumber, retention: input.retention, ...released },
      stamps: { archivedAt: now, dossierNumber, retention: input.retention },
    };
  });
}
