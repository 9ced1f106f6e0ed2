import { addDays, dayOf } from "../kernel/shanghai";

/** The day in Shanghai so many days from now, as "2026-11-26". */
export const dayFromNow = (days = 0): string => addDays(dayOf(new Date()), days);

/** The day in Shanghai of an instant given as ISO text. */
export const dayOfInstant = (instant: string): string => dayOf(new Date(instant));
