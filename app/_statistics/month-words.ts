import { useLocale } from "next-intl";

/** 11月 or Nov; in January, and where asked, with its year. */
export function useMonthWord() {
  const locale = useLocale();
  return (month: string, withYear = false): string => {
    const [year = "", number = ""] = month.split("-");
    const options = { month: "short", timeZone: "UTC", ...(withYear ? { year: "numeric" as const } : {}) } as const;
    return new Intl.DateTimeFormat(locale, options).format(Date.UTC(Number(year), Number(number) - 1, 15));
  };
}
