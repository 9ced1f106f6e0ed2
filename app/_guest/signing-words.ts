import type { ReactNode } from "react";
import { draftOf, sharesOf } from "@/app/_agreements/clause-draft";
import { numerousFrom } from "@/app/_agreements/paper-sides";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { formatFor } from "@/app/_ui/format/format-for";
import { rmbInWords } from "@/app/_ui/format/rmb-in-words";
import type { SigningClause, SigningPage } from "@/server/signing/reads/signing-page";
import type { GuestWords } from "./words";

/** A moment far from every due day, so that a paper always names the year. */
const anotherYear = new Date(0);

const ids = (clause: SigningClause, part: "obligor" | "obligee"): string[] =>
  clause.parties.filter((one) => one.part === part).map(({ id }) => id);

/** The names of these parties; a numerous group by its first and its number. */
function namesOf({ signing: t, and }: GuestWords, page: SigningPage, of: readonly string[]): string {
  const me = page.me.partyId;
  const [first, ...more] = page.parties.filter(({ id }) => of.includes(id));
  if (!first) return "";
  if (more.length + 1 >= numerousFrom) return t("manyNames", { first: first.name, count: more.length + 1 });
  return [first, ...more].map((one) => (one.id === me ? t("own") : one.name)).join(and);
}

/** By when, in plain words. */
function dueOf({ signing: t, f }: GuestWords, { kind, dueOn, dueAfterDays }: SigningClause): string {
  if (dueOn) return t(kind === "refrain" ? "due.checked" : "due.on", { day: f.day(dueOn) });
  if (dueAfterDays === 0) return t("due.signing");
  return dueAfterDays === null ? "" : t("due.after", { days: dueAfterDays });
}

/** What follows for whoever signs, in plain words beside the legal text: what they get, what they do and what they do not. */
export interface PlainTerms {
  get: string[];
  do: string[];
  refrain: string[];
  /** For somebody who is no party: all of it. */
  all: string[];
}

export function plainTerms(words: GuestWords, page: SigningPage): PlainTerms {
  const terms: PlainTerms = { get: [], do: [], refrain: [], all: [] };
  const { signing: t, f } = words;
  for (const clause of page.clauses) {
    const [obligors, obligees] = [ids(clause, "obligor"), ids(clause, "obligee")];
    const me = page.me.partyId;
    const who = namesOf(words, page, obligors);
    const due = dueOf(words, clause);
    const text = clause.text.trim().replace(/[。.；;]$/, "");
    const say = (own: boolean): string => {
      if (clause.kind === "pay") {
        const sum = f.yuan(yuanOfFen(clause.amountFen ?? 0));
        return t("pays", { who, whom: namesOf(words, page, obligees), due, sum, text });
      }
      if (clause.kind === "act") return own ? t("acts", { due, text }) : t("actsWho", { who, due, text });
      return own ? t("refrains", { text }) : t("refrainsWho", { who, text });
    };
    const isMine = me !== null && obligors.includes(me);
    if (me === null) terms.all.push(say(false));
    else if (isMine) terms[clause.kind === "refrain" ? "refrain" : "do"].push(say(obligors.length === 1));
    if (me !== null && !isMine) terms.get.push(say(false));
  }
  return terms;
}

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
    const [obligors, obligees] = [ids(clause, "obligor"), ids(clause, "obligee")];
    const said = agreements.rich(`paper.${clause.kind}`, {
      obligors: sides(obligors),
      obligees: sides(obligees),
      text: clause.text.trim().replace(/[。.；;]$/, ""),
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
    return [joined(said), liability, forWhom, proof].filter(Boolean).join(gap);
  });
}

/** What `rich` gives where each tag gives text: texts, one after another. */
const joined = (said: ReactNode): string => (Array.isArray(said) ? said.map(joined).join("") : String(said ?? ""));

function legalDue({ agreements }: GuestWords, clause: SigningClause, f: ReturnType<typeof formatFor>): string {
  const said = (key: "on" | "by" | "onSigning" | "afterSigning", day: string) =>
    joined(agreements.rich(`due.${key}`, { day: () => day }));
  const { dueAfterDays: days, dueOn, kind } = clause;
  if (days === null) return said(kind === "refrain" ? "on" : "by", dueOn ? f.day(dueOn) : "");
  return days === 0
    ? said("onSigning", agreements("due.signingDay"))
    : said("afterSigning", agreements("due.signingDays", { days }));
}

function sharesIn(
  clause: SigningClause,
  sides: (of: readonly string[]) => string,
  money: (fen: number) => string,
  and: string,
): string {
  const obligors = clause.parties.filter(({ part }) => part === "obligor");
  const draft = draftOf({
    ...clause,
    ordinal: 0,
    movedFrom: null,
    verifierId: null,
    performedAt: null,
    obligorPartyIds: obligors.map(({ id }) => id),
    obligeePartyIds: [],
    sharesFen: obligors.flatMap(({ shareFen }) => shareFen ?? []),
  });
  return (sharesOf(draft) ?? [])
    .map((fen, i) => `${sides(obligors.slice(i, i + 1).map(({ id }) => id))} ${money(fen)}`)
    .join(and);
}
