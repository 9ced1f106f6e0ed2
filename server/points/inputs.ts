import * as z from "zod";
import { yesNoUnclear } from "@/db/vocabulary";
import { calendarDay } from "../disputes/inputs";
import { filledLines, lines } from "../kernel/words";
import { keeperSteps } from "./choices";

/** The day on which it was done; today where it is left out. */
const happenedOn = calendarDay.nullable().optional();

/** That they see to it, or went there and what they found. */
export const takeClueStepInput = z
  .strictObject({ clueId: z.uuid(), kind: z.enum(keeperSteps), note: lines(500).default(""), happenedOn })
  .refine(({ kind, note }) => kind === "acknowledge" || note !== "", { path: ["note"] });
export type TakeClueStepInput = z.output<typeof takeClueStepInput>;

/** How it was settled on the spot, in words that whoever reported it reads too. */
export const settleClueInput = z.strictObject({
  clueId: z.uuid(),
  note: filledLines(200),
  /** Asked of everybody who calms a quarrel: family violence is never settled at a point (反家庭暴力法 15、16). */
  familyViolence: z.enum(yesNoUnclear),
  happenedOn,
});
export type SettleClueInput = z.output<typeof settleClueInput>;

export const escalateClueInput = z.strictObject({ clueId: z.uuid(), note: lines(500).default("") });
export type EscalateClueInput = z.output<typeof escalateClueInput>;
