import * as z from "zod";
import { attendances, cardKinds, cardStates, harmKinds, lanes, sessionKinds, signatureMeans } from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, instant, lines, reason } from "../kernel/words";
import { beginMinutes } from "../sessions/choices";
import { somewhere } from "../sessions/inputs";
import { strokesInput } from "../strokes/inputs";

/** A session of a dispute, without the proceeding's version: desk writes do not move it (docs/adr/0013). */
export const deskInput = z.strictObject({ disputeId: z.uuid(), sessionId: z.uuid() });
export type DeskInput = z.output<typeof deskInput>;

/** An instant as ISO text with a zone. */
const side = z.int().min(1).max(12);

export const startSessionInput = proceedingTarget.extend({ sessionId: z.uuid() });
export type StartSessionInput = z.output<typeof startSessionInput>;

/** Everybody is here: who, and where. */
export const beginNowInput = proceedingTarget.extend({
  kind: z.enum(sessionKinds).default("joint"),
  minutes: z.int().min(15).max(480).default(beginMinutes),
  ...somewhere,
  /** Staff and helpers who are here; the lead is whether named or not. */
  personIds: z.array(z.uuid()).max(40).default([]),
  partyIds: z.array(z.uuid()).min(1).max(400),
  /** Who came for a party, or as their guardian with them. */
  speakers: speakersInput,
});
export type BeginNowInput = z.output<typeof beginNowInput>;

export const setAgendaInput = deskInput.extend({
  agenda: lines(2000),
  /** The session's version the user saw. */
  sessionVersion: z.int(),
});
export type SetAgendaInput = z.output<typeof setAgendaInput>;

export const writeCardInput = deskInput.extend({
  /** The id is made by the client: a card sent again with the same id is the same card. */
  cardId: z.uuid(),
  lane: z.enum(lanes),
  /** Which side, in the lane of one side only: 1 = 甲 A. */
  side: side.nullable().default(null),
  kind: z.enum(cardKinds),
  /** Who spoke: a party or an attendee; neither for the lead's own note. */
  partyId: z.uuid().nullable().default(null),
  personId: z.uuid().nullable().default(null),
  text: filledLines(2000),
  /** The proposal this one answers: a counter-offer. */
  answersId: z.uuid().nullable().default(null),
  /** When it was typed, for cards written offline; never later than its arrival. */
  writtenAt: instant.optional(),
});
export type WriteCardInput = z.output<typeof writeCardInput>;

export const changeCardInput = deskInput.extend({
  cardId: z.uuid(),
  /** The card's version the user saw; another one is the conflict `cardChanged`. */
  cardVersion: z.int().min(1),
  /** Left out = stays. */
  text: filledLines(2000).optional(),
  state: z.enum(cardStates).optional(),
  /** Another column of the same lane. */
  kind: z.enum(cardKinds).optional(),
});
export type ChangeCardInput = z.output<typeof changeCardInput>;

export const openCardInput = z.strictObject({ disputeId: z.uuid(), cardId: z.uuid() });
export type OpenCardInput = z.output<typeof openCardInput>;

export const openPollInput = deskInput.extend({
  question: filled(200),
  amountFen: z.int().min(1).max(100_000_000_000),
  sides: z.array(side).min(2).max(12),
});
export type OpenPollInput = z.output<typeof openPollInput>;

export const answerPollInput = deskInput.extend({ pollId: z.uuid(), side, accepts: z.boolean() });
export type AnswerPollInput = z.output<typeof answerPollInput>;

export const cancelPollInput = deskInput.extend({ pollId: z.uuid() });
export type CancelPollInput = z.output<typeof cancelPollInput>;

export const stateFactsInput = deskInput.extend({
  /** Agreed fact cards of the joint lane, in the order of the statement's lines. */
  cardIds: z.array(z.uuid()).min(1).max(30),
});
export type StateFactsInput = z.output<typeof stateFactsInput>;

export const signFactsInput = deskInput.extend({
  statementId: z.uuid(),
  partyId: z.uuid(),
  /** Agent, guardian or representative who signs for the party. */
  byLinkId: z.uuid().nullable().default(null),
  means: z.enum(signatureMeans),
  /** Drawn on the screen; left out when the paper was signed. At most 20 kB as JSON. */
  strokes: strokesInput.optional(),
});
export type SignFactsInput = z.output<typeof signFactsInput>;

export const tickAttendanceInput = deskInput.extend({
  /** The row of the session's people. */
  rowId: z.uuid(),
  attendance: z.enum(attendances),
  /** Who came for the party, or as their guardian with them; null: the party. */
  spokenByLinkId: z.uuid().nullable().optional(),
});
export type TickAttendanceInput = z.output<typeof tickAttendanceInput>;

/** The check-in code, as its QR code contains it. */
export const checkInInput = z.strictObject({ code: z.string().trim().min(20).max(120) });
export type CheckInInput = z.output<typeof checkInInput>;

export const reportHarmInput = z.strictObject({
  disputeId: z.uuid(),
  sessionId: z.uuid().nullable().default(null),
  kind: z.enum(harmKinds),
  /** The words that have to be reported, no more. */
  text: filledLines(2000),
  reason: reason(500),
});
export type ReportHarmInput = z.output<typeof reportHarmInput>;
