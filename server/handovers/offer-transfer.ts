import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { requireOpenPlace } from "../access/require-open-place";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { afterOfficeHours } from "../rules/office-hours";
import type { offerTransferInput } from "./inputs";
import { isTransferTarget } from "./reads/transfers";

/**
 * Offers the matter, with a reason, to another station and committee or to a body outside (若干规定 21；程序规定 61). It stays
 * where it is until they accept; they answer by `answerBy`. Refuses a second offer (transferWaits) and one to oneself.
 */
export function offerTransfer(
  ctx: ActContext,
  input: z.output<typeof offerTransferInput>,
): Promise<{ transferId: string }> {
  return perform(ctx, "transfer.offer", input, async (act) => {
    const { tx, countyId, dispute, actor, now, rules } = act;
    const { to, reason } = input;
    const inside = "stationId" in to ? to : null;
    if (inside && inside.stationId === dispute.stationId && inside.committeeId === dispute.committeeId)
      throw conflict("transferToItself");
    if (inside) await requireOpenPlace(tx, countyId, inside);
    if (inside && !(await isTransferTarget(tx, countyId, inside))) throw invalid("unknownReference");
    const transferId = newId(now);
    const answerBy = afterOfficeHours(now, rules["transfer.answerHours"], act);
    await tx.insert(transfers).values({
      countyId,
      id: transferId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      fromStationId: dispute.stationId,
      fromCommitteeId: dispute.committeeId,
      toStationId: inside?.stationId ?? null,
      toCommitteeId: inside?.committeeId ?? null,
      toBody: "body" in to ? to.body : "",
      reason,
      offeredBy: actor.personId,
      offeredAt: now,
      answerBy,
    });
    return { result: { transferId }, payload: { transferId, isInside: inside !== null } };
  });
}
