import { and, eq } from "drizzle-orm";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { CheckInInput } from "./inputs";
import { checkInHash, doorOpensBefore } from "./parts/check-in-code";
import { deskAct, sessionAt } from "./parts/desk-act";

export interface CheckedIn {
  disputeId: string;
  sessionId: string;
}

/**
 * A helper scans the check-in code and is marked as present. Allowed from two hours before the start until the end, for
 * those who accepted and are expected; a second scan changes nothing. A wrong or replaced code is not found.
 */
export async function checkIn(ctx: ActContext, input: CheckInInput): Promise<CheckedIn> {
  const { actor, now } = ctx;
  const sessionId = /^([0-9a-f-]{36})\.[\w-]{24}$/.exec(input.code)?.[1];
  if (!sessionId) throw notFound();
  // The code gives the session and thereby its dispute; people who have not joined find neither.
  const [found] = await asActor(ctx, (tx) =>
    tx
      .select({ disputeId: sessions.disputeId })
      .from(sessions)
      .where(
        and(
          eq(sessions.countyId, actor.countyId),
          eq(sessions.id, sessionId),
          eq(sessions.checkInHash, checkInHash(input.code)),
        ),
      ),
  );
  if (!found) throw notFound();
  const { disputeId } = found;
  return deskAct(ctx, "session.checkIn", { disputeId, ...input }, async (act) => {
    const { tx, countyId } = act;
    const session = await sessionAt(act, sessionId);
    if (session.checkInHash !== checkInHash(input.code)) throw notFound();
    if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
    const opensAt = session.startsAt.getTime() - doorOpensBefore * 60_000;
    if (now.getTime() < opensAt) throw conflict("doorNotOpen", { opensAt: new Date(opensAt).toISOString() });
    if (now > session.endsAt) throw conflict("doorClosed");
    const mine = and(
      eq(sessionPeople.countyId, countyId),
      eq(sessionPeople.sessionId, sessionId),
      eq(sessionPeople.personId, actor.personId),
    );
    const [row] = await tx.select().from(sessionPeople).where(mine).for("update");
    if (!row) throw conflict("notExpected");
    const result = { disputeId, sessionId };
    if (row.attendance === "present") return { result };
    await tx.update(sessionPeople).set({ attendance: "present" }).where(mine);
    return { result, event: { sessionId, ordinal: session.ordinal, personId: actor.personId } };
  });
}
