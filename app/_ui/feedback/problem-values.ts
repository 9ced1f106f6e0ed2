import type { Locale, TieKind } from "@/db/vocabulary";

/** What turns codes and times into words of the reader's language. */
interface Saying {
  locale: Locale;
  /** The words of `vocabulary.tieKinds`. */
  tie: { (kind: TieKind): string; has: (kind: TieKind) => boolean };
  dateTime: (at: string) => string;
  date: (day: string) => string;
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;
/** The server sends times as ISO text; people read a day and a time. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** What the sentence of a problem wants filled in. */
export function problemValues(
  { code, params = {} }: { code: string; params?: Record<string, string | number> },
  { locale, tie, dateTime, date }: Saying,
): Record<string, string | number> {
  if (code === "tied")
    return { name: String(params.name ?? ""), kinds: tiesIn(String(params.kinds ?? ""), { locale, tie }) };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? inWords(value, { dateTime, date }) : value,
    ]),
  );
}

const inWords = (value: string, { dateTime, date }: Pick<Saying, "dateTime" | "date">): string =>
  instant.test(value) ? dateTime(value) : calendarDay.test(value) ? date(value) : value;

/** Codes of ties, comma-separated, as words; "none" where none are given. */
function tiesIn(kinds: string, { locale, tie }: Pick<Saying, "locale" | "tie">): string {
  const keys = kinds.split(",") as TieKind[];
  return keys.every((key) => tie.has(key)) ? keys.map((key) => tie(key)).join(locale === "en" ? ", " : "、") : "none";
}
