"use client";
import { useTranslations } from "next-intl";
import type { Papers } from "@/app/_papers/use-papers";
import { Button } from "@/app/_ui/actions/button";
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
    lines.filter((line) => line.step === step && line.canPrint && line.state !== "notApplicable");
  const offered = steps.filter((step) => of(step).length > 0);
  if (offered.length === 0) return null;
  return (
    <div className={styles.steps}>
      <span>{t("print.step")}</span>
      {offered.map((step) => (
        <Button key={step} small busy={papers.isBusy} onClick={() => papers.ask(wantedOf(of(step)))}>
          {t("print.set", { step: t(`steps.${step}`) })}
        </Button>
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
