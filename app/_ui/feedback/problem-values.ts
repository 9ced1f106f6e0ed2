import type { Locale, TieKind } from "@/db/vocabulary";

/** What turns codes and times into words of the reader's language. */
interface Saying {
  locale: Locale;
  /** The words of `vocabulary.tieKinds`. */
  tie: { (kind: TieKind): string; has: (kind: TieKind) => boolean };
  dateTime: (at: string) => string;
  date: (day: string) => string;
}

/** The server sends days and times as ISO text; people read a day, and a time where one is said. */
const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*(Z|[+-]\d\d:\d\d))?$/;

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

function inWords(value: string, { dateTime, date }: Pick<Saying, "dateTime" | "date">): string {
  const found = iso.exec(value);
  return found ? (found[1] ? dateTime : date)(value) : value;
}

/** Codes of ties, comma-separated, as words; "none" where none are given. */
function tiesIn(kinds: string, { locale, tie }: Pick<Saying, "locale" | "tie">): string {
  const keys = kinds.split(",") as TieKind[];
  return keys.every((key) => tie.has(key)) ? keys.map((key) => tie(key)).join(locale === "en" ? ", " : "、") : "none";
}
