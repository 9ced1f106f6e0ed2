import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { subsidySheets } from "@/db/schema/subsidies";
import { keptBytes } from "../../files/parts/kept-bytes";
import { addMonths } from "../../kernel/shanghai";
import { withForerunners } from "../../places/parts/with-forerunners";
import type { SubsidyMatter } from "./matters-due";

/** What turned out otherwise since a matter stood on a sheet that was handed over; both sums in fen. */
export interface SubsidyCorrection extends SubsidyMatter {
  beforeFen: number;
  nowFen: number;
}

/** What a sheet says, as it lies in the file store. */
export interface SheetWords {
  /** 'YYYY-MM'. */
  month: string;
  committeeName: string;
  matters: SubsidyMatter[];
  corrections: SubsidyCorrection[];
}
/** A sheet that was handed over; its words are read when they are needed (`wordsOf`). */
export interface HandedSheet {
  committeeId: string;
  /** 'YYYY-MM'. */
  month: string;
  /** 'YYYY-MM-DD'. */
  handedOn: string;
  recipient: string;
  handedBy: string;
  sha256: string;
}

/** Sheets of so many months are looked at again for corrections: what a year's accounts still take. */
const monthsBack = 12;

/** The bytes of a sheet; their hash is what the head saw. */
export const bytesOf = ({ month, committeeName, matters, corrections }: SheetWords): Buffer =>
  Buffer.from(JSON.stringify({ month, committeeName, matters, corrections }));

/** What is paid by a line. */
export const paidFen = ({ amountFen, block }: Pick<SubsidyMatter, "amountFen" | "block">): number =>
  block ? 0 : amountFen;

/** What a sheet comes to. */
export const sumOf = ({ matters, corrections }: Pick<SheetWords, "matters" | "corrections">): number =>
  matters.reduce((sum, one) => sum + paidFen(one), 0) +
  corrections.reduce((sum, one) => sum + one.nowFen - one.beforeFen, 0);

/** The sheets of a committee, and of whoever gave its work to it, of the year before a month and since, oldest first. */
export async function sheetsSince(
  tx: Tx,
  { countyId, committeeId, month }: { countyId: string; committeeId: string; month: string },
): Promise<HandedSheet[]> {
  const rows = await tx
    .select({ sheet: subsidySheets, handedBy: people.name })
    .from(subsidySheets)
    .innerJoin(people, and(eq(people.countyId, subsidySheets.countyId), eq(people.id, subsidySheets.handedBy)))
    .where(
      and(
        eq(subsidySheets.countyId, countyId),
        sql`${subsidySheets.committeeId} = any (${withForerunners(countyId, committeeId)})`,
        gte(subsidySheets.month, addMonths(`${month}-01`, -monthsBack)),
      ),
    )
    .orderBy(asc(subsidySheets.month), asc(subsidySheets.id));
  return rows.map(({ sheet: { committeeId: by, month: first, handedOn, recipient, sourceSha256 }, handedBy }) => ({
    ...{ committeeId: by, month: first.slice(0, 7), handedOn, recipient, handedBy, sha256: sourceSha256 },
  }));
}

/** What these sheets say. Refuses with fileAltered. */
export const wordsOf = (countyId: string, sheets: readonly HandedSheet[]): Promise<SheetWords[]> =>
  Promise.all(
    sheets.map(async ({ sha256 }) => JSON.parse((await keptBytes(countyId, sha256)).toString("utf8")) as SheetWords),
  );

/** What each proceeding was paid by these sheets, in fen. */
export function paidBy(sheets: readonly SheetWords[]): Map<string, number> {
  const paid = new Map<string, number>();
  const add = (id: string, fen: number) => paid.set(id, (paid.get(id) ?? 0) + fen);
  for (const { matters, corrections } of sheets) {
    for (const one of matters) add(one.proceedingId, paidFen(one));
    for (const one of corrections) add(one.proceedingId, one.nowFen - one.beforeFen);
  }
  return paid;
}
