"use client";
import { useTranslations } from "next-intl";
import { MadePaper } from "@/app/_papers/made-paper";
import type { Papers } from "@/app/_papers/use-papers";
import { Button } from "@/app/_ui/actions/button";
import type { PaperLine } from "@/server/papers/parts/paper-list";
import type { AskedPaper } from "@/server/papers/reads/papers-of-dispute";
import styles from "./dossier.module.css";
import { wantedOf } from "./wanted";

/** One line's papers: made ones as PDF and Word, what they lack, and the button that makes them. */
export function MadePapers({ line, papers, name }: { line: PaperLine; papers: Papers; name: string }) {
  const t = useTranslations("dossier");
  const mine = papers.papers.filter(({ kind }) => kind === line.kind);
  const isWaiting = mine.some(({ state }) => state === "asked");
  const whatOf = (paper: AskedPaper) => line.subjects.find(({ id }) => id === paper.subjectId);
  return (
    <div className={styles.made}>
      {mine.map((paper) => (
        <MadePaper key={paper.id} paper={paper} name={t("print.of", { paper: name, what: nameOf(whatOf(paper)) })} />
      ))}
      <Button
        small
        variant="text"
        busy={papers.isBusy || isWaiting}
        aria-label={`${mine.length > 0 ? t("print.again") : t("print.one")} ${name}`}
        onClick={() => papers.ask(wantedOf([line]))}
      >
        {mine.length > 0 ? t("print.again") : t("print.one")}
      </Button>
    </div>
  );
}

const nameOf = (subject?: { name: string; on: string | null }) => subject?.on ?? subject?.name ?? "";
