import * as z from "zod";
import { tracks } from "@/db/vocabulary";
import { gateAnswers, phone, registerDisputeInput } from "../disputes/inputs";
import { filled, filledLines, instant, reason, reasonOrNone, words } from "../kernel/words";

export const recordCallInput = z.strictObject({
  /** As printed by the dispatch centre; kept whatever happens to the call. */
  number: filled(40),
  calledAt: instant,
  callerName: words(60).default(""),
  phone: phone.default(""),
  place: filled(120),
  summary: filledLines(2000),
});
export type RecordCallInput = z.output<typeof recordCallInput>;

/** all = every call; unattached = not part of a dispute yet; fresh = those of them that today's page counts (isFreshCall). */
export const callFilters = ["all", "fresh", "unattached"] as const;
export const listCallsInput = z.strictObject({
  filter: z.enum(callFilters).default("all"),
  groupId: z.uuid().optional(),
  cursor: z.strictObject({ at: instant, id: z.uuid() }).optional(),
});
export type ListCallsInput = z.output<typeof listCallsInput>;

export const groupInput = z.strictObject({ groupId: z.uuid() });

/** The head's activation: a reason, the dispute's facts and parties, and every question of triage. */
export const activateGroupInput = registerDisputeInput
  .omit({ source: true, callIds: true, clueId: true, asked: true, referredBy: true, referralNumber: true })
  .extend({
    groupId: z.uuid(),
    reason: reason(200),
    title: filled(60),
    answers: gateAnswers,
    track: z.enum(tracks),
    overrideReason: reasonOrNone(200),
    leadPersonId: z.uuid(),
    leadUnit: words(60).default(""),
  });
export type ActivateGroupInput = z.output<typeof activateGroupInput>;

export const reportClueInput = z.strictObject({
  place: filled(120),
  text: filledLines(2000),
  pointId: z.uuid().nullable().default(null),
});
export type ReportClueInput = z.output<typeof reportClueInput>;
export const declineClueInput = z.strictObject({ clueId: z.uuid(), answer: reason(200) });
export type DeclineClueInput = z.output<typeof declineClueInput>;
