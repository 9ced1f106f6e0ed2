import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Track } from "@/db/vocabulary";
import { nextNumber } from "../../kernel/counter";
import { dayOf, yearOf } from "../../kernel/shanghai";
import { numberBy } from "../choices";
import { type NumberedPaper, seriesOf, standardPattern } from "./number-patterns";

/** Whose paper it is. Before a matter is taken up on a track, its papers are the committee's. */
export interface NumberedFor {
  countyId: string;
  committeeId: string;
  stationId: string;
  track: Track;
}

/** What the police do is numbered by the police: their own series, by their own name and never by the committee's word. */
const ofPolice: readonly Track[] = ["publicSecurity", "onScene"];

/**
 * （2026）柳人调字第 087 号: the next number of this organisation, line, paper and of the year in which it is given, which in
 * Shanghai begins on 1 January, written by the pattern of that day. The counter row stays locked until the act commits, so
 * numbers have no gaps; a number given is never given again, and past 999 it grows.
 */
export async function numberPaper(tx: Tx, of: NumberedFor, paper: NumberedPaper, now: Date): Promise<string> {
  const { countyId, track } = of;
  const isPolice = ofPolice.includes(track);
  const scope = isPolice ? of.stationId : of.committeeId;
  const kind = seriesOf(paper, track);
  const year = yearOf(now);
  const { word, pattern } = await writtenBy(tx, { countyId, scope, kind, isPolice, day: dayOf(now) });
  const n = await nextNumber(tx, countyId, scope, kind, year);
  return numberBy(pattern ?? standardPattern(paper, track), { year, word, n });
}

interface Series {
  countyId: string;
  scope: string;
  kind: string;
  isPolice: boolean;
  day: string;
}

/** The organisation's word and the pattern that counts on this day; null where nobody has set one. */
async function writtenBy(
  tx: Tx,
  { countyId, scope, kind, isPolice, day }: Series,
): Promise<{ word: string; pattern: string | null }> {
  const word = isPolice
    ? sql`(select name from stations where county_id = ${countyId}::uuid and id = ${scope}::uuid)`
    : sql`(select dossier_word from committees where county_id = ${countyId}::uuid and id = ${scope}::uuid)`;
  const [row] = await tx.execute<{ word: string | null; pattern: string | null }>(sql`
    select ${word} as word, (select p.pattern from number_patterns p where p.county_id = ${countyId}::uuid and p.scope = ${scope}::uuid
      and p.kind = ${kind} and p.valid_from <= ${day} order by p.valid_from desc, p.set_at desc, p.id desc limit 1) as pattern`);
  if (!row?.word) throw new Error("a paper of no organisation");
  return { word: row.word, pattern: row.pattern };
}
