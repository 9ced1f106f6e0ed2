import * as z from "zod";
import { partyStandings, signatureMeans } from "@/db/vocabulary";
import { calendarDay, partyInput, phone, proceedingTarget } from "../disputes/inputs";
import { filled, reason, reasonOrNone } from "../kernel/words";
import { membersMax } from "./choices";

export const memberInput = partyInput
  .pick({ name: true, idNumber: true, address: true })
  .extend({ phone: phone.default("") });
const members = z.array(memberInput).min(1).max(membersMax);
export type MemberInput = z.output<typeof memberInput>;

export const checkMembersInput = z.strictObject({ disputeId: z.uuid(), members });
/** The members of a numerous side, added at once; those who are there already are refused by name. */
export const importMembersInput = proceedingTarget.extend({
  side: z.int().min(1).max(12),
  standing: z.enum(partyStandings),
  members,
  /** Why they come after a paper was made; needed then. */
  reason: reasonOrNone(200).optional(),
});
export type ImportMembersInput = z.output<typeof importMembersInput>;

const chosen = (most: number) =>
  z
    .array(z.uuid())
    .min(1)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length);

export const recordElectionInput = proceedingTarget.extend({
  side: z.int().min(1).max(12),
  /** Who elected; a representative who is also a member need not be named again. */
  memberIds: chosen(membersMax),
  representativeIds: chosen(10),
  electedOn: calendarDay,
  /** The paper that shows it. */
  paper: filled(200),
  mayNegotiate: z.boolean(),
  maySign: z.boolean(),
  mayReceive: z.boolean(),
});
export type RecordElectionInput = z.output<typeof recordElectionInput>;

/** A member withdraws from whom it elected, or a representative stops representing all of them. */
export const endElectionInput = proceedingTarget.extend({
  electionId: z.uuid(),
  who: z.enum(["member", "representative"]),
  partyId: z.uuid(),
  endedOn: calendarDay,
  reason: reason(200),
});
export type EndElectionInput = z.output<typeof endElectionInput>;

export const signForMembersInput = proceedingTarget.extend({
  representativeId: z.uuid(),
  means: z.enum(signatureMeans),
  /** The day of signing; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type SignForMembersInput = z.output<typeof signForMembersInput>;
