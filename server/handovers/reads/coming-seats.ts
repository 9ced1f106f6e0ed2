import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { ruleOn } from "../../rules/queries";

/** A session still to come, and whether one person could come to it. Instants are ISO text. */
export interface ComingSeat {
  sessionId: string;
  ordinal: number;
  startsAt: string;
  endsAt: string;
  /** They are expected there already. */
  isSeated: boolean;
  isFree: boolean;
  /** Nobody knows whether they can come: no reason against it, and none for it. */
  isUnknown: boolean;
  /** Another booking has their hour; otherwise they are on leave or work at other hours. */
  isTaken: boolean;
}

/** The sessions of a proceeding that have not begun, in order, with how free one person is for each. */
export async function seatsToCome(
  tx: Tx,
  { countyId, proceedingId, personId, now }: { countyId: string; proceedingId: string; personId: string; now: Date },
): Promise<ComingSeat[]> {
  const rows = await tx.execute<ComingSeat & Record<string, unknown>>(sql`
    select session_id as "sessionId", ordinal, starts_at as "startsAt", ends_at as "endsAt", is_seated as "isSeated",
      presence <> 'cannot' as "isFree", presence = 'unknown' as "isUnknown", is_taken as "isTaken"
    from app.coming_seats(${proceedingId}::uuid, ${personId}::uuid, ${ruleOn("travel.minutes", countyId, dayOf(now))}) order by starts_at, session_id`);
  return rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt).toISOString(),
    endsAt: new Date(row.endsAt).toISOString(),
  }));
}

/** What a new lead would take along: for whoever may name one. */
export function comingSeats(
  ctx: Context,
  { disputeId, leadPersonId }: { disputeId: string; leadPersonId: string },
): Promise<ComingSeat[]> {
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, ctx.actor, "lead.set", disputeId);
    return proceeding
      ? seatsToCome(tx, {
          countyId: ctx.actor.countyId,
          proceedingId: proceeding.id,
          personId: leadPersonId,
          now: ctx.now,
        })
      : [];
  });
}
