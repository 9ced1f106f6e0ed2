"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AgreementForm, Track } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import type { ClauseDraft } from "./clause-draft";
import { ClauseWords } from "./clause-words";
import { InterpretedWords } from "./interpreted-words";
import { MemberLists, PartyNames } from "./party-names";
import { ReplacesWords } from "./renegotiated";
import { Clause, Paper } from "./sheet/paper";
import { verifierName } from "./signing";

interface AgreementTextProps {
  page: AgreementPage;
  track: Track;
  form: AgreementForm;
  number: string | null;
  facts: string;
  clauses: readonly ClauseDraft[];
  /** Fields above the clauses while it is being written. */
  head?: ReactNode;
  /** Beside a clause: its edit button. */
  toolOf?: (clause: ClauseDraft, n: number) => ReactNode;
  /** Under a clause: its open editor. */
  underOf?: (clause: ClauseDraft, n: number) => ReactNode;
  /** What is still wrong with a clause, in words, with what puts it right. */
  fixOf?: (n: number) => ReactNode;
  /** After the clauses: the button for one more. */
  tail?: ReactNode;
}

/** The words that will be signed, on paper. */
export function AgreementText({
  page,
  track,
  form,
  number,
  facts,
  clauses,
  head,
  toolOf,
  underOf,
  fixOf,
  tail,
}: AgreementTextProps) {
  const t = useTranslations("agreements.paper");
  const locale = useLocale();
  const kind = track === "publicSecurity" ? "publicSecurity" : form;
  const closing = { written: "closing", oral: "closingOral", publicSecurity: "closingPublicSecurity" } as const;
  return (
    <Paper title={t(kind)} number={number ?? (form === "oral" ? null : t("noNumber"))} lang={locale}>
      <p className={styles.preamble}>
        <PartyNames parties={page.parties} />
      </p>
      {head ?? <p className={`${styles.preamble} ${styles.facts}`}>{facts || t("factsMissing")}</p>}
      <ReplacesWords page={page} />
      <p className={styles.preamble}>{t("agreed")}</p>
      {clauses.map((clause, i) => (
        <Clause key={clause.key} number={i + 1} fix={fixOf?.(i + 1)}>
          <div className={styles.clause}>
            <ClauseWords clause={clause} parties={page.parties} verifierName={verifierName(page, clause)} />
            <span className={styles.edit}>{toolOf?.(clause, i + 1)}</span>
          </div>
          {underOf?.(clause, i + 1)}
        </Clause>
      ))}
      <Clause number={clauses.length + 1}>
        <p>{t(closing[kind], { days: page.confirmationDays })}</p>
      </Clause>
      <InterpretedWords page={page} />
      <MemberLists parties={page.parties} />
      {tail ? <div className={styles.tools}>{tail}</div> : null}
    </Paper>
  );
}
