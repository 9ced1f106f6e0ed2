import * as z from "zod";
import { leadRequestMeans, leadRequestOutcomes, spokenMeans } from "@/db/vocabulary";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, reason, reasonInLineOrNone, reasonOrNone, words } from "../kernel/words";
import { movableWork, notFreeWays } from "./choices";

export const setLeadInput = proceedingTarget.extend({
  /** The lead the user saw. */
  leadSeen: z.uuid(),
  leadPersonId: z.uuid(),
  leadUnit: words(60).default(""),
  reason: reason(200),
  /** Without it, the act asks. */
  whereNotFree: z.enum(notFreeWays).optional(),
});

export const setAssistantInput = proceedingTarget.extend({
  /** Null: nobody assists any more. */
  assistantId: z.uuid().nullable(),
  /** The assistant the user saw. */
  assistantSeen: z.uuid().nullable(),
  /** Why they are named although they cannot come to a session that is booked. */
  despite: reasonInLineOrNone(200),
});
export const recordLeadRequestInput = proceedingTarget.extend({
  partyId: z.uuid(),
  /** Who asked for the party; null: the party itself. */
  spokenByLinkId: z.uuid().nullable().default(null),
  means: z.enum(leadRequestMeans),
  askedOn: calendarDay,
  reason: reason(400),
  wishedPersonId: z.uuid().nullable().default(null),
});
export const decideLeadRequestInput = proceedingTarget.extend({
  requestId: z.uuid(),
  outcome: z.enum(leadRequestOutcomes).exclude(["overtaken"]),
  reason: reason(400),
  newLeadPersonId: z.uuid().nullable().default(null),
  /** Without it, the act asks. */
  whereNotFree: z.enum(notFreeWays).optional(),
});
export const tellLeadRequestInput = proceedingTarget.extend({
  requestId: z.uuid(),
  means: z.enum(spokenMeans),
  toldOn: calendarDay,
});

export const mattersOfInput = z.strictObject({ personId: z.uuid() });
/** What a person is in charge of beside the proceedings they lead, for another. */
export const handOverWorkInput = z.strictObject({
  personId: z.uuid(),
  toId: z.uuid(),
  kinds: z.array(z.enum(movableWork)).min(1).max(movableWork.length),
  reason: reason(200),
  /** Why whoever takes over open meetings comes to those at whose hour they cannot as far as is known. */
  despite: reasonInLineOrNone(200),
});
export const comingSeatsInput = z.strictObject({ disputeId: z.uuid(), leadPersonId: z.uuid() });

/** A body outside, in words. */
export const transferOutsideInput = z.strictObject({ body: filled(60) });
/** Inside the county a station with its committee, or a body outside. */
export const offerTransferInput = proceedingTarget.extend({
  to: z.union([z.strictObject({ stationId: z.uuid(), committeeId: z.uuid() }), transferOutsideInput]),
  reason: reason(400),
});
const transferTarget = proceedingTarget.extend({ transferId: z.uuid() });
export const withdrawTransferInput = transferTarget;

const answerTarget = z.strictObject({ disputeId: z.uuid(), transferId: z.uuid() });
export const acceptTransferInput = answerTarget.extend({ leadPersonId: z.uuid(), note: reasonOrNone(400) });
export const declineTransferInput = answerTarget.extend({ reason: reason(400) });

/** What a body outside answered: when, and by whom or in which paper. */
export const recordTransferAnswerInput = transferTarget.extend({
  isAccepted: z.boolean(),
  answeredOn: calendarDay,
  source: filled(60),
  reason: reasonOrNone(400),
});
export const recordTransferResultInput = transferTarget.extend({
  result: filledLines(400),
  /** The day on which they reported it; today where it is left out. */
  reportedOn: calendarDay.nullable().optional(),
});
