/** A local rule rests on no law. */
export const localRule = "local";

/** From this day of a year on, those who enter days off are reminded of the next year's. */
export const alarmFrom = "10-01";

/** How many years ahead days off can be entered. */
export const yearsAhead = 2;
