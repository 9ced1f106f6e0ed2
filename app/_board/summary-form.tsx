"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea } from "@/app/_ui/fields/text-field";
import { setSummaryLimits } from "@/app/_ui/limits/disputes";
import styles from "./seat-panel.module.css";

/** Nobody can be asked before the two neutral sentences are written; so the form is shown where they are missing. */
export function SummaryForm(props: { disputeId: string; version: number; onDone?: () => void }) {
  const { disputeId, version, onDone } = props;
  const t = useTranslations("board.panel");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const act = useAct(trpc.disputes.setSummary.mutationOptions(), { onDone: () => onDone?.() });
  return (
    <section className={styles.gap} aria-label={t("summaryTitle")}>
      <h3>{t("summaryTitle")}</h3>
      <TextArea
        label={t("summaryLabel")}
        hint={t("summaryHint")}
        maxLength={setSummaryLimits.neutralSummary}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NeedsButton
        needs={[[t("summaryLabel"), text.trim() !== ""]]}
        isBusy={act.isBusy}
        onGo={() => void act.run({ disputeId, summaryVersion: version, neutralSummary: text })}
      >
        {t("summarySave")}
      </NeedsButton>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    </section>
  );
}
