import * as z from "zod";
import { interpreterKinds, signatureMeans, spokenMeans } from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, phone, proceedingTarget } from "../disputes/inputs";
import { declineAnswer, proposeAnswer } from "../invitations/inputs";
import { filled, instant, reasonInLineOrNone, words } from "../kernel/words";
import { drawnSignature } from "../strokes/inputs";
import { helpKinds } from "./choices";

const help = {
  kind: z.enum(interpreterKinds),
  /** Which language; only of one who speaks it. */
  language: words(40).default(""),
};
/** A witness is there for nobody in particular; everybody else for somebody. */
const saysForWhom = ({ kind, partyIds }: { kind: string; partyIds: readonly string[] }) =>
  (kind === "witness") === (partyIds.length === 0);
const saysLanguage = (one: { kind: string | null; language: string }) =>
  (one.kind === "spoken") === (one.language !== "");

/** At a session, or of the agreement that is being written. */
const placeInput = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("session"), sessionId: z.uuid() }),
  z.strictObject({ at: z.literal("agreement") }),
]);

/** Somebody who has no place in the county. */
export const outsiderInput = z.strictObject({
  from: z.literal("outside"),
  name: filled(60),
  phone: phone.default(""),
  /** What ties them to a party, in words; empty where nothing does. */
  tie: words(100).default(""),
  /** Parties who know of a tie and agree all the same. */
  agreedPartyIds: z.array(z.uuid()).max(400).default([]),
  /** Who agreed for a party: a guardian, an agent with authority, an organisation's representative. */
  speakers: speakersInput,
});

const whoInput = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("county"), personId: z.uuid() }),
  outsiderInput,
]);

const named = {
  ...help,
  /** For whom; a row for each. Nobody of a witness. */
  partyIds: z
    .array(z.uuid())
    .max(40)
    .refine((ids) => new Set(ids).size === ids.length),
  who: whoInput,
};
export type NamedInterpreter = z.output<z.ZodObject<typeof named>>;

/** Who interpreted or read aloud where a matter was settled on the spot, and how they signed the paper. */
export const interpreterThereInput = z
  .strictObject({ ...named, kind: z.enum(helpKinds), means: z.enum(signatureMeans).nullable().default(null) })
  .refine(saysLanguage, { path: ["language"] })
  .refine(saysForWhom, { path: ["partyIds"] });

export const nameInterpreterInput = proceedingTarget
  .extend({
    ...named,
    place: placeInput,
    /** Why they are named for an hour at which they cannot come as far as is known. */
    despite: reasonInLineOrNone(200),
  })
  .refine(saysLanguage, { path: ["language"] })
  .refine(saysForWhom, { path: ["partyIds"] });
export type NameInterpreterInput = z.output<typeof nameInterpreterInput>;

/** Whoever said no or nothing, asked once more. */
export const askInterpreterAgainInput = proceedingTarget.extend({
  askingId: z.uuid(),
  /** Why they are named for an hour at which they cannot come as far as is known. */
  despite: reasonInLineOrNone(200),
});
export type AskInterpreterAgainInput = z.output<typeof askInterpreterAgainInput>;

export const interpreterTarget = proceedingTarget.extend({ interpreterId: z.uuid() });
export type InterpreterTarget = z.output<typeof interpreterTarget>;

/** Somebody from outside, told of the session by mouth. */
export const tellInterpreterInput = interpreterTarget.extend({
  means: z.enum(spokenMeans),
  /** The start they were told; another one by now is a conflict. */
  startsAt: instant,
});
export type TellInterpreterInput = z.output<typeof tellInterpreterInput>;

/** What whoever was asked to interpret says: a yes to the hour they read, a no with its reason, or other times. */
const yes = z.strictObject({ is: z.literal("yes"), startsAt: instant });
const no = declineAnswer.extend({ is: z.literal("no") });
const askingAnswer = z.discriminatedUnion("is", [yes, no, proposeAnswer.extend({ is: z.literal("otherTimes") })]);
export type AskingAnswer = z.output<typeof askingAnswer>;

/** They name their question alone: they know nothing else of the matter. */
export const answerAskingInput = z.strictObject({ askingId: z.uuid(), answer: askingAnswer });
export type AnswerAskingInput = z.output<typeof answerAskingInput>;

/** An answer somebody heard: what was said, by whom, when and how. */
export const recordAskingAnswerInput = proceedingTarget.extend({
  askingId: z.uuid(),
  answer: z.discriminatedUnion("is", [yes, no]),
  means: z.enum(spokenMeans),
  /** Who said it, where it was not the interpreter. */
  saidBy: words(60).default(""),
  saidAt: instant,
});
export type RecordAskingAnswerInput = z.output<typeof recordAskingAnswerInput>;

export const attendInterpreterInput = interpreterTarget.extend({ came: z.boolean() });
export type AttendInterpreterInput = z.output<typeof attendInterpreterInput>;

export const signInterpreterInput = interpreterTarget.extend({
  /** How they signed; null notes only that a reader read it out. */
  means: z.enum(signatureMeans).nullable(),
  /** The day on which they did; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
  /** Drawn on the screen that is handed round, now; left out where it stands on paper. */
  drawn: drawnSignature.optional(),
});
export type SignInterpreterInput = z.output<typeof signInterpreterInput>;

/** Which help a party needs; null: none any more. */
export const needInterpreterInput = proceedingTarget
  .extend({ partyId: z.uuid(), kind: z.enum(helpKinds).nullable(), language: help.language })
  .refine(saysLanguage, { path: ["language"] });
export type NeedInterpreterInput = z.output<typeof needInterpreterInput>;
