"use client";
import { useTranslations } from "next-intl";
import type { Papers, Wanted } from "@/app/_papers/use-papers";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import type { PaperLine, PaperStep } from "@/server/papers/parts/paper-list";
import styles from "./dossier.module.css";
import { wantedOf } from "./wanted";

const steps: readonly PaperStep[] = ["intake", "session", "sign", "close"];

/** One press for all papers that a step needs, and how far the worker has come with them. */
export function PrintSteps({ lines, papers }: { lines: readonly PaperLine[]; papers: Papers }) {
  const t = useTranslations("dossier");
  const all = papers.papers.length;
  const of = (step: PaperStep) =>
    lines.filter((line) => isOf(step, line) && line.canPrint && line.state !== "notApplicable");
  const offered = steps.filter((step) => of(step).length > 0);
  if (offered.length === 0) return null;
  return (
    <div className={styles.steps}>
      <span>{t("print.step")}</span>
      {offered.map((step) => (
        <span key={step} className={styles.held}>
          <Button small busy={papers.isBusy} onClick={() => papers.ask(wantedOf(of(step)))}>
            {t("print.set", { step: t(`steps.${step}`) })}
          </Button>
          <WholeSet step={step} wanted={wantedOf(of(step))} papers={papers} />
        </span>
      ))}
      {papers.waiting > 0 ? (
        <span role="status">{t("print.busy", { done: all - papers.waiting, all })}</span>
      ) : (
        <span className={styles.small}>{t("print.filled")}</span>
      )}
      {papers.problem ? <ProblemNote problem={papers.problem} /> : null}
    </div>
  );
}

/** Notices are handed out with what is signed now where somebody has not been told yet. */
const isOf = (step: PaperStep, line: PaperLine): boolean =>
  line.step === step || (step === "sign" && line.kind === "notice" && line.state === "missing");

/** Opens the papers of a step as one file to print, each with its copies, once all of them are made. */
function WholeSet({ step, wanted, papers }: { step: PaperStep; wanted: readonly Wanted[]; papers: Papers }) {
  const t = useTranslations("dossier");
  const ids = wanted.flatMap(({ kind, subjectId }) =>
    papers.papers
      .filter((paper) => paper.kind === kind && paper.subjectId === subjectId && paper.state === "made")
      .map(({ id }) => id),
  );
  if (ids.length < wanted.length) return null;
  return (
    <Link href={`/api/papers/set?ids=${ids.join(",")}`} target="_blank">
      {t("print.openSet", { step: t(`steps.${step}`) })}
    </Link>
  );
}
