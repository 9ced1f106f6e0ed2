"use client";
import { useLocale, useTranslations } from "next-intl";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { rmbInWords } from "@/app/_ui/format/rmb-in-words";
import { useFormat } from "@/app/_ui/format/use-format";
import { bare } from "@/server/agreements/choices";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { type ClauseDraft, isShared, sharesOf } from "./clause-draft";
import { DueInClause } from "./due-words";
import { breachSaid, howSaid } from "./how-words";
import { usePartyWords } from "./party-words";

/** A moment far from every due day, so that a paper always names the year. */
const anotherYear = new Date(0);

interface ClauseWordsProps {
  clause: ClauseDraft;
  parties: readonly AgreementParty[];
  verifierName: string | null;
}

/** A clause as it stands on the paper: who, by which day, what or how much in figures and words, with which proof. */
export function ClauseWords({ clause, parties, verifierName }: ClauseWordsProps) {
  const t = useTranslations("agreements.paper");
  const proofs = useTranslations("vocabulary.proofKinds");
  const isEnglish = useLocale() === "en";
  const { listed } = usePartyWords(parties);
  const f = useFormat(anotherYear);
  const missing = (words: string) => <span className={styles.gap}>{words}</span>;
  const gap = isEnglish ? " " : "";
  const sum = fenOfYuan(clause.yuan) ? clause.yuan : null;
  const text = bare(clause.text) || t("noText");
  const obligees = listed(clause.obligeePartyIds);
  const said = (key: string, values?: Record<string, string>) => t(`how.${key}` as never, values as never);
  const [how, breach] = [howSaid(said, clause), breachSaid(said, clause)];
  function sharesSaid(): string {
    const money = (fen: number) => (isEnglish ? f.money(yuanOfFen(fen)) : f.yuan(yuanOfFen(fen)));
    return (sharesOf(clause) ?? [])
      .map((fen, i) => t("share", { who: listed(clause.obligorPartyIds.slice(i, i + 1)), sum: money(fen) }))
      .join(t("and"));
  }
  return (
    <p>
      {t.rich(clause.kind, {
        obligors: listed(clause.obligorPartyIds) || t("nobody"),
        obligees: obligees || t("nobody"),
        text,
        due: () => <DueInClause clause={clause} f={f} />,
        sum: () =>
          sum ? (
            <span className={styles.fill}>
              {isEnglish ? f.money(sum) : f.yuan(sum)}
              {isEnglish ? ` (${rmbInWords(sum)})` : `（${rmbInWords(sum)}）`}
            </span>
          ) : (
            missing(t("noSum"))
          ),
      })}
      {how ? `${gap}${how}` : null}
      {isShared(clause) ? (
        <>
          {gap}
          {clause.liability ? t(`liability.${clause.liability}`, { shares: sharesSaid() }) : missing(t("noLiability"))}
        </>
      ) : null}
      {clause.kind !== "pay" && obligees ? `${gap}${t("forWhom", { obligees })}` : null}
      {clause.proof
        ? `${gap}${verifierName ? t("proofVerified", { proof: proofs(clause.proof), verifier: verifierName }) : t("proof", { proof: proofs(clause.proof) })}`
        : null}
      {breach ? `${gap}${breach}` : null}
    </p>
  );
}
