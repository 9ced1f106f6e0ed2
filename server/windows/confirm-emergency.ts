import { readingWindows } from "@/db/schema/windows";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { afterOfficeHours } from "../rules/office-hours";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import type { WindowTarget } from "./inputs";
import { thisWindow, windowOf } from "./parts/window-of";

/**
 * The second person of an emergency: opens another's window at once, for the minutes of the rule. The heads and the lead
 * are told, everybody who takes part sees a banner while it is open, and a head of another duty reviews it afterwards.
 * Refuses with secondPersonNeeded, alreadyDecided, requestLapsed.
 */
export function confirmEmergency(ctx: ActContext<PersonActor>, input: WindowTarget): Promise<{ windowId: string }> {
  const { actor, now } = ctx;
  const { disputeId, windowId } = input;
  return act(
    ctx,
    "window.confirm",
    input,
    (who) => requireRole(who, "window.confirm"),
    async (tx) => {
      const asked = await windowOf(tx, actor, input, "emergency");
      if (asked.personId === actor.personId) throw conflict("secondPersonNeeded");
      if (asked.decidedAt) throw conflict("alreadyDecided");
      if (asked.lapsesAt <= now) throw conflict("requestLapsed");
      const [rules, overrides] = await Promise.all([
        rulesOn(tx, actor.countyId, dayOf(now)),
        dayOverridesOf(tx, actor.countyId),
      ]);
      const endsAt = new Date(now.getTime() + asked.minutesMax * 60_000);
      const reviewDueAt = afterOfficeHours(endsAt, rules["window.reviewHours"], { rules, overrides });
      await tx
        .update(readingWindows)
        .set({ isGranted: true, decidedBy: actor.personId, decidedAt: now, startsAt: now, endsAt, reviewDueAt })
        .where(thisWindow(actor, input));
      const payload = { windowId, person: asked.personId, reason: asked.reason, endsAt: endsAt.toISOString() };
      return { result: { windowId }, disputeId, payload };
    },
  );
}
