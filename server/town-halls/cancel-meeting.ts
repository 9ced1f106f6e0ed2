import { and, eq } from "drizzle-orm";
import { slots } from "@/db/schema/sessions";
import { townHallMeetings } from "@/db/schema/town-halls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { MeetingIdInput } from "./inputs";
import { ownMeeting } from "./parts/own-meeting";

/** Cancels one meeting of a series and gives its room and chair the hour back. */
export function cancelMeeting(ctx: ActContext, input: MeetingIdInput): Promise<{ meetingId: string }> {
  const { countyId } = ctx.actor;
  return act(
    ctx,
    "townHall.cancel",
    input,
    (who) => requireRole(who, "townHall.change"),
    async (tx) => {
      const { meeting, townHall } = await ownMeeting(tx, ctx.actor, input.meetingId);
      if (meeting.status !== "booked") throw conflict("meetingNotBooked", { status: meeting.status });
      await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.meetingId, meeting.id)));
      await tx
        .update(townHallMeetings)
        .set({ status: "cancelled" })
        .where(and(eq(townHallMeetings.countyId, countyId), eq(townHallMeetings.id, meeting.id)));
      return {
        result: { meetingId: meeting.id },
        payload: { townHallId: townHall.id, meetingId: meeting.id, startsAt: meeting.startsAt.toISOString() },
      };
    },
  );
}
