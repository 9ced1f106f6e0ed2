"use client";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Columns } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { DossierLine, Paper } from "@/server/dossier/parts/checklist";
import type { DossierPage } from "@/server/dossier/queries";
import styles from "./dossier.module.css";
import { DossierFacts } from "./dossier-facts";
import { DossierFoot } from "./dossier-foot";
import { NotNeeded } from "./not-needed";
import { PaperTable } from "./paper-table";
import { StateWords } from "./state-words";

/** The part of the dispute's page that holds each paper; "" is the overview. */
const places: Record<Paper, string> = {
  intake: "",
  triage: "",
  finding: "/violation",
  refusal: "/parties",
  guardiansTold: "/violation",
  guardiansCame: "/sessions",
  appraisals: "",
  caseAccount: "/violation",
  onSpotForm: "/police-paper",
  suingTold: "/violation",
  settlementApplication: "/violation",
  settlementDecision: "/violation",
  notices: "/parties",
  consents: "/parties",
  invitations: "/sessions",
  sessionRecords: "/records",
  agreement: "/agreement",
  oralAgreement: "/agreement",
  signatures: "/agreement",
  seal: "/agreement",
  performanceProofs: "/performance",
  visit: "/performance",
  endingNotice: "/timeline",
};

/** The dossier: each paper present, missing or not needed; its number, its ending, and archiving. */
export function DossierView({ page }: { page: DossierPage }) {
  const t = useTranslations("dossier");
  const have = page.lines.filter((line) => line.state === "present").length;
  const missing = page.lines.filter((line) => line.state === "missing");
  const needed = page.lines.filter((line) => line.state !== "notApplicable");
  const kinds = useTranslations("vocabulary.paperKinds");
  // A dossier is complete by its papers; on tracks that have no official ones, by what was done.
  const lacking =
    page.papers.length > 0
      ? page.papers.filter(({ state }) => state === "missing").map(({ kind }) => kinds(kind))
      : missing.map(({ paper }) => t(`papers.${paper}`));
  const columns: Column<DossierLine>[] = [
    { key: "paper", head: t("paper"), label: t("paper"), cell: (line) => <b>{t(`papers.${line.paper}`)}</b> },
    { key: "state", head: t("state"), label: t("state"), cell: (line) => <StateWords line={line} /> },
    {
      key: "where",
      head: "",
      label: t("where"),
      cell: (line) =>
        line.state === "notApplicable" ? null : (
          <Link
            href={`/disputes/${page.disputeId}${places[line.paper]}`}
            aria-label={`${t("go")} ${t(`papers.${line.paper}`)}`}
          >
            {t("go")}
          </Link>
        ),
    },
  ];
  return (
    <>
      <Columns shape="list" right={<DossierFacts page={page} />}>
        <PaperTable disputeId={page.disputeId} papers={page.papers} mayAsk={page.allowed.includes("paper.ask")} />
        <Sheet flush labelledBy="contents">
          <div className={styles.inset}>
            <SectionHead
              id="contents"
              title={t("title")}
              note={missing.length > 0 ? t("count", { have, missing: missing.length }) : t("whole", { have })}
            />
          </div>
          <DataTable columns={columns} rows={needed} keyOf={(line) => line.paper} caption={t("title")} />
          <NotNeeded
            names={page.lines.filter((line) => !needed.includes(line)).map((line) => t(`papers.${line.paper}`))}
          />
        </Sheet>
      </Columns>
      <DossierFoot page={page} missing={lacking} />
    </>
  );
}
