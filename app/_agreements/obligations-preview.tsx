"use client";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { AgreementForm } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import type { ClauseDraft } from "./clause-draft";
import { useDueWords } from "./due-words";
import { verifierName } from "./signing";
import { Whom } from "./whom";

interface ObligationsPreviewProps {
  page: AgreementPage;
  form: AgreementForm;
  clauses: readonly ClauseDraft[];
}

/** What signing will create: one line for each obligation. */
export function ObligationsPreview({ page, form, clauses }: ObligationsPreviewProps) {
  const t = useTranslations("agreements.becomes");
  const proofs = useTranslations("vocabulary.proofKinds");
  const f = useFormat();
  const dueWords = useDueWords(f);
  const totalFen = clauses.reduce(
    (sum, clause) => sum + (clause.kind === "pay" ? (fenOfYuan(clause.yuan) ?? 0) : 0),
    0,
  );
  const rows = clauses.map((clause, i) => ({ clause, n: i + 1 }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { key: "n", head: "", label: "#", cell: ({ n }) => n, width: 34 },
    {
      key: "whom",
      head: t("whom"),
      label: t("whom"),
      cell: ({ clause }) => (
        <Whom
          parties={page.parties}
          from={clause.obligorPartyIds}
          to={clause.obligeePartyIds}
          icon={<IconArrowRight aria-hidden />}
        />
      ),
    },
    { key: "what", head: t("what"), label: t("what"), cell: ({ clause }) => <b>{whatOf(clause)}</b> },
    {
      key: "due",
      head: t("due"),
      label: t("due"),
      cell: ({ clause }) => dueWords(clause) || <span className={styles.gap}>{t("noDate")}</span>,
    },
    {
      key: "proof",
      head: t("proof"),
      label: t("proof"),
      cell: ({ clause }) => {
        const verifier = verifierName(page, clause);
        if (!clause.proof) return null;
        return verifier ? t("verified", { proof: proofs(clause.proof), verifier }) : proofs(clause.proof);
      },
    },
  ];

  function whatOf(clause: ClauseDraft): string {
    if (clause.kind === "pay") return t("pay", { sum: fenOfYuan(clause.yuan) ? f.money(clause.yuan) : "…" });
    return clause.kind === "refrain" ? t("refrain", { text: clause.text }) : clause.text;
  }

  const title = form === "oral" ? t("oral", { count: clauses.length }) : t("title", { count: clauses.length });
  return (
    <Sheet flush labelledBy="becomes">
      <div className={styles.inset}>
        <SectionHead
          id="becomes"
          title={title}
          end={totalFen > 0 ? t("total", { sum: f.money(yuanOfFen(totalFen)) }) : null}
        />
      </div>
      {rows.length > 0 ? (
        <DataTable columns={columns} rows={rows} keyOf={({ clause }) => clause.key} caption={title} />
      ) : (
        <Empty>{t("empty")}</Empty>
      )}
    </Sheet>
  );
}
