import { and, eq, gt, inArray } from "drizzle-orm";
import { slots } from "@/db/schema/sessions";
import { townHallMeetings, townHalls } from "@/db/schema/town-halls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { TownHallIdInput } from "./inputs";

/** Ends a series: meetings that have not begun are cancelled and their time is freed; past meetings stay as recorded. */
export function cancelTownHall(
  ctx: ActContext,
  input: TownHallIdInput,
): Promise<{ townHallId: string; cancelled: number }> {
  const { countyId, stationId } = ctx.actor;
  return act(
    ctx,
    "townHall.cancel",
    input,
    (who) => requireRole(who, "townHall.change"),
    async (tx) => {
      const own = and(eq(townHalls.countyId, countyId), eq(townHalls.id, input.townHallId));
      const [series] = await tx.select().from(townHalls).where(own).for("update");
      if (!series || !stationId || series.stationId !== stationId) throw notFound();
      if (series.cancelledAt) throw conflict("alreadyClosed");
      await tx.update(townHalls).set({ cancelledAt: ctx.now }).where(own);
      const ended = await tx
        .update(townHallMeetings)
        .set({ status: "cancelled" })
        .where(
          and(
            eq(townHallMeetings.countyId, countyId),
            eq(townHallMeetings.townHallId, series.id),
            eq(townHallMeetings.status, "booked"),
            gt(townHallMeetings.startsAt, ctx.now),
          ),
        )
        .returning({ id: townHallMeetings.id });
      const ids = ended.map(({ id }) => id);
      if (ids.length > 0)
        await tx.delete(slots).where(and(eq(slots.countyId, countyId), inArray(slots.meetingId, ids)));
      return {
        result: { townHallId: series.id, cancelled: ids.length },
        payload: { townHallId: series.id, cancelled: ids.length },
      };
    },
  );
}
