import * as z from "zod";
import { disputeTypes, panelNeeds, tieKinds } from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, lines, reason, words } from "../kernel/words";
import { recordableTies } from "./choices";

export const panelRulesInput = z.strictObject({ type: z.enum(disputeTypes) });

export const setPanelRuleInput = z.strictObject({
  type: z.enum(disputeTypes),
  forceCode: filled(32),
  /** Words the place must hold; "" = everywhere the committee works. */
  area: words(40).default(""),
  /** The first day on which it applies: today or later. */
  validFrom: calendarDay,
  need: z.enum(panelNeeds),
  seats: z.int().min(1).max(5),
  /** The rule of that very day that the user saw and replaces; null where they saw none. */
  ruleVersion: z.int().nullable(),
  reason: reason(200),
});
export type SetPanelRuleInput = z.output<typeof setPanelRuleInput>;

export const recordTieInput = proceedingTarget.extend({
  personId: z.uuid(),
  partyId: z.uuid(),
  kind: z.enum(recordableTies),
  note: lines(200).default(""),
});
export type RecordTieInput = z.output<typeof recordTieInput>;

/** A tie of whoever discloses it. */
export const discloseOwnTieInput = recordTieInput.omit({ personId: true });
export type DiscloseOwnTieInput = z.output<typeof discloseOwnTieInput>;

export const removeTieInput = proceedingTarget.extend({ tieId: z.uuid() });
export type RemoveTieInput = z.output<typeof removeTieInput>;

export const waiveTieInput = proceedingTarget.extend({
  personId: z.uuid(),
  /** The kinds the parties were told of. */
  kinds: z.array(z.enum(tieKinds)).min(1).max(tieKinds.length),
  /** The parties who have agreed; every party of the dispute is needed. */
  partyIds: z.array(z.uuid()).min(1).max(400),
  /** Who said it for a party: a guardian, an agent with authority, an organisation's representative. */
  speakers: speakersInput,
  reason: reason(200),
  /** The day on which the last of them said so; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type WaiveTieInput = z.output<typeof waiveTieInput>;
