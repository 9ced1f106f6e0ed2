import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { instant } from "../kernel/words";

export const addLeaderShiftsInput = z.strictObject({
  leaderId: z.uuid(),
  /** Each at most 24 hours; a longer duty is several shifts. */
  shifts: z
    .array(z.strictObject({ from: instant, until: instant }))
    .min(1)
    .max(31),
});
export type AddLeaderShiftsInput = z.output<typeof addLeaderShiftsInput>;
export const removeLeaderShiftInput = z.strictObject({ leaderShiftId: z.uuid() });
export type RemoveLeaderShiftInput = z.output<typeof removeLeaderShiftInput>;
/** Seven days from this one on, in Asia/Shanghai. */
export const leaderWeekInput = z.strictObject({ fromDay: calendarDay });
export type LeaderWeekInput = z.output<typeof leaderWeekInput>;
