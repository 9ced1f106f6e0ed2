import type { useTranslations } from "next-intl";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";

type Words = ReturnType<typeof useTranslations<"settings">>;
type Unit = Parameters<Words>[0] & `unit.${string}`;

/** Hours of the day and not a number of hours. */
export const isHourOfDay = (key: string) => key.startsWith("notice.quiet");

/** A time of day, as minutes after midnight. */
const isTime = (unit: string) => unit === "minutes after midnight";
const two = (n: number) => String(n).padStart(2, "0");

/** A value as it is typed: a number, or a time such as 08:30. */
export const textOf = (unit: string, n: number): string =>
  isTime(unit) ? `${two(Math.floor(n / 60))}:${two(n % 60)}` : String(n);

/** What was typed, as a number; null while it is none. */
export function readValue(unit: string, typed: string): number | null {
  const text = typed.trim().replace("：", ":");
  const time = isTime(unit) ? /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) : null;
  if (time) return Number(time[1]) * 60 + Number(time[2]);
  return !isTime(unit) && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A rule's value with its unit, e.g. 24 小时. */
export const valueWords = (t: Words, { key, unit }: Pick<RuleLine, "key" | "unit">, n: number): string =>
  isTime(unit) ? textOf(unit, n) : t(`unit.${isHourOfDay(key) ? "oclock" : unit}` as Unit, { n });

/** What a rule is called. */
export const ruleName = (t: Words, key: RuleLine["key"]): string => t(`rule.${key}` as Parameters<Words>[0]);

/** The names of laws that values rest on as they are shipped. */
const laws = {
  程序规定: "procedureRules",
  民法典: "civilCode",
  民事诉讼法: "civilProcedure",
  人民调解法: "mediationLaw",
  人民调解工作若干规定: "mediationProvisions",
} as const;

/** What a value rests on: an article of a law that we know, a law as it was written, or a local rule. */
export function basisWords(t: Words, source: string): string {
  if (source === "local" || source === "") return t("rules.local");
  const [, name = "", article = ""] = /^(\S+) (\d+)$/.exec(source) ?? [];
  const law = Object.entries(laws).find(([known]) => known === name)?.[1];
  return law ? t(`law.${law}`, { article }) : source;
}
