import * as z from "zod";
import { spokenMeans } from "@/db/vocabulary";
import { proceedingTarget } from "../disputes/inputs";
import { instant, lines, reasonInLineOrNone, words } from "../kernel/words";
import { disclosedKinds, mostProposals, ownDeclineReasons } from "./choices";

const forceCode = words(32).min(2);

export const candidatesInput = z.strictObject({ disputeId: z.uuid(), forceCode });

export const sendInvitationInput = proceedingTarget.extend({
  personId: z.uuid(),
  forceCode,
  /** What is asked of them, in a line; may stay empty. */
  roleAsked: words(120).default(""),
  /** Instant; the county's rule decides when absent. */
  answerBy: instant.nullable().default(null),
  /** The declined, silent or withdrawn invitation whose seat this one takes. */
  replacesId: z.uuid().nullable().default(null),
  /** Why they are asked to a session at whose hour they cannot come as far as is known. */
  despite: reasonInLineOrNone(200),
});
export type SendInvitationInput = z.output<typeof sendInvitationInput>;

export const withdrawInvitationInput = proceedingTarget.extend({ invitationId: z.uuid() });
export type WithdrawInvitationInput = z.output<typeof withdrawInvitationInput>;

// The answers of an invitee; the same inputs whether they are signed in or came by a link.

export const acceptAnswer = z.strictObject({
  /** Their own statement that no kinship, agency or common employer ties them to any party. */
  declaresNoTie: z.boolean(),
  /** Start of the hour they read on the card; another one by now is a conflict. Null where they were asked for no hour. */
  startsAt: instant.nullable().default(null),
});

export const declineAnswer = z.strictObject({
  reason: z.enum(ownDeclineReasons),
  note: lines(200).default(""),
});

/** They cannot come to one session and stay in the matter. */
export const leaveAnswer = declineAnswer.extend({ sessionId: z.uuid() });

const proposedTime = z.strictObject({ startsAt: instant, endsAt: instant });
export const proposeAnswer = z.strictObject({
  times: z.array(proposedTime).min(1).max(mostProposals),
  note: lines(200).default(""),
});

export const deputyAnswer = z.strictObject({ deputyId: z.uuid(), note: lines(200).default("") });

export const disclosedTie = z.strictObject({
  /** Place in the list of names they were shown, from 0. */
  name: z.int().min(0).max(99),
  kind: z.enum(disclosedKinds),
  note: lines(200).default(""),
});
export const discloseAnswer = z.strictObject({ ties: z.array(disclosedTie).min(1).max(20) });

/** The invitee names their invitation alone: they know nothing else yet. */
export const ownInvitationInput = z.strictObject({ invitationId: z.uuid() });
export type OwnInvitationInput = z.output<typeof ownInvitationInput>;

export const acceptInvitationInput = ownInvitationInput.extend(acceptAnswer.shape);
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;
export const declineInvitationInput = ownInvitationInput.extend(declineAnswer.shape);
export type DeclineInvitationInput = z.output<typeof declineInvitationInput>;
export const leaveSessionInput = ownInvitationInput.extend(leaveAnswer.shape);
export type LeaveSessionInput = z.output<typeof leaveSessionInput>;
export const proposeTimesInput = ownInvitationInput.extend(proposeAnswer.shape);
export type ProposeTimesInput = z.output<typeof proposeTimesInput>;
export const nameDeputyInput = ownInvitationInput.extend(deputyAnswer.shape);
export type NameDeputyInput = z.output<typeof nameDeputyInput>;
export const discloseTieInput = ownInvitationInput.extend(discloseAnswer.shape);
export type DiscloseTieInput = z.output<typeof discloseTieInput>;

/** An answer somebody heard: what was said, by whom, when and how; for a no its reason, for a yes the declaration. */
export const recordAnswerInput = proceedingTarget.extend({
  invitationId: z.uuid(),
  answer: z.enum(["accepted", "declined"]),
  means: z.enum(spokenMeans),
  /** Who said it, where it was not the invitee: a secretary, a colleague. */
  saidBy: words(60).default(""),
  saidAt: instant,
  declaresNoTie: z.boolean().default(false),
  /** Start of the hour they were told; another one by now is a conflict. */
  startsAt: instant.nullable().default(null),
  reason: z.enum(ownDeclineReasons).nullable().default(null),
  note: lines(200).default(""),
});
export type RecordAnswerInput = z.output<typeof recordAnswerInput>;

export const ownInvitationsInput = z.strictObject({
  /** The last id of the page before; ids sort by the moment of sending. */
  before: z.uuid().nullable().default(null),
});
