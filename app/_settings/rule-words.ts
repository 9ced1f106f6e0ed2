import type { useTranslations } from "next-intl";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";

type Words = ReturnType<typeof useTranslations<"settings">>;
type Unit = Parameters<Words>[0] & `unit.${string}`;

/** Hours of the day and not a number of hours. */
const isHourOfDay = (key: string) => key.startsWith("notice.quiet");

/** A rule's value with its unit, e.g. 24 小时. */
export const valueWords = (t: Words, { key, unit }: Pick<RuleLine, "key" | "unit">, n: number): string =>
  t(`unit.${isHourOfDay(key) ? "oclock" : unit}` as Unit, { n });

/** What a rule is called. */
export const ruleName = (t: Words, key: RuleLine["key"]): string => t(`rule.${key}` as Parameters<Words>[0]);

/** What a value rests on: the law as it was written, or a local rule. */
export const basisWords = (t: Words, source: string): string =>
  source === "local" || source === "" ? t("rules.local") : source;
