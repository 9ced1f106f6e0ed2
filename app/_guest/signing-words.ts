import type { ReactNode } from "react";
import { sharesOf } from "@/app/_agreements/clause-draft";
import { clauseOfSent } from "@/app/_agreements/differences";
import { breachSaid, howSaid } from "@/app/_agreements/how-words";
import { partyIdsOf } from "@/app/_agreements/plain-terms";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { formatFor } from "@/app/_ui/format/format-for";
import { rmbInWords } from "@/app/_ui/format/rmb-in-words";
import { bare } from "@/server/agreements/choices";
import type { SentClause } from "@/server/agreements/reads/agreement";
import type { SigningPage } from "@/server/signing/reads/signing-page";
import type { GuestWords } from "./words";

/** A moment far from every due day, so that a paper always names the year. */
const anotherYear = new Date(0);

/** The clauses as they stand on the paper, in its own words. */
export function legalClauses(words: GuestWords, page: SigningPage): string[] {
  const { agreements, proofs, locale } = words;
  const t = (key: string, values?: Record<string, string | number>) =>
    agreements(`paper.${key}` as never, values as never);
  const f = formatFor(locale, anotherYear);
  const [gap, and] = [locale === "en" ? " " : "", t("and")];
  const sides = (of: readonly string[]) =>
    page.parties
      .filter(({ id }) => of.includes(id))
      .map((party) => {
        const side = words.sideName(f.side(party.side - 1));
        const isShared = page.parties.filter((one) => one.side === party.side).length > 1;
        return isShared ? `${side}${gap}${party.name}` : side;
      })
      .join(and);
  const money = (fen: number) => (locale === "en" ? f.money(yuanOfFen(fen)) : f.yuan(yuanOfFen(fen)));
  return page.clauses.map((clause) => {
    const [obligors, obligees] = [partyIdsOf(clause, "obligor"), partyIdsOf(clause, "obligee")];
    const said = agreements.rich(`paper.${clause.kind}`, {
      obligors: sides(obligors),
      obligees: sides(obligees),
      text: bare(clause.text),
      due: () => legalDue(words, clause, f),
      sum: () => `${money(clause.amountFen ?? 0)}（${rmbInWords(yuanOfFen(clause.amountFen ?? 0))}）`,
    });
    const liability =
      clause.liability && obligors.length > 1
        ? t(`liability.${clause.liability}`, { shares: sharesIn(clause, sides, money, and) })
        : "";
    const forWhom = clause.kind !== "pay" && obligees.length > 0 ? t("forWhom", { obligees: sides(obligees) }) : "";
    const proof = clause.verifierName
      ? t("proofVerified", { proof: proofs(clause.proof), verifier: clause.verifierName })
      : t("proof", { proof: proofs(clause.proof) });
    const how = (key: string, values?: Record<string, string>) => t(`how.${key}`, values);
    return [joined(said), howSaid(how, clause), liability, forWhom, proof, breachSaid(how, clause)]
      .filter(Boolean)
      .join(gap);
  });
}

/** What `rich` gives where each tag gives text: texts, one after another. */
const joined = (said: ReactNode): string => (Array.isArray(said) ? said.map(joined).join("") : String(said ?? ""));

function legalDue({ agreements }: GuestWords, clause: SentClause, f: ReturnType<typeof formatFor>): string {
  const said = (key: "on" | "by" | "onSigning" | "afterSigning", day: string) =>
    joined(agreements.rich(`due.${key}`, { day: () => day }));
  const { dueAfterDays: days, dueOn, kind } = clause;
  if (days === null) return said(kind === "refrain" ? "on" : "by", dueOn ? f.day(dueOn) : "");
  return days === 0
    ? said("onSigning", agreements("due.signingDay"))
    : said("afterSigning", agreements("due.signingDays", { days }));
}

function sharesIn(
  clause: SentClause,
  sides: (of: readonly string[]) => string,
  money: (fen: number) => string,
  and: string,
): string {
  const obligors = clause.parties.filter(({ part }) => part === "obligor");
  const draft = clauseOfSent(clause);
  return (sharesOf(draft) ?? [])
    .map((fen, i) => `${sides(obligors.slice(i, i + 1).map(({ id }) => id))} ${money(fen)}`)
    .join(and);
}
