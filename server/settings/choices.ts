/** A local rule rests on no law. */
export const localRule = "local";

/** From this day of a year on, those who enter days off are reminded of the next year's. */
export const alarmFrom = "10-01";

/** How many years ahead days off can be entered. */
export const yearsAhead = 2;

/** A value from a day on ('YYYY-MM-DD'), as it was set; `by` and `at` are null for what came with the product. */
export interface SetValue {
  value: number;
  from: string;
  /** The law it rests on; 'local' = a local rule. */
  source: string;
  by: string | null;
  at: string | null;
  /** Of the reader's committee alone, not of the whole county. */
  isOwn: boolean;
}

/** What counts on a day, of what was set, the newest first: a committee's own value goes before the county's. */
export function inForce(history: readonly SetValue[], day: string): SetValue | null {
  const begun = history.filter(({ from }) => from <= day);
  return begun.find(({ isOwn }) => isOwn) ?? begun[0] ?? null;
}
