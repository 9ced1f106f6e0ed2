import type { useTranslations } from "next-intl";
import { yuanOfFen } from "@/app/_ui/format/fen";
import type { formatFor } from "@/app/_ui/format/format-for";
import { bare } from "@/server/agreements/choices";
import type { SentClause } from "@/server/agreements/reads/agreement";
import { numerousFrom } from "./sheet/paper-sides";

/** What follows for whoever signs, in plain words beside the legal text: what they get, what they do and what they do not. */
export interface PlainTerms {
  get: string[];
  do: string[];
  refrain: string[];
  /** For somebody who is no party: all of it. */
  all: string[];
}

/** The words of `guest.signing`, in which both doors speak: the page on one's own phone and the screen that is handed round. */
export interface TermWords {
  signing: ReturnType<typeof useTranslations<"guest.signing">>;
  f: ReturnType<typeof formatFor>;
  /** Between two names. */
  and: string;
}

export type TermClause = Pick<
  SentClause,
  "kind" | "text" | "amountFen" | "dueOn" | "dueAfterDays" | "parties" | "condition" | "consequence"
>;

interface TermPaper {
  clauses: readonly TermClause[];
  parties: readonly { id: string; name: string }[];
  /** Whoever signs, or for whom; null for a witness and the lead. */
  me: { partyId: string | null };
}

/** The parties of a clause on one side of it. */
export const partyIdsOf = (clause: Pick<TermClause, "parties">, part: "obligor" | "obligee"): string[] =>
  clause.parties.filter((one) => one.part === part).map(({ id }) => id);

/** The terms as they concern this signer. */
export function plainTerms(words: TermWords, paper: TermPaper): PlainTerms {
  const terms: PlainTerms = { get: [], do: [], refrain: [], all: [] };
  const { signing: t, f } = words;
  for (const clause of paper.clauses) {
    const [obligors, obligees] = [partyIdsOf(clause, "obligor"), partyIdsOf(clause, "obligee")];
    const me = paper.me.partyId;
    const who = namesOf(words, paper, obligors);
    const due = dueOf(words, clause);
    const text = bare(clause.text);
    const { condition = "", consequence = "" } = clause;
    const whole = (what: string): string => {
      const said = condition ? t("onlyIf", { said: what, condition: bare(condition) }) : what;
      return consequence ? t("ifNot", { said, consequence: bare(consequence) }) : said;
    };
    const say = (own: boolean): string => {
      if (clause.kind === "pay") {
        const sum = f.yuan(yuanOfFen(clause.amountFen ?? 0));
        return t("pays", { who, whom: namesOf(words, paper, obligees), due, sum, text });
      }
      if (clause.kind === "act") return own ? t("acts", { due, text }) : t("actsWho", { who, due, text });
      return own ? t("refrains", { text }) : t("refrainsWho", { who, text });
    };
    const isMine = me !== null && obligors.includes(me);
    if (me === null) terms.all.push(whole(say(false)));
    else if (isMine) terms[clause.kind === "refrain" ? "refrain" : "do"].push(whole(say(obligors.length === 1)));
    if (me !== null && !isMine) terms.get.push(whole(say(false)));
  }
  return terms;
}

/** The names of these parties; a numerous group by its first and its number. */
function namesOf({ signing: t, and }: TermWords, { parties, me }: TermPaper, of: readonly string[]): string {
  const [first, ...more] = parties.filter(({ id }) => of.includes(id));
  if (!first) return "";
  if (more.length + 1 >= numerousFrom) return t("manyNames", { first: first.name, count: more.length + 1 });
  return [first, ...more].map((one) => (one.id === me.partyId ? t("own") : one.name)).join(and);
}

/** By when, in plain words. */
function dueOf({ signing: t, f }: TermWords, { kind, dueOn, dueAfterDays }: TermClause): string {
  if (dueOn) return t(kind === "refrain" ? "due.checked" : "due.on", { day: f.day(dueOn) });
  if (dueAfterDays === 0) return t("due.signing");
  return dueAfterDays === null ? "" : t("due.after", { days: dueAfterDays });
}
