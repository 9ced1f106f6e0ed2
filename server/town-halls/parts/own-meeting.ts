import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { townHallMeetings, townHalls } from "@/db/schema/town-halls";
import type { PersonActor } from "../../kernel/actor";
import { notFound } from "../../kernel/problem";

export interface OwnMeeting {
  meeting: typeof townHallMeetings.$inferSelect;
  townHall: typeof townHalls.$inferSelect;
}

/** A meeting of the actor's station, locked; another station's is not found. */
export async function ownMeeting(tx: Tx, actor: PersonActor, meetingId: string): Promise<OwnMeeting> {
  const [found] = await tx
    .select({ meeting: townHallMeetings, townHall: townHalls })
    .from(townHallMeetings)
    .innerJoin(
      townHalls,
      and(eq(townHalls.countyId, townHallMeetings.countyId), eq(townHalls.id, townHallMeetings.townHallId)),
    )
    .where(and(eq(townHallMeetings.countyId, actor.countyId), eq(townHallMeetings.id, meetingId)))
    .for("update", { of: townHallMeetings });
  if (!found || !actor.stationId || found.townHall.stationId !== actor.stationId) throw notFound();
  return found;
}
