import * as z from "zod";
import { otherRoutes, sessionKinds, sessionModes, sessionResults, spokenMeans, tellingAnswers } from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, instant, lines, reason, reasonInLineOrNone, words } from "../kernel/words";
import { statementMax } from "./choices";

/** Lengths a session may have, in minutes; the form offers the usual ones. */
const minutes = z.int().min(15).max(480);
/** An instant as ISO text with a zone: "2026-11-26T14:30:00+08:00". */
const ids = z.array(z.uuid()).max(400);

/** Why people are given an hour at which they cannot come as far as is known: what they said, for instance. */
export const despite = reasonInLineOrNone(200);

export const bookSessionInput = proceedingTarget.extend({
  kind: z.enum(sessionKinds),
  startsAt: instant,
  minutes,
  roomId: z.uuid(),
  /** Staff and helpers who come; the lead comes whether named or not. */
  personIds: ids.default([]),
  partyIds: ids.min(1),
  despite,
});
export type BookSessionInput = z.output<typeof bookSessionInput>;

/** `sessionVersion` is the version the user saw; a change in between is a conflict. */
const sessionTarget = proceedingTarget.extend({ sessionId: z.uuid(), sessionVersion: z.int() });

export const confirmSessionInput = sessionTarget.extend({ despite });
export type ConfirmSessionInput = z.output<typeof confirmSessionInput>;

/** What a session needs: so many of a force, each force once. */
const needs = z
  .array(z.strictObject({ forceCode: words(32).min(2), seats: z.int().min(1).max(12), isRequired: z.boolean() }))
  .max(20)
  .refine((all) => new Set(all.map((need) => need.forceCode)).size === all.length);

export const holdSessionInput = bookSessionInput.extend({
  kind: z.enum(sessionKinds).default("joint"),
  mode: z.enum(sessionModes).default("onSite"),
  /** Where a session by video is held; it is told to everybody invited, so nothing is announced without it. */
  videoUrl: words(500).default(""),
  /** Those who are to be asked later: their hour is held with the rest. */
  askedIds: ids.default([]),
  needs: needs.default([]),
  /** A held session of this proceeding that this one replaces. */
  replacesSessionId: z.uuid().nullable().default(null),
});
export type HoldSessionInput = z.output<typeof holdSessionInput>;

export const swapPersonInput = sessionTarget.extend({
  outPersonId: z.uuid(),
  inPersonId: z.uuid(),
  /** The force of the new person, if they have to be invited; when absent, the force of the one who leaves. */
  forceCode: words(32).min(2).nullable().default(null),
  despite,
});
export type SwapPersonInput = z.output<typeof swapPersonInput>;

export const moveSessionInput = sessionTarget.extend({ startsAt: instant, minutes, roomId: z.uuid(), despite });
export type MoveSessionInput = z.output<typeof moveSessionInput>;

export const cancelSessionInput = sessionTarget.extend({ reason: reason(200) });
export type CancelSessionInput = z.output<typeof cancelSessionInput>;

/** Where a video session is held, in the station's own meeting service; null takes it away. */
export const setVideoLinkInput = sessionTarget.extend({ url: filled(500).nullable() });
export type SetVideoLinkInput = z.output<typeof setVideoLinkInput>;

/** When a session was held: when it began, and how long it took; it is over by now. */
const heldAt = z.strictObject({ startsAt: instant, minutes: z.int().min(5).max(720) });

/** What the record of a joint session holds beside its words: nothing of it comes from a caucus or a private lane. */
const recordParts = {
  /** What each party stated. */
  statements: z
    .array(z.strictObject({ partyId: z.uuid(), text: filledLines(statementMax) }))
    .max(40)
    .refine((all) => new Set(all.map((one) => one.partyId)).size === all.length)
    .optional(),
  facts: lines(4000).optional(),
  /** What was agreed, or why it failed. */
  outcome: lines(2000).optional(),
  /** Other ways the parties were told of. */
  routesTold: z
    .array(z.enum(otherRoutes))
    .max(otherRoutes.length)
    .refine((told) => new Set(told).size === told.length)
    .optional(),
};

export const recordSessionInput = sessionTarget.extend({
  /**
   * Rows of the session's people who came; everyone else is recorded absent. When absent, those ticked at the desk or
   * at check-in.
   */
  presentIds: ids.optional(),
  /** Who came for a party, or as their guardian with them; a party that is left out keeps who was ticked at the desk. */
  speakers: speakersInput,
  result: z.enum(sessionResults),
  /** When it was held in fact, where that was not as planned. */
  heldAt: heldAt.optional(),
  /** What was said in the joint session. Empty for a caucus: its words belong to a lane. */
  text: lines(8000),
  ...recordParts,
});
export type RecordSessionInput = z.output<typeof recordSessionInput>;

/** Where a session is or was held that nobody booked: a room of ours, or words; exactly one of the two (`requirePlace`). */
export const somewhere = {
  roomId: z.uuid().nullable().default(null),
  place: words(120).default(""),
  /** Who else is or was there, in words: people who were not asked to it. */
  othersPresent: words(200).default(""),
};

export const recordHeldInput = proceedingTarget.extend({
  kind: z.enum(sessionKinds).default("joint"),
  ...heldAt.shape,
  ...somewhere,
  /** Those who were there: staff and helpers, and parties. */
  personIds: ids.min(1),
  partyIds: ids.min(1),
  /** Who came for a party, or as their guardian with them. */
  speakers: speakersInput,
  result: z.enum(sessionResults),
  /** What was said in a joint session; empty for a caucus. */
  text: lines(8000).default(""),
  ...recordParts,
});
export type RecordHeldInput = z.output<typeof recordHeldInput>;

/** A party told of a session by mouth. */
export const recordTellingInput = proceedingTarget.extend({
  sessionId: z.uuid(),
  partyId: z.uuid(),
  means: z.enum(spokenMeans),
  /** The start they were told; another one by now is a conflict. */
  startsAt: instant,
  toldAt: instant,
  /** Who told them; null: whoever enters it. */
  toldBy: z.uuid().nullable().default(null),
  /** To whom, where it was not the party. */
  toldTo: words(60).default(""),
  answer: z.enum(tellingAnswers),
  note: lines(200).default(""),
});
export type RecordTellingInput = z.output<typeof recordTellingInput>;

export const correctRecordInput = proceedingTarget.extend({
  sessionId: z.uuid(),
  /** The version being corrected; a newer one is a conflict. */
  basedOn: z.int().min(1),
  text: filledLines(8000),
  /** Left out, each stays as it was. */
  ...recordParts,
  reason: reason(200),
});
export type CorrectRecordInput = z.output<typeof correctRecordInput>;

/** Days in Asia/Shanghai, both included; 42 fill a month's sheet. */
export const calendarInput = z
  .strictObject({
    from: calendarDay,
    to: calendarDay,
    /** Include colleagues and helpers, with their busy time but not what it is for. */
    people: z.boolean().default(false),
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 41 * 86_400_000);
export type CalendarInput = z.output<typeof calendarInput>;

export const dayBoardInput = z.strictObject({ day: calendarDay, personIds: ids.default([]) });
export type DayBoardInput = z.output<typeof dayBoardInput>;

export const ownRecordInput = z.strictObject({
  /** The last session of the page before. */
  before: z.strictObject({ at: instant, id: z.uuid() }).nullable().default(null),
});
export type OwnRecordInput = z.output<typeof ownRecordInput>;
/** A year in Asia/Shanghai; null: all of them. */
export const ownProofInput = z.strictObject({ year: z.int().min(2000).max(2200).nullable().default(null) });
export type OwnProofInput = z.output<typeof ownProofInput>;
