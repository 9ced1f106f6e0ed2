import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { leadRequests } from "@/db/schema/lead-requests";
import { parties } from "@/db/schema/parties";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { beganOn } from "../disputes/parts/began-on";
import { checkLead } from "../disputes/parts/check-lead";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, notFound } from "../kernel/problem";
import { addDays } from "../kernel/shanghai";
import { endOfOfficeDay } from "../rules/office-hours";
import type { recordLeadRequestInput } from "./inputs";

/**
 * Writes down that a party asks for another mediator (人民调解法 19、23) or officer (程序规定 20): who said it, when, why, and
 * whom they would like. The head who decides has the next step until `answerBy`. Refuses partyDeparted, alreadyAsked,
 * dayInFuture, wishIsLead, what checkLead and who may speak refuse.
 */
export function recordLeadRequest(
  ctx: ActContext,
  input: z.output<typeof recordLeadRequestInput>,
): Promise<{ requestId: string }> {
  return perform(ctx, "leadRequest.record", input, async (act) => {
    const { tx, countyId, dispute, actor, now, rules } = act;
    const { id: proceedingId, track, leadPersonId } = proceedingOf(act);
    const { partyId, spokenByLinkId, means, askedOn, reason, wishedPersonId } = input;
    checkHappened(askedOn, { now, earliest: await beganOn(act) });
    const [party] = await tx
      .select({ departedAt: parties.departedAt })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
    if (!party) throw notFound();
    const on = dayIfEarlier(askedOn, now);
    if (party.departedAt && !on) throw conflict("partyDeparted");
    const spoken = { partyId, linkId: spokenByLinkId, purpose: "consent" as const, on };
    await requireSpeakers({ tx, countyId, disputeId: dispute.id, track }, [spoken]);
    if (wishedPersonId === leadPersonId) throw conflict("wishIsLead");
    if (wishedPersonId) await checkLead(tx, dispute, track, wishedPersonId);
    const requestId = newId(now);
    const days = rules[track === "publicSecurity" ? "officerRequest.days" : "leadRequest.days"];
    await tx.insert(leadRequests).values({
      countyId,
      id: requestId,
      disputeId: dispute.id,
      proceedingId,
      leadPersonId,
      partyId,
      spokenByLinkId,
      means,
      askedOn,
      reason,
      wishedPersonId,
      recordedBy: actor.personId,
      recordedAt: now,
      answerBy: endOfOfficeDay(addDays(askedOn, days), act),
    });
    return { result: { requestId }, payload: { requestId, party: partyId, means, askedOn } };
  });
}
