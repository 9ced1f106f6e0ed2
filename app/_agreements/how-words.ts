import { bare } from "@/server/agreements/choices";

/** What the parties said beside who owes what by when: both the page and the guest's document put it in the same words. */
interface How {
  condition?: string;
  way?: string;
  place?: string;
  consequence?: string;
}
/** The words of `agreements.paper.how`. */
type HowWords = (key: keyof How | "and" | "end", values?: Record<string, string>) => string;

/** On which condition, in which way and where it is performed, where that was said. */
export function howSaid(t: HowWords, clause: How): string {
  const said = (["condition", "way", "place"] as const).flatMap((key) => {
    const words = bare(clause[key] ?? "");
    return words ? [t(key, { [key]: words })] : [];
  });
  return said.length > 0 ? t("end", { said: said.join(t("and")) }) : "";
}

/** What follows where it is not kept, where that was said. */
export function breachSaid(t: HowWords, { consequence = "" }: How): string {
  return bare(consequence) ? t("consequence", { consequence: bare(consequence) }) : "";
}
