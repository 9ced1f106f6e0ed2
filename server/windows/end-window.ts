import { readingWindows } from "@/db/schema/windows";
import { requireRole } from "../access/gate";
import { mayGrant } from "../access/may-grant";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, forbidden } from "../kernel/problem";
import type { WindowTarget } from "./inputs";
import { thisWindow, windowOf } from "./parts/window-of";

/** Ends an open window early: its reader, or a head who could have opened it. Refuses with windowOver. */
export function endWindow(ctx: ActContext<PersonActor>, input: WindowTarget): Promise<{ windowId: string }> {
  const { actor, now } = ctx;
  const { disputeId, windowId } = input;
  return act(
    ctx,
    "window.end",
    input,
    (who) => requireRole(who, "window.end"),
    async (tx) => {
      const open = await windowOf(tx, actor, input);
      const isOwn = open.personId === actor.personId;
      if (!isOwn && !(await mayGrant(tx, actor, disputeId, open.personId))) throw forbidden();
      if (!open.endsAt || open.endedAt || open.endsAt <= now) throw conflict("windowOver");
      await tx.update(readingWindows).set({ endedBy: actor.personId, endedAt: now }).where(thisWindow(actor, input));
      return { result: { windowId }, disputeId, payload: { windowId, person: open.personId } };
    },
  );
}
