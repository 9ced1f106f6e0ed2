"use client";
import { useTranslations } from "next-intl";
import { usePapers } from "@/app/_papers/use-papers";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { PaperLine } from "@/server/papers/parts/paper-list";
import styles from "./dossier.module.css";
import { MadePapers } from "./made-papers";
import { NotNeeded } from "./not-needed";
import { paperPlaces } from "./paper-places";
import { PrintSteps } from "./print-steps";
import { StateWords } from "./state-words";
import { WholeDossier } from "./whole-dossier";

/** Not needed, and not to be made either. */
const isIdle = ({ state, canPrint }: PaperLine) => state === "notApplicable" && !canPrint;

interface PaperTableProps {
  disputeId: string;
  papers: readonly PaperLine[];
  /** Whether the reader may have them made. */
  mayAsk: boolean;
}

/** Which official papers this dossier has to have, may have, and has, in their order; each opens where it is made. */
export function PaperTable({ disputeId, papers, mayAsk }: PaperTableProps) {
  const t = useTranslations("dossier");
  const kinds = useTranslations("vocabulary.paperKinds");
  const missing = papers.filter(({ state }) => state === "missing").length;
  const have = papers.filter(({ state }) => state === "present").length;
  const made = usePapers(disputeId, mayAsk);
  const print: Column<PaperLine> = {
    key: "print",
    head: t("print.col"),
    label: t("print.col"),
    cell: (line) => (line.canPrint ? <MadePapers line={line} papers={made} name={kinds(line.kind)} /> : null),
  };
  const filed = (line: PaperLine) =>
    line.filed.map(({ id, name }) => (
      <Link key={id} href={`/api/files/${id}`}>
        {t("filed", { name })}
      </Link>
    ));
  const columns: Column<PaperLine>[] = [
    {
      key: "paper",
      head: t("paper"),
      label: t("paper"),
      cell: ({ kind, step, need }) => (
        <span className={styles.paper}>
          <b>{kinds(kind)}</b>
          <span className={styles.small}>{t("when", { step: t(`steps.${step}`), need: t(`needs.${need}`) })}</span>
        </span>
      ),
    },
    {
      key: "state",
      head: t("state"),
      label: t("state"),
      cell: (line) => (
        <span className={styles.held}>
          <StateWords line={line} />
          {filed(line)}
        </span>
      ),
    },
    {
      key: "where",
      head: "",
      label: t("where"),
      cell: ({ kind, state }) => {
        const place = paperPlaces[kind];
        return state === "notApplicable" || place === undefined ? null : (
          <Link className={styles.go} href={`/disputes/${disputeId}${place}`} aria-label={`${t("go")} ${kinds(kind)}`}>
            {t("go")}
          </Link>
        );
      },
    },
  ];
  if (papers.length === 0) return null;
  return (
    <Sheet flush labelledBy="official-papers">
      <div className={styles.inset}>
        <SectionHead
          id="official-papers"
          title={t("official")}
          note={missing > 0 ? t("count", { have, missing }) : t("whole", { have })}
        />
      </div>
      {mayAsk ? <PrintSteps lines={papers} papers={made} /> : null}
      {mayAsk ? <WholeDossier disputeId={disputeId} papers={made} /> : null}
      <DataTable
        columns={mayAsk ? [...columns, print] : columns}
        rows={papers.filter((line) => !isIdle(line))}
        keyOf={({ kind }) => kind}
        caption={t("official")}
      />
      <NotNeeded names={papers.filter(isIdle).map(({ kind }) => kinds(kind))} />
    </Sheet>
  );
}
