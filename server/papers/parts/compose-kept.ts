import type { Tx } from "@/db/client";
import type { PaperKind } from "@/db/vocabulary";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { checkGlyphs } from "../draw/check-glyphs";
import { type Sheet, sheetOf } from "../draw/sheet";
import type { Composed, PaperOf } from "../model";
import { composePaper } from "./compose-paper";

/** Papers whose number is given when they are made; the others print the one of their agreement or dossier. */
const numbered: ReadonlySet<PaperKind> = new Set(["intake", "oralAgreement", "ending", "nonAcceptance", "noPenalty"]);

/**
 * A paper that is to be kept, with its number: as whoever asks for it may read it. Null where there is nothing that it could
 * be about; refused as paperGlyphMissing where a character could not be printed.
 */
export async function composeKept(
  tx: Tx,
  countyId: string,
  of: PaperOf,
  now: Date,
): Promise<(Composed & { sheet: Sheet }) | null> {
  // Only the system gives numbers; what the paper says is read by whoever asks, who then finds the number there.
  if (numbered.has(of.kind)) await withSystemPrivileges(tx, () => composePaper(tx, countyId, of, { now, gives: true }));
  const composed = await composePaper(tx, countyId, of, { now });
  if (!composed) return null;
  const sheet = sheetOf(composed.paper);
  await checkGlyphs(sheet);
  return { ...composed, sheet };
}
