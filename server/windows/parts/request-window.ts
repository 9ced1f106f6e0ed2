import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readingWindows } from "@/db/schema/windows";
import type { WindowKind } from "@/db/vocabulary";
import { requireRole } from "../../access/gate";
import { act } from "../../kernel/act";
import type { PersonActor } from "../../kernel/actor";
import type { ActContext } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { conflict, notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";
import { rulesOn } from "../../rules/queries";
import type { ReasonedInput } from "../inputs";

const minute = 60_000;
const day = 1440;
/** How long a request waits, and the longest span it may be given, in minutes. */
const limitsOf = (kind: WindowKind, rules: Rules) =>
  kind === "emergency"
    ? { waits: rules["window.confirmMinutes"], max: rules["window.emergencyMinutes"] }
    : { waits: rules["window.requestDays"] * day, max: rules["window.hoursMax"] * 60 };

/** What of the dispute is closed to the actor; a dispute of another office is not found. */
export async function closedPartOf(tx: Tx, disputeId: string): Promise<"matter" | "minors" | "nothing"> {
  const [row] = await tx.execute<{ part: "matter" | "minors" | "nothing" | null }>(
    sql`select app.closed_part(${disputeId}::uuid) as part`,
  );
  if (!row?.part) throw notFound();
  return row.part;
}

/** Asks for a window of one kind. Refuses with nothingClosed, alreadyAsked. */
export function requestWindow(
  ctx: ActContext<PersonActor>,
  { kind, action }: { kind: WindowKind; action: "window.ask" | "window.askEmergency" },
  input: ReasonedInput,
): Promise<{ windowId: string }> {
  const { actor, now } = ctx;
  const { disputeId, reason } = input;
  return act(
    ctx,
    action,
    input,
    (who) => requireRole(who, action),
    async (tx) => {
      if ((await closedPartOf(tx, disputeId)) === "nothing") throw conflict("nothingClosed");
      const limits = limitsOf(kind, await rulesOn(tx, actor.countyId, dayOf(now)));
      const windowId = newId(now);
      await tx.insert(readingWindows).values({
        countyId: actor.countyId,
        id: windowId,
        disputeId,
        kind,
        personId: actor.personId,
        // The trigger reading_windows_asked takes both from the dispute, which the actor may not read.
        stationId: disputeId,
        committeeId: disputeId,
        reason,
        askedAt: now,
        lapsesAt: new Date(now.getTime() + limits.waits * minute),
        minutesMax: limits.max,
      });
      return { result: { windowId }, disputeId, payload: { windowId, reason } };
    },
  );
}
