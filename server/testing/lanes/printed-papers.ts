import { type PaperKind, paperKinds } from "@/db/vocabulary-papers";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import { drawCopies } from "../../papers/draw/pdf";
import { sheetOf } from "../../papers/draw/sheet";
import { drawWord } from "../../papers/draw/word";
import { composePaper } from "../../papers/parts/compose-paper";
import { everythingInPdf, packed } from "../official-papers/read-back";
import { workbookParts } from "../workbook-parts";
import type { Ids } from "./questions";

export interface PrintedPaper {
  kind: PaperKind;
  title: string;
  /** All that somebody finds who looks into its Word file and its PDF, without gaps. */
  files: string[];
}

/** Every paper that can be about the matter, drawn as whoever prints it gets it. */
export async function printedPapers(ctx: Context, { disputeId = "", proceedingId = "" }: Ids): Promise<PrintedPaper[]> {
  const { actor, now } = ctx;
  const papers: PrintedPaper[] = [];
  for (const kind of paperKinds) {
    const of = { kind, disputeId, proceedingId, subjectId: null };
    const composed = await asActor(ctx, (tx) => composePaper(tx, actor.countyId, of, { now }));
    if (!composed) continue;
    const sheet = sheetOf(composed.paper);
    const word = [...workbookParts(await drawWord(sheet)).values()];
    const pdf = await drawCopies(sheet, composed.paper.names, { count: 1, forWhom: [] }, now);
    // With and without the marks between which a word may be cut.
    const files = [word.map((part) => part + part.replace(/<[^>]*>/g, "")).join("\n"), await everythingInPdf(pdf)];
    papers.push({ kind, title: packed(sheet.title), files: files.map(packed) });
  }
  return papers;
}
