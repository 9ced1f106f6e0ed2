"use client";
import { useTranslations } from "next-intl";
import { useAllNames } from "@/app/_ui/format/use-names";
import type { AgreementPage, AgreementParty, SentWords } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import type { ClauseDraft } from "./clause-draft";
import { ClauseWords } from "./clause-words";
import { type ClauseDifference, clauseDifferences, partyDifferences, textDifference } from "./differences";
import { verifierName } from "./signing";

export interface DifferencesFromProps {
  page: AgreementPage;
  /** What the other version said, and what it is called. */
  words: SentWords;
  name: string;
  facts: string;
  clauses: readonly ClauseDraft[];
}

/** What this version says otherwise than another one: what was taken out is struck through, what was put in is marked. */
export function DifferencesFrom({ page, words, name, facts, clauses }: DifferencesFromProps) {
  const t = useTranslations("agreements.differences");
  const inWords = useAllNames();
  const now = clauses.map((clause) => ({ clause, verifierName: verifierName(page, clause) }));
  const changed = clauseDifferences(words, now).filter(({ is }) => is !== "same");
  const text = textDifference(words.facts, facts);
  const people = partyDifferences(words.parties, page.parties);
  const isSame = changed.length === 0 && !text && people.gone.length + people.added.length === 0;
  return (
    <details className={styles.differences}>
      <summary>{t("from", { name })}</summary>
      {isSame ? <p>{t("none")}</p> : null}
      {people.gone.length > 0 ? <p>{t("partiesGone", { names: inWords(people.gone) })}</p> : null}
      {people.added.length > 0 ? <p>{t("partiesAdded", { names: inWords(people.added) })}</p> : null}
      {text ? (
        <p>
          {shortened(text.before, "end")}
          {text.gone ? <del>{text.gone}</del> : null}
          {text.added ? <ins>{text.added}</ins> : null}
          {shortened(text.after, "start")}
        </p>
      ) : null}
      {changed.map((one) => (
        <ChangedClause key={`${one.is} ${one.clause.key}`} one={one} was={words.parties} now={page.parties} />
      ))}
    </details>
  );
}

interface ChangedClauseProps {
  one: ClauseDifference;
  was: readonly AgreementParty[];
  now: readonly AgreementParty[];
}

function ChangedClause({ one: { is, clause, verifierName }, was, now }: ChangedClauseProps) {
  const said = <ClauseWords clause={clause} parties={is === "gone" ? was : now} verifierName={verifierName} />;
  return is === "gone" ? <del>{said}</del> : <ins>{said}</ins>;
}

/** What is the same, as far as it shows where the change stands. */
const shortened = (text: string, keep: "start" | "end"): string => {
  const signs = [...text];
  if (signs.length <= 20) return text;
  return keep === "end" ? `…${signs.slice(-20).join("")}` : `${signs.slice(0, 20).join("")}…`;
};
