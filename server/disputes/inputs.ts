import * as z from "zod";
import { canonicalIdNumber, canonicalPhone } from "@/db/encryption/canonical";
import {
  disputeTypes,
  heirAnswers,
  leadRequestMeans,
  mediationFailures,
  nonAcceptanceReasons,
  otherRoutes,
  outcomes,
  partyExitKinds,
  partyKinds,
  partyLinkKinds,
  partyStandings,
  retentionClasses,
  riskLevels,
  sources,
  tracks,
  yesNoUnclear,
} from "@/db/vocabulary";
import { filled, filledLines, lines, reason, reasonOrNone, words } from "../kernel/words";
import { attemptMeans } from "./choices";
import { calendarDay } from "./parts/calendar-day";
import { acceptAtOnce, alsoAtRegistration, askedAtRegistration, gateAnswers } from "./parts/gate-inputs";
import { particulars } from "./parts/particular-inputs";

export * from "./parts/calendar-day";
export * from "./parts/gate-act-inputs";
export * from "./parts/gate-inputs";
export * from "./reads/inputs";

/** One phone number however written, with its extension if it has one; may stay empty. */
export const phone = words(30).refine((text) => text === "" || canonicalPhone(text) !== null, {
  params: { problem: "onePhone" },
});
/** A resident's ID number whose check sign is right; may stay empty. */
const idNumber = words(24).refine((text) => text === "" || canonicalIdNumber(text) !== null, {
  params: { problem: "noIdNumber" },
});

/** Names the proceeding an act belongs to; `version` is what the user saw. */
export const proceedingTarget = z.strictObject({
  disputeId: z.uuid(),
  proceedingId: z.uuid().optional(),
  version: z.int().optional(),
});

export const partyLinkInput = z.strictObject({
  kind: z.enum(partyLinkKinds),
  name: filled(60),
  phone: phone.default(""),
  maySign: z.boolean().default(false),
  note: words(200).default(""),
  /** The day of their written authority: what was said or signed before it was not theirs to say. */
  authorisedOn: calendarDay.nullable().optional(),
});
export type PartyLinkInput = z.output<typeof partyLinkInput>;

export const partyInput = z.strictObject({
  side: z.int().min(1).max(12),
  kind: z.enum(partyKinds).default("person"),
  standing: z.enum(partyStandings),
  name: filled(60),
  phone: phone.default(""),
  idNumber: idNumber.optional(),
  address: words(120).default(""),
  /** Where the party works; a helper of the same employer is tied to it. */
  employer: words(60).optional(),
  isMinor: z.boolean().default(false),
  /** An adult who cannot judge what they do (民法典 21、22). */
  lacksCapacity: z.boolean().optional(),
  bornOn: calendarDay.nullable().optional(),
  /** Why a minor of 16 or more acts themself (民法典 18). */
  ownWagesReason: reasonOrNone(200).optional(),
  ...particulars,
  links: z.array(partyLinkInput).max(5).default([]),
});

/** What the applicant asks for, a line each. */
const requests = lines(1000).optional();
/** A party at intake; one who made one of its calls need not say their phone again: it is taken from there. */
const newPartyInput = partyInput.extend({ callerOf: z.uuid().optional() });

export const registerDisputeInput = z.strictObject({
  source: z.enum(sources),
  type: z.enum(disputeTypes),
  title: words(60).default(""),
  place: filled(120),
  pointId: z.uuid().nullable().default(null),
  startedOn: calendarDay.nullable().default(null),
  facts: filledLines(4000),
  requests,
  neutralSummary: lines(200).default(""),
  risk: z.enum(riskLevels).default("green"),
  riskReason: reasonOrNone(200),
  parties: z.array(newPartyInput).min(2).max(40),
  /** Who referred it and under which number; needed where a court entrusts a case that it has filed. */
  referredBy: words(60).default(""),
  referralNumber: words(60).default(""),
  asked: askedAtRegistration,
  also: alsoAtRegistration.optional(),
  /** Police calls to attach at once. */
  callIds: z.array(z.uuid()).max(50).default([]),
  clueId: z.uuid().nullable().default(null),
  /** The dispute that is over and of which this is a relapse. */
  relapseOf: z.uuid().nullable().default(null),
  /** Taken up at once: what the gate asks beside `asked`, the track that is open, and who leads. */
  accept: acceptAtOnce.optional(),
});
export type RegisterDisputeInput = z.output<typeof registerDisputeInput>;

export const triageDisputeInput = z.strictObject({
  disputeId: z.uuid(),
  /** What has not been answered before, and what is answered anew. */
  answers: gateAnswers.partial(),
  /** Why a "yes" given before is taken back. */
  answersReason: reasonOrNone(200).optional(),
  /** A track to open, or null to not accept with a reason. */
  track: z.enum(tracks).nullable(),
  notAcceptedReason: z.enum(nonAcceptanceReasons).nullable().default(null),
  /** The day on which it was refused, where that is entered later. */
  notAcceptedOn: calendarDay.nullable().optional(),
  overrideReason: reasonOrNone(200),
  /** The lead; the person who triages when absent. */
  leadPersonId: z.uuid().nullable().default(null),
  leadUnit: words(60).default(""),
  /** The day on which it was taken up, where that is entered later. */
  acceptedOn: calendarDay.nullable().optional(),
});
export type TriageDisputeInput = z.output<typeof triageDisputeInput>;

export const addPartyInput = proceedingTarget.extend({
  party: partyInput,
  /** Why they come after a paper was made; needed then. */
  reason: reasonOrNone(200).optional(),
});
/** A party died, is gone, was dissolved, leaves, or is the same person as another row of the dispute. */
export const recordPartyExitInput = proceedingTarget
  .extend({
    partyId: z.uuid(),
    kind: z.enum(partyExitKinds),
    happenedOn: calendarDay,
    reason: reason(200),
    /** The row that stays, of two that are one person. */
    intoPartyId: z.uuid().optional(),
  })
  .refine((exit) => (exit.kind === "merged") === (exit.intoPartyId !== undefined), { path: ["intoPartyId"] });
export const withdrawPartyExitInput = proceedingTarget.extend({ partyId: z.uuid(), reason: reason(200) });
/** Somebody who may take the place of a party that died or is no more; told on that day. */
export const addHeirInput = proceedingTarget.extend({
  partyId: z.uuid(),
  name: filled(60),
  phone: phone.default(""),
  isMinor: z.boolean().default(false),
  toldOn: calendarDay,
  /** How they are related, and how that is known. */
  reason: reason(200),
});
export const answerHeirInput = proceedingTarget.extend({
  heirPartyId: z.uuid(),
  answer: z.enum(heirAnswers),
  answeredOn: calendarDay,
  /** What they said, and where it is written. */
  reason: reason(200),
});
/** One row that is two people: who stays on it, and who gets one of their own. */
export const splitPartyInput = proceedingTarget.extend({
  partyId: z.uuid(),
  partyVersion: z.int(),
  name: filled(60),
  otherName: filled(60),
  otherPhone: phone.default(""),
  reason: reason(200),
});
export const amendPartyInput = proceedingTarget.extend({
  partyId: z.uuid(),
  /** The party's version the user saw, and so for every `…Version` and `…Seen`; a change in between is a conflict. */
  partyVersion: z.int(),
  kind: z.enum(partyKinds),
  name: filled(60),
  /** Why, and since when it is called so where it was renamed; both stand in the supplement of a signed paper. */
  reason: reasonOrNone(200).optional(),
  since: calendarDay.optional(),
  /** Left out: unchanged; the page holds masked phones only. */
  phone: phone.optional(),
  idNumber: idNumber.optional(),
  address: words(120).optional(),
  employer: words(60).optional(),
  isMinor: z.boolean().optional(),
  lacksCapacity: z.boolean().optional(),
  bornOn: calendarDay.nullable().optional(),
  ownWagesReason: reasonOrNone(200).optional(),
  ...particulars,
});
export const revealContactInput = z.strictObject({
  disputeId: z.uuid(),
  partyId: z.uuid(),
  /** A person linked to the party instead of the party itself. */
  linkId: z.uuid().optional(),
  /** The phone when left out; an ID number is the party's own. */
  what: z.enum(["phone", "idNumber"]).optional(),
  /** The ID number as a paper has it, which may be another one today. */
  agreementId: z.uuid().optional(),
  reason: reason(200),
});
export const reopenDisputeInput = z.strictObject({
  disputeId: z.uuid(),
  reason: reason(200),
  leadPersonId: z.uuid().optional(),
});
export const addPartyLinkInput = proceedingTarget.extend({ partyId: z.uuid(), link: partyLinkInput });
/** Somebody speaks for a party no more: their authority was taken back or given up, or another guardian was appointed. */
export const endPartyLinkInput = proceedingTarget.extend({
  partyId: z.uuid(),
  linkId: z.uuid(),
  endedOn: calendarDay,
  reason: reason(200),
});
export type EndPartyLinkInput = z.output<typeof endPartyLinkInput>;
export const attachCallInput = z.strictObject({ disputeId: z.uuid(), callId: z.uuid() });
export const assessRiskInput = z.strictObject({
  disputeId: z.uuid(),
  risk: z.enum(riskLevels),
  riskSeen: z.enum(riskLevels),
  reason: reason(200),
});
export const setSummaryInput = z.strictObject({
  disputeId: z.uuid(),
  summaryVersion: z.int(),
  neutralSummary: filledLines(200),
});
/** One value that was seen, and what it is to be; a change in between is a conflict. */
const corrected = <Value extends z.ZodType>(value: Value) => z.strictObject({ seen: value, now: value }).optional();

/** What was registered wrongly; what is left out stays. */
export const correctDisputeInput = z
  .strictObject({
    disputeId: z.uuid(),
    title: corrected(filled(60)),
    type: corrected(z.enum(disputeTypes)),
    place: corrected(filled(120)),
    pointId: corrected(z.uuid().nullable()),
    startedOn: corrected(calendarDay.nullable()),
    source: corrected(z.enum(sources)),
    referredBy: corrected(words(60)),
    referralNumber: corrected(words(60)),
    /** Whether a court has filed it: asked anew where the right source, or the wrong one, is a court. */
    inCourt: z.enum(yesNoUnclear).optional(),
    facts: z.strictObject({ seenVersion: z.int(), text: filledLines(4000), requests }).optional(),
    reason: reason(200),
  })
  .refine(({ disputeId: _, reason: __, inCourt: ___, ...fields }) =>
    Object.values(fields).some((field) => field !== undefined),
  );
export type CorrectDisputeInput = z.output<typeof correctDisputeInput>;
export const disputeIdInput = z.strictObject({ disputeId: z.uuid() });
/** The same; asked for a paper that is made to be printed, the reading leaves an audit entry. */
export const paperInput = disputeIdInput.extend({ forPrint: z.boolean().optional() });
const tried = { partyId: z.uuid(), triedOn: calendarDay, note: words(100).default("") };
export const reachAttemptInput = z.strictObject({ ...tried, means: z.enum(attemptMeans) });
export const endProceedingInput = proceedingTarget.extend({
  outcome: z.enum(outcomes),
  reason: reason(400),
  routesTold: z.array(z.enum(otherRoutes)).max(otherRoutes.length).default([]),
  /** The day on which it came to that; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
  /** Why police mediation goes on to a penalty, and the day that was certain: the time limit of the case runs from it (程序规定 185). */
  failure: z.enum(mediationFailures).exclude(["unwilling"]).nullable().optional(),
  failedOn: calendarDay.nullable().optional(),
  /** Where the parties settled it themselves: which of them said so, who spoke for it (null: itself), and how. */
  saidBy: z
    .strictObject({ partyId: z.uuid(), spokenByLinkId: z.uuid().nullable(), means: z.enum(leadRequestMeans) })
    .nullable()
    .optional(),
  /** Where a party could not be reached: whom one tried to reach, on which day, how, and what came of it. */
  attempts: z.array(reachAttemptInput).max(40).optional(),
});
export type EndProceedingInput = z.output<typeof endProceedingInput>;
/** Without an outcome the only one, or the usual one, of the track is taken. */
export const closeProceedingInput = proceedingTarget.extend({
  outcome: z.enum(outcomes).optional(),
  note: lines(400).default(""),
  /** The day on which it came to that; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type CloseProceedingInput = z.output<typeof closeProceedingInput>;
export const archiveProceedingInput = proceedingTarget.extend({ retention: z.enum(retentionClasses) });
export type ArchiveProceedingInput = z.output<typeof archiveProceedingInput>;
