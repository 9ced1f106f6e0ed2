"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Risk } from "@/app/_status/risk";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { proposedRisk } from "@/server/disputes/choices";
import type { CallChoice } from "@/server/disputes/reads/choices";
import type { Draft } from "./draft";
import styles from "./register.module.css";
import { SimilarCalls } from "./similar-calls";
import { SimilarDisputeCard } from "./similar-dispute-card";
import type { Similar } from "./use-similar";

interface SimilarPanelProps {
  /** Who leads the station by the duty roster now; null where nobody does. */
  dutyLeader: string | null;
  draft: Draft;
  similar: Similar;
  brought: readonly CallChoice[];
  onAttach: (callIds: string[]) => void;
  /** Whose relapse this is; "" takes it back. */
  onRelapse: (disputeId: string) => void;
}

/** Possible duplicates, found while typing; and the risk the answers suggest. Never moves a field. */
export function SimilarPanel({ dutyLeader, draft, similar, brought, onAttach, onRelapse }: SimilarPanelProps) {
  const t = useTranslations("register.similar");
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { found, isAsked } = similar;
  const disputes = (found?.disputes ?? []).filter((one) => !dismissed.includes(one.id));
  const calls = found?.calls ?? [];
  const risk = proposedRisk(draft.asked);
  return (
    <aside className={styles.similar} aria-labelledby="similar">
      <SectionHead
        id="similar"
        title={t("title")}
        note={
          <span role="status">
            {disputes.length > 0 ? t("count", { count: disputes.length }) : isAsked && found ? t("none") : t("idle")}
          </span>
        }
      />
      {disputes.map((dispute) => (
        <SimilarDisputeCard
          key={dispute.id}
          dispute={dispute}
          isRelapse={draft.relapseOf === dispute.id}
          onRelapse={onRelapse}
          onDismiss={() => setDismissed([...dismissed, dispute.id])}
        />
      ))}
      <SimilarCalls calls={calls} brought={brought} chosen={draft.callIds} onChoose={onAttach} />
      {risk === "green" ? null : (
        <section className={styles.risk}>
          <SectionHead title={t("risk")} end={<Risk level={risk} />} />
          <p className={styles.quiet}>{t(`riskWhy.${risk}`)}</p>
          <p className={styles.quiet}>{dutyLeader ? t("riskNamed", { name: dutyLeader }) : t("riskNobody")}</p>
        </section>
      )}
    </aside>
  );
}
