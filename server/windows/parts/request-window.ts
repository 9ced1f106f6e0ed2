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
import { addDays, dayOf } from "../../kernel/shanghai";
import { endOfOfficeDay, type Office } from "../../rules/office-hours";
import { dayOverridesOf, rulesOn } from "../../rules/queries";
import type { ReasonedInput } from "../inputs";

const minute = 60_000;
/**
 * Until when a request waits, and the longest span it may be given, in minutes. A head decides in the office, until it
 * closes on a working day; an emergency is confirmed round the clock.
 */
function limitsOf(kind: WindowKind, now: Date, office: Office): { lapsesAt: Date; max: number } {
  const { rules } = office;
  if (kind === "emergency")
    return {
      lapsesAt: new Date(now.getTime() + rules["window.confirmMinutes"] * minute),
      max: rules["window.emergencyMinutes"],
    };
  const lastDay = addDays(dayOf(now), rules["window.requestDays"]);
  return { lapsesAt: endOfOfficeDay(lastDay, office), max: rules["window.hoursMax"] * 60 };
}

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
      const [rules, overrides] = await Promise.all([
        rulesOn(tx, actor.countyId, dayOf(now)),
        dayOverridesOf(tx, actor.countyId),
      ]);
      const { lapsesAt, max } = limitsOf(kind, now, { rules, overrides });
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
        lapsesAt,
        minutesMax: max,
      });
      return { result: { windowId }, disputeId, payload: { windowId, reason } };
    },
  );
}
