/** A value of a cell. Text stays text whatever it begins with; a day is 'YYYY-MM-DD', a moment 'YYYY-MM-DD HH:MM', both as on a wall clock. */
export type SheetCell = string | number | null | { day: string } | { moment: string };

/** One sheet of a workbook: a head that stays in sight, and lines below it. */
export interface SheetTable {
  name: string;
  /** Said above the head, one line each. */
  notes: readonly string[];
  head: readonly string[];
  /** In characters, one for each column. */
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
}

/** Bounds of the process that makes one workbook. */
export const workbooks = { seconds: 30, megabytes: 384, mostBytes: 32 * 1024 * 1024 } as const;
