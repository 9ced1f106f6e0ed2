import * as z from "zod";
import { leadRequestMeans, leadRequestOutcomes, spokenMeans } from "@/db/vocabulary";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, reason, reasonOrNone, words } from "../kernel/words";
import { notFreeWays } from "./choices";

export const setLeadInput = proceedingTarget.extend({
  /** The lead the user saw. */
  leadSeen: z.uuid(),
  leadPersonId: z.uuid(),
  leadUnit: words(60).default(""),
  reason: reason(200),
  /** Without it, the act asks. */
  whereNotFree: z.enum(notFreeWays).optional(),
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
export const recordTransferResultInput = transferTarget.extend({ result: filledLines(400) });
