import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { committees } from "@/db/schema/places";
import type { Track } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import { nextNumber } from "../../kernel/counter";
import { yearOf } from "../../kernel/shanghai";

/** The papers that take a number of their own series. */
export type NumberedPaper = "agreement" | "dossier" | "onSpot";

/** The characters between the place and 字 or 卷; the mediation body and the police keep separate series. */
const lines: Record<Track, string> = {
  peoples: "人调",
  publicSecurity: "治调",
  onScene: "现调",
  coordination: "协帮",
  transfer: "移送",
};
const series: Record<NumberedPaper, string> = { agreement: "字", dossier: "卷", onSpot: "现字" };

/**
 * （2026）柳人调字第 087 号: the next number of this committee, line, year and paper. The counter row
 * stays locked until the act commits, so numbers have no gaps; a number given is never given again.
 */
export async function numberPaper(tx: Tx, proceeding: ProceedingRow, paper: NumberedPaper, now: Date): Promise<string> {
  const { countyId, committeeId, track } = proceeding;
  const [committee] = await tx
    .select({ word: committees.dossierWord })
    .from(committees)
    .where(and(eq(committees.countyId, countyId), eq(committees.id, committeeId)));
  if (!committee) throw new Error("a proceeding without a committee");
  const year = yearOf(now);
  const kind = track === "peoples" ? paper : `${paper}.${track}`;
  const n = await nextNumber(tx, countyId, committeeId, kind, year);
  return `（${year}）${committee.word}${lines[track]}${series[paper]}第 ${String(n).padStart(3, "0")} 号`;
}
