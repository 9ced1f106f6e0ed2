import { readingWindows } from "@/db/schema/windows";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { DecideWindowInput } from "./inputs";
import { thisWindow, windowOf } from "./parts/window-of";

/**
 * Opens a reading window for whoever asked, for so many hours from now or from a later instant, or refuses it. It ends
 * by itself. Refuses with alreadyDecided, requestLapsed, windowTooLong, windowInThePast, otherDutyDecides.
 */
export function decideWindow(ctx: ActContext<PersonActor>, input: DecideWindowInput): Promise<{ windowId: string }> {
  const { actor, now } = ctx;
  const { disputeId, windowId, isGranted, hours } = input;
  return act(
    ctx,
    "window.decide",
    input,
    (who) => requireRole(who, "window.decide"),
    async (tx) => {
      const asked = await windowOf(tx, actor, input, "approved");
      if (asked.decidedAt) throw conflict("alreadyDecided");
      if (asked.lapsesAt <= now) throw conflict("requestLapsed");
      const startsAt = input.startsAt ? new Date(input.startsAt) : now;
      if (startsAt < now || startsAt > asked.lapsesAt) throw conflict("windowInThePast");
      if (hours * 60 > asked.minutesMax) throw conflict("windowTooLong");
      const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
      const span = isGranted ? { startsAt, endsAt } : {};
      await tx
        .update(readingWindows)
        .set({ isGranted, decidedBy: actor.personId, decidedAt: now, ...span })
        .where(thisWindow(actor, input));
      const times = isGranted ? { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } : {};
      const payload = { windowId, person: asked.personId, granted: isGranted, ...times };
      return { result: { windowId }, disputeId, payload };
    },
  );
}
