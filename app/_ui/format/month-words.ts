import { useLocale } from "next-intl";

/** 11月 or Nov, of "2026-11"; where asked, with its year. */
export function monthWord(locale: string, month: string, withYear = false): string {
  const [year = "", number = ""] = month.split("-");
  const options = { month: "short", timeZone: "UTC", ...(withYear ? { year: "numeric" as const } : {}) } as const;
  return new Intl.DateTimeFormat(locale, options).format(Date.UTC(Number(year), Number(number) - 1, 15));
}

/** The same in the reader's language. */
export function useMonthWord() {
  const locale = useLocale();
  return (month: string, withYear = false): string => monthWord(locale, month, withYear);
}
