import { and, eq } from "drizzle-orm";
import { numberPolls } from "@/db/schema/desk";
import type { SessionRow } from "../../bookings/booked-session";
import { notFound } from "../../kernel/problem";
import type { DeskAct } from "./desk-act";

/**
 * A secret number of this session, locked, so that answers come one after the other. Without this lock two answers would
 * each take a share lock by their foreign key and wait for each other.
 */
export async function pollOf({ tx, countyId, session }: DeskAct & { session: SessionRow }, pollId: string) {
  const [poll] = await tx
    .select()
    .from(numberPolls)
    .where(and(eq(numberPolls.countyId, countyId), eq(numberPolls.sessionId, session.id), eq(numberPolls.id, pollId)))
    .for("update");
  if (!poll) throw notFound();
  return poll;
}
