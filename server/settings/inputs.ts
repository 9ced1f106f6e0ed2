import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { filled, words } from "../kernel/words";
import { type RuleKey, ruleDefaults } from "../rules/defaults";

const ruleKeys = Object.keys(ruleDefaults) as [RuleKey, ...RuleKey[]];
/** As many as the database's integer holds; each rule has its own bounds. */
const anyValue = z.int().min(0).max(2_000_000_000);

export const setRuleInput = z.strictObject({
  key: z.enum(ruleKeys),
  value: anyValue,
  /** What the user saw for that day; another value is a conflict. */
  valueSeen: anyValue,
  /** 'YYYY-MM-DD'; the day from which the value counts. */
  validFrom: calendarDay,
  /** The law it rests on, or "" for a local rule. */
  source: words(120).default(""),
});
export type SetRuleInput = z.output<typeof setRuleInput>;

const daysMax = 60;
const dayList = z.array(calendarDay).max(daysMax);

export const setDaysInput = z
  .strictObject({
    year: z.int().min(2025).max(2100),
    /** The notice the days are taken from, e.g. 国办发明电〔2026〕8号. */
    notice: filled(200),
    /** Every day off of the year, those on a weekend too. */
    free: dayList,
    /** Saturdays and Sundays that are worked. */
    worked: dayList,
    /** The entry of this year the user saw; null where there was none. */
    entrySeen: z.uuid().nullable(),
  })
  .refine(({ year, free, worked }) => {
    const all = [...free, ...worked];
    return all.every((day) => day.startsWith(`${year}-`)) && new Set(all).size === all.length;
  });
export type SetDaysInput = z.output<typeof setDaysInput>;
