import { and, eq } from "drizzle-orm";
import { townHallMeetings } from "@/db/schema/town-halls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { CloseMeetingInput } from "./inputs";
import { ownMeeting } from "./parts/own-meeting";

/** Records that a meeting was held and what was raised, in a few lines; may be recorded again. */
export function closeMeeting(ctx: ActContext, input: CloseMeetingInput): Promise<{ meetingId: string }> {
  const { countyId } = ctx.actor;
  return act(
    ctx,
    "townHall.close",
    input,
    (who) => requireRole(who, "townHall.change"),
    async (tx) => {
      const { meeting, townHall } = await ownMeeting(tx, ctx.actor, input.meetingId);
      if (meeting.status === "cancelled") throw conflict("meetingNotBooked", { status: meeting.status });
      if (meeting.startsAt > ctx.now) throw conflict("meetingNotBegun");
      await tx
        .update(townHallMeetings)
        .set({ status: "held", summary: input.summary })
        .where(and(eq(townHallMeetings.countyId, countyId), eq(townHallMeetings.id, meeting.id)));
      return {
        result: { meetingId: meeting.id },
        payload: { townHallId: townHall.id, meetingId: meeting.id, startsAt: meeting.startsAt.toISOString() },
      };
    },
  );
}
