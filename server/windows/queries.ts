import { sql } from "drizzle-orm";
import type { DisputeType, ProceedingStatus, WindowKind } from "@/db/vocabulary";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";

/** What the office sees of a restricted matter, and whether that is all the reader sees of it. */
export interface RestrictedFrame {
  disputeId: string;
  number: string;
  station: string;
  type: DisputeType;
  /** Null before triage. */
  status: ProceedingStatus | null;
  isClosed: boolean;
}

const frames = (
  disputeId: string | null,
) => sql`select dispute_id as "disputeId", number, station, type, status, is_closed as "isClosed"
  from app.restricted_frames(${disputeId}::uuid)`;

/** The restricted matters of the reader's office, the newest number first. */
export function restrictedMatters(ctx: Context): Promise<RestrictedFrame[]> {
  return asActor(ctx, async (tx) => [...(await tx.execute<RestrictedFrame & Record<string, unknown>>(frames(null)))]);
}

/** One restricted matter of the reader's office; any other is not found. */
export function restrictedMatter(ctx: Context, { disputeId }: { disputeId: string }): Promise<RestrictedFrame> {
  return asActor(ctx, async (tx) => {
    const [frame] = await tx.execute<RestrictedFrame & Record<string, unknown>>(frames(disputeId));
    if (!frame) throw notFound();
    return frame;
  });
}

/** A request, an open window or an emergency to review; instants are ISO text. */
export interface OfficeWindow {
  id: string;
  disputeId: string;
  number: string;
  kind: WindowKind;
  state: "waiting" | "open" | "over";
  /** What the reader may do with it. */
  may: "open" | "end" | "review" | null;
  isOwn: boolean;
  who: string;
  post: string;
  reason: string;
  askedAt: string;
  lapsesAt: string;
  hoursMax: number;
  openedBy: string | null;
  startsAt: string | null;
  endsAt: string | null;
  reviewDueAt: string | null;
}

/** Windows of others that wait for the reader: to be opened, or an emergency to be reviewed. */
export const windowsToDecide = sql`(select o.* from app.windows_of_office() o where not o.is_own and o.may in ('open', 'review'))`;

/** The reader's own requests and windows, and those of others that they may open, end or review; `hours` is the usual length. */
export function officeWindows(ctx: Context): Promise<{ windows: OfficeWindow[]; hours: number }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<OfficeWindow & Record<string, unknown>>(sql`
      select id, dispute_id as "disputeId", number, kind, state, may, is_own as "isOwn", who, post, reason, ${isoText(sql`asked_at`)} as "askedAt",
        ${isoText(sql`lapses_at`)} as "lapsesAt", minutes_max / 60 as "hoursMax", opened_by as "openedBy", ${isoText(sql`starts_at`)} as "startsAt",
        ${isoText(sql`ends_at`)} as "endsAt", ${isoText(sql`review_due_at`)} as "reviewDueAt"
      from app.windows_of_office()`);
    const rules = await rulesOn(tx, actor.countyId, dayOf(now));
    return { windows: [...rows], hours: rules["window.hours"] };
  });
}

/** An emergency window that is open now. */
export interface OpenEmergency {
  id: string;
  asker: string;
  second: string;
  reason: string;
  endsAt: string;
}

/** Those of a dispute in which the reader takes part; none for everybody else. */
export function openEmergencies(ctx: Context, { disputeId }: { disputeId: string }): Promise<OpenEmergency[]> {
  return asActor(ctx, async (tx) => [
    ...(await tx.execute<OpenEmergency & Record<string, unknown>>(
      sql`select id, asker, second, reason, ${isoText(sql`ends_at`)} as "endsAt" from app.open_emergencies(${disputeId}::uuid)`,
    )),
  ]);
}

/** One reading of a dispute, for its lead. */
export interface Reading {
  seq: number;
  at: string;
  action: string;
  who: string;
  post: string;
  /** The policy action of what was read in a window. */
  what: string | null;
}

/** Who read what of a dispute that the reader leads, newest first; nothing for others. */
export function readingsOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Reading[]> {
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<Reading & Record<string, unknown>>(sql`
      select seq::int as seq, ${isoText(sql`to_timestamp(at_us / 1000000.0)`)} as at, action, who, post, what
      from app.readings_of(${disputeId}::uuid, ${listLimits.readingsOfDispute})`);
    return [...rows];
  });
}
