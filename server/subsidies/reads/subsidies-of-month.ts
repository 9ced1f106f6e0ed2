import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { sha256 } from "../../kernel/sha256";
import { addMonths, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { SubsidyQuery } from "../inputs";
import {
  bytesOf,
  type HandedSheet,
  paidBy,
  paidFen,
  type SheetWords,
  type SubsidyCorrection,
  sheetsSince,
  wordsOf,
} from "../parts/handed-sheets";
import { mattersDue, type SubsidyMatter } from "../parts/matters-due";

export interface SubsidyMediator {
  personId: string;
  name: string;
  paid: number;
  /** With what is corrected. */
  paidFen: number;
  blocked: number;
  blockedFen: number;
}
export interface SubsidyMonth extends SheetWords {
  /** The months beside it; after the current one there is none. */
  previous: string;
  following: string | null;
  mediators: SubsidyMediator[];
  /** How it was handed over; null while it still follows what happens. */
  handedOver: Pick<HandedSheet, "handedOn" | "recipient" | "handedBy" | "sha256"> | null;
  /** The month that can be handed over now: this one, or one before it; null for whoever hands nothing over. */
  toHandOver: string | null;
  /** The hash of what is shown, by which handing over tells that nothing has changed since. */
  seen: string;
  today: string;
}

/** Where a month is looked at. */
interface At {
  actor: PersonActor;
  committeeId: string;
  month: string;
  today: string;
}

/**
 * The month's subsidies of the committee: as it was handed over, or while it was not, as it stands today, with what has changed
 * since on the sheets before it. A mediator sees what they led. Matters closed to the reader are not among them.
 */
export async function subsidiesOfMonth(ctx: Context, { month: asked }: SubsidyQuery): Promise<SubsidyMonth> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const { committeeId } = actor;
  if (!committeeId) throw forbidden();
  const at = { actor, committeeId, month: asked ?? today.slice(0, 7), today };
  return asActor(ctx, async (tx) => (await monthSeen(tx, at)).page);
}

/** The same within an act, with what of it stands on no sheet yet. */
export async function monthSeen(tx: Tx, at: At): Promise<{ page: SubsidyMonth; open: SheetWords }> {
  const { actor, committeeId, month, today } = at;
  const { countyId } = actor;
  const [sheets, [committee]] = await Promise.all([
    sheetsSince(tx, { countyId, committeeId, month }),
    tx.execute<{ name: string }>(
      sql`select name from committees where county_id = ${countyId}::uuid and id = ${committeeId}::uuid`,
    ),
  ]);
  const own = sheets.filter((sheet) => sheet.committeeId === committeeId);
  const ofMonth = sheets.filter((sheet) => sheet.month === month);
  const handed = own.find((sheet) => sheet.month === month) ?? null;
  const last = own.at(-1)?.month ?? null;
  const wordsOfMonth = await wordsOf(countyId, ofMonth);
  const kept = await readable(tx, actor, wordsOfMonth);
  const onSheet = new Set(wordsOfMonth.flatMap(({ matters }) => matters.map(({ proceedingId }) => proceedingId)));
  const live = handed ? [] : await mattersDue(tx, at, { from: month, until: month });
  const isNext = last !== null && month === monthAfter(last);
  const named = { month, committeeName: committee?.name ?? "" };
  const open: SheetWords = {
    ...named,
    matters: live.filter(({ proceedingId }) => !onSheet.has(proceedingId)),
    corrections: isNext ? await correctionsOf(tx, at, sheets) : [],
  };
  const words: SheetWords = {
    ...named,
    matters: [...kept.matters, ...open.matters],
    corrections: [...kept.corrections, ...open.corrections],
  };
  const next = last === null ? month : monthAfter(last);
  const isOver = (one: string) => one < today.slice(0, 7);
  const page = {
    ...words,
    previous: addMonths(`${month}-01`, -1).slice(0, 7),
    following: isOver(month) ? monthAfter(month) : null,
    mediators: mediatorsOf(words),
    handedOver: handed && {
      ...{ handedOn: handed.handedOn, recipient: handed.recipient },
      ...{ handedBy: handed.handedBy, sha256: handed.sha256 },
    },
    toHandOver: actor.role === "committeeHead" && !handed && isOver(next) && next <= month ? next : null,
    seen: sha256(bytesOf(open)),
    today,
  };
  return { page, open };
}

const monthAfter = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);

/** Of what these sheets list, what the reader may read now. */
async function readable(
  tx: Tx,
  actor: PersonActor,
  sheets: readonly SheetWords[],
): Promise<Pick<SheetWords, "matters" | "corrections">> {
  const lines = sheets.flatMap(({ matters, corrections }) => [...matters, ...corrections]);
  if (lines.length === 0) return { matters: [], corrections: [] };
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from proceedings p where p.county_id = ${actor.countyId}::uuid
      and p.id = any (${`{${lines.map(({ proceedingId }) => proceedingId).join(",")}}`}::uuid[])`);
  const ids = new Set(rows.map(({ id }) => id));
  const isShown = ({ proceedingId, leadPersonId }: SubsidyMatter) =>
    ids.has(proceedingId) && (actor.role !== "mediator" || leadPersonId === actor.personId);
  return {
    matters: sheets.flatMap((sheet) => sheet.matters.filter(isShown)),
    corrections: sheets.flatMap((sheet) => sheet.corrections.filter(isShown)),
  };
}

/** What is paid otherwise now than it was on the sheets before: more, less, or for the first time. */
async function correctionsOf(tx: Tx, at: At, sheets: readonly HandedSheet[]): Promise<SubsidyCorrection[]> {
  const earlier = await wordsOf(
    at.actor.countyId,
    sheets.filter((sheet) => sheet.month < at.month),
  );
  const [first] = earlier;
  if (!first) return [];
  const before = paidBy(earlier);
  const from = first.month;
  const listed = earlier.flatMap(({ matters, corrections }) => [...matters, ...corrections]);
  const proceedingIds = [...new Set(listed.filter(({ day }) => day >= from).map((one) => one.proceedingId))];
  const due = await mattersDue(tx, at, { from, until: addMonths(`${at.month}-01`, -1).slice(0, 7), proceedingIds });
  return due.flatMap((matter): SubsidyCorrection[] => {
    const beforeFen = before.get(matter.proceedingId) ?? 0;
    const nowFen = paidFen(matter);
    // What was archived since stands on the sheet of that month.
    const isOfLater = matter.day.slice(0, 7) >= at.month && beforeFen === 0;
    return beforeFen === nowFen || isOfLater ? [] : [{ ...matter, beforeFen, nowFen }];
  });
}

/** What comes to each who led, by name. */
function mediatorsOf({ matters, corrections }: Pick<SheetWords, "matters" | "corrections">): SubsidyMediator[] {
  const found = new Map<string, SubsidyMediator>();
  const add = ({ leadPersonId: personId, leadName: name }: SubsidyMatter, more: Partial<SubsidyMediator>) => {
    const sum = found.get(personId) ?? { personId, name, paid: 0, paidFen: 0, blocked: 0, blockedFen: 0 };
    found.set(personId, {
      ...sum,
      paid: sum.paid + (more.paid ?? 0),
      paidFen: sum.paidFen + (more.paidFen ?? 0),
      blocked: sum.blocked + (more.blocked ?? 0),
      blockedFen: sum.blockedFen + (more.blockedFen ?? 0),
    });
  };
  for (const one of matters)
    add(one, one.block ? { blocked: 1, blockedFen: one.amountFen } : { paid: 1, paidFen: one.amountFen });
  for (const one of corrections) add(one, { paidFen: one.nowFen - one.beforeFen });
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "zh"));
}
