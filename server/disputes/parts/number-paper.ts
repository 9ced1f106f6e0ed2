import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { committees, stations } from "@/db/schema/places";
import type { Track } from "@/db/vocabulary";
import { nextNumber } from "../../kernel/counter";
import { yearOf } from "../../kernel/shanghai";

/** The papers that take a number, each of its own series. */
export type NumberedPaper =
  | "agreement"
  | "oralAgreement"
  | "dossier"
  | "onSpot"
  | "intake"
  | "ending"
  | "nonAcceptance"
  | "noPenalty";

/** Whose paper it is. Before a matter is taken up on a track, its papers are the committee's. */
export interface NumberedFor {
  countyId: string;
  committeeId: string;
  stationId: string;
  track: Track;
}

/** The characters between the organisation's word and 字 or 卷. */
const lines: Record<Track, string> = {
  peoples: "人调",
  publicSecurity: "治调",
  onScene: "现调",
  coordination: "协帮",
  transfer: "移送",
};
const series: Record<NumberedPaper, string> = {
  agreement: "字",
  oralAgreement: "口字",
  dossier: "卷",
  onSpot: "现字",
  intake: "受字",
  ending: "终字",
  nonAcceptance: "不受字",
  noPenalty: "不罚字",
};
/** What the police do is numbered by the police: their own series, by their own name and never by the committee's word. */
const ofPolice: readonly Track[] = ["publicSecurity", "onScene"];

/**
 * （2026）柳人调字第 087 号: the next number of this organisation, line, paper and of the year in which it is given, which in
 * Shanghai begins on 1 January. The counter row stays locked until the act commits, so numbers have no gaps; a number given
 * is never given again, and past 999 it grows.
 */
export async function numberPaper(tx: Tx, of: NumberedFor, paper: NumberedPaper, now: Date): Promise<string> {
  const { countyId, track } = of;
  const isPolice = ofPolice.includes(track);
  const word = await wordOf(tx, of, isPolice);
  const year = yearOf(now);
  const kind = track === "peoples" ? paper : `${paper}.${track}`;
  const n = await nextNumber(tx, countyId, isPolice ? of.stationId : of.committeeId, kind, year);
  return `（${year}）${word}${lines[track]}${series[paper]}第 ${String(n).padStart(3, "0")} 号`;
}

async function wordOf(tx: Tx, of: NumberedFor, isPolice: boolean): Promise<string> {
  const { countyId, stationId, committeeId } = of;
  const [row] = isPolice
    ? await tx
        .select({ word: stations.name })
        .from(stations)
        .where(and(eq(stations.countyId, countyId), eq(stations.id, stationId)))
    : await tx
        .select({ word: committees.dossierWord })
        .from(committees)
        .where(and(eq(committees.countyId, countyId), eq(committees.id, committeeId)));
  if (!row) throw new Error("a paper of no organisation");
  return row.word;
}
