import * as z from "zod";
import { consentAnswers, consentSubjects, noticeMeans, otherRoutes } from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { reasonOrNone, words } from "../kernel/words";

/** One party's answer on one subject: a force is named for `inviteForce`, a person for `invitePerson`, an agent for `bothSides`. */
const consentAnswer = z.strictObject({
  partyId: z.uuid(),
  subject: z.enum(consentSubjects).exclude(["agreement", "confirmation"]),
  forceCode: words(32).nullable().default(null),
  personId: z.uuid().nullable().default(null),
  aboutLinkId: z.uuid().nullable().default(null),
  answer: z.enum(consentAnswers),
  /** Who said it for the party; null: the party. */
  spokenByLinkId: z.uuid().nullable().optional(),
});

const subjectKey = (said: z.output<typeof consentAnswer>) =>
  [said.partyId, said.subject, said.forceCode, said.personId, said.aboutLinkId].join();

/** Each subject once: nobody could say which of two answers of the same moment is the later. */
const saidOnce = (answers: z.output<typeof consentAnswer>[]) =>
  new Set(answers.map(subjectKey)).size === answers.length;

export const giveNoticeInput = proceedingTarget.extend({
  /** The parties to tell; an empty list means everyone who has had no notice yet. */
  partyIds: z.array(z.uuid()).max(400).default([]),
  means: z.enum(noticeMeans),
  /** Who was told for a party: a child's guardian, an organisation's representative. */
  speakers: speakersInput,
  /** What those who are told answer at once. */
  answers: z.array(consentAnswer).max(4000).refine(saidOnce).optional(),
  /** The day on which they were told; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type GiveNoticeInput = z.output<typeof giveNoticeInput>;

export const recordConsentInput = proceedingTarget.extend({
  answers: z.array(consentAnswer).min(1).max(4000).refine(saidOnce),
  /** The day on which they said it; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type RecordConsentInput = z.output<typeof recordConsentInput>;

export const recordRefusalInput = proceedingTarget.extend({
  partyId: z.uuid(),
  /** Who refused for the party; null: the party. */
  spokenByLinkId: z.uuid().nullable().optional(),
  reason: reasonOrNone(200),
  routesTold: z.array(z.enum(otherRoutes)).min(1).max(otherRoutes.length),
  /** The day on which they refused; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type RecordRefusalInput = z.output<typeof recordRefusalInput>;
