import * as z from "zod";
import { partyTimeKinds, sessionModes } from "@/db/vocabulary";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { instant, reason, reasonOrNone, words } from "../kernel/words";
import { holdSessionInput } from "../sessions/inputs";

const forceCode = words(32).min(2);
const ids = z.array(z.uuid()).max(400);
/** How many of a force's ticked people are needed: all of them, a number of them, or none. */
export const forceParts = ["all", "any", "optional"] as const;
export type ForcePart = (typeof forceParts)[number];

export const planInput = z.strictObject({
  disputeId: z.uuid(),
  minutes: z.int().min(30).max(240).default(90),
  mode: z.enum(sessionModes).default("onSite"),
  /** Days to look ahead; the county's rule when absent. */
  days: z.int().min(1).max(60).nullable().default(null),
  /** First day to look at, in Shanghai; the earliest possible when absent. */
  fromDay: calendarDay.nullable().default(null),
  /** Who is ticked; the suggested panel when absent. */
  choice: z
    .strictObject({
      partyIds: ids,
      personIds: ids,
      parts: z.array(z.strictObject({ forceCode, part: z.enum(forceParts) })).max(20),
      /** Helpers who must come in person, without a substitute. */
      namedIds: ids.default([]),
    })
    .nullable()
    .default(null),
});
export type PlanInput = z.output<typeof planInput>;

export const conveneInput = holdSessionInput.omit({ kind: true, askedIds: true }).extend({
  /** Whom to ask, for which force. People whose invitation has no hour yet are asked to this one. */
  invitees: z
    .array(z.strictObject({ personId: z.uuid(), forceCode, roleAsked: words(120).default("") }))
    .max(30)
    .default([]),
  /** Other hours they may choose instead; nothing is held for these. */
  alternatives: z
    .array(z.strictObject({ startsAt: instant, roomId: z.uuid() }))
    .max(4)
    .default([]),
  /** Helpers among those asked or seated who must come in person, without a substitute. */
  namedIds: ids.default([]),
});
export type ConveneInput = z.output<typeof conveneInput>;

const need = z
  .strictObject({
    /** A force, or a person who must come in person. */
    forceCode: forceCode.nullable().default(null),
    personId: z.uuid().nullable().default(null),
    seats: z.int().min(1).max(12).default(1),
    isRequired: z.boolean(),
  })
  .refine(({ forceCode: force, personId, seats }) => (personId ? force === null && seats === 1 : force !== null));

export const changeNeedsInput = proceedingTarget.extend({
  sessionId: z.uuid(),
  /** The version the lead saw; a change in between is a conflict. */
  sessionVersion: z.int(),
  needs: z
    .array(need)
    .max(20)
    .refine((all) => new Set(all.map((one) => one.personId ?? one.forceCode)).size === all.length),
  reason: reason(200),
});
export type ChangeNeedsInput = z.output<typeof changeNeedsInput>;

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

export const partyTimeInput = z
  .strictObject({
    disputeId: z.uuid(),
    partyId: z.uuid(),
    kind: z.enum(partyTimeKinds),
    /** 1 = Monday … 7 = Sunday; null = every day. */
    weekday: z.int().min(1).max(7).nullable().default(null),
    /** Days it holds for, both included; null = open. */
    fromDay: calendarDay.nullable().default(null),
    untilDay: calendarDay.nullable().default(null),
    fromTime: time,
    untilTime: time,
    /** Shown to the lead only. */
    reason: reasonOrNone(120),
  })
  .refine(({ fromTime, untilTime }) => fromTime < untilTime, { path: ["untilTime"] })
  .refine(({ fromDay, untilDay }) => !fromDay || !untilDay || fromDay <= untilDay, { path: ["untilDay"] });
export type PartyTimeInput = z.output<typeof partyTimeInput>;

export const removePartyTimeInput = z.strictObject({ disputeId: z.uuid(), partyTimeId: z.uuid() });
export type RemovePartyTimeInput = z.output<typeof removePartyTimeInput>;
