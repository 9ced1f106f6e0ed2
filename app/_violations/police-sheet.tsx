"use client";
import { useTranslations } from "next-intl";
import { draftOf } from "@/app/_agreements/clause-draft";
import { ClauseWords } from "@/app/_agreements/clause-words";
import { DueInClause } from "@/app/_agreements/due-words";
import paper from "@/app/_record/proof.module.css";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./police-sheet.module.css";
import { SheetFacts } from "./sheet-facts";
import { SheetParties } from "./sheet-parties";
import type { PoliceSheetProps } from "./sheet-props";
import { SheetSigners } from "./sheet-signers";

/** A moment far from every day of the paper, so that each names its year. */
const anotherYear = new Date(0);

/**
 * The mediation agreement with everything that 程序规定 184 asks for, or the on-the-spot form with its recording (178), in the
 * words that were sent to sign. What does not apply is struck out; what is not stored is left to be written by hand.
 */
export function PoliceSheet({ page, agreement, police, contacts, canReveal }: PoliceSheetProps) {
  const t = useTranslations("violations.sheet");
  const f = useFormat(anotherYear);
  const { onSpot, account } = police;
  const clauses = agreement.clauses.map(draftOf);
  const title = onSpot ? (agreement.form === "written" ? "onSpot" : "recorded") : "mediation";
  return (
    <article className={paper.page}>
      <div className={paper.top}>
        <span>{account?.organ ?? police.station}</span>
        <span>{agreement.number}</span>
      </div>
      <h1>{t(title)}</h1>
      <SheetParties page={page} agreement={agreement} police={police} contacts={contacts} canReveal={canReveal} />
      <SheetFacts page={page} agreement={agreement} police={police} />
      <section className={styles.part}>
        <p>{t("agreed")}</p>
        {clauses.map((clause, i) => (
          <div key={clause.key} className={styles.clause}>
            <span>{t("clauseNumber", { n: i + 1 })}</span>
            <ClauseWords
              clause={clause}
              parties={page.parties}
              verifierName={agreement.clauses[i]?.verifierName ?? null}
            />
          </div>
        ))}
        {onSpot ? <p className={styles.text}>{t("kept")}</p> : null}
      </section>
      {account && !onSpot ? (
        <section className={styles.part}>
          <dl className={styles.facts}>
            <dt>{t("period")}</dt>
            <dd>
              {clauses.map((clause, i) => (
                <div key={clause.key}>
                  {t.rich("periodWords", { n: i + 1, due: () => <DueInClause clause={clause} f={f} /> })}
                </div>
              ))}
            </dd>
            <dt>{t("way")}</dt>
            <dd>{account.performanceWay}</dd>
          </dl>
        </section>
      ) : null}
      <p className={styles.text}>{t(onSpot ? "effectKept" : "effect")}</p>
      <p className={styles.text}>{t("copies", { count: page.parties.length + 1 })}</p>
      <SheetSigners page={page} agreement={agreement} police={police} />
      {agreement.hash ? <p className={styles.hash}>{t("hash", { hash: agreement.hash.slice(0, 16) })}</p> : null}
    </article>
  );
}
