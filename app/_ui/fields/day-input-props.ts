import type { FieldWords } from "./field-look";

export interface DayInputProps extends Partial<FieldWords> {
  /** Instead of a visible label, inside a group that has one. */
  ariaLabel?: string;
  isWrong?: boolean;
  value: string;
  onChange: (day: string) => void;
  minDay?: string;
  maxDay?: string;
  disabled?: boolean;
}
