"use client";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Risk } from "@/app/_status/risk";
import { useTRPC } from "@/app/_trpc/client";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { proposedRisk } from "@/server/disputes/choices";
import type { CallChoice } from "@/server/disputes/reads/choices";
import type { Draft } from "./draft";
import styles from "./register.module.css";
import { SimilarCalls } from "./similar-calls";
import { SimilarDisputeCard } from "./similar-dispute-card";

const pauseMs = 500;

interface SimilarPanelProps {
  /** Who leads the station by the duty roster now; null where nobody does. */
  dutyLeader: string | null;
  draft: Draft;
  brought: readonly CallChoice[];
  onAttach: (callIds: string[]) => void;
  /** Whose relapse this is; "" takes it back. */
  onRelapse: (disputeId: string) => void;
}

/** Possible duplicates, found while typing; and the risk the answers suggest. Never moves a field. */
export function SimilarPanel({ dutyLeader, draft, brought, onAttach, onRelapse }: SimilarPanelProps) {
  const t = useTranslations("register.similar");
  const trpc = useTRPC();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const said = {
    phones: draft.parties.map((party) => party.phone).filter((phone) => phone.length >= 7),
    names: draft.parties
      .filter((party) => !party.isMinor)
      .map((party) => party.name.trim())
      .filter((name) => name.length > 1),
    place: draft.place,
  };
  const [asked] = useDebouncedValue(JSON.stringify(said), pauseMs);
  const query = JSON.parse(asked) as typeof said;
  const isWorthAsking = query.phones.length + query.names.length > 0 || query.place.trim().length > 1;
  const found = useQuery({
    ...trpc.disputes.similar.queryOptions(query),
    enabled: isWorthAsking,
    placeholderData: keepPreviousData,
  });
  const disputes = (isWorthAsking ? (found.data?.disputes ?? []) : []).filter((one) => !dismissed.includes(one.id));
  const calls = isWorthAsking ? (found.data?.calls ?? []) : [];
  const risk = proposedRisk(draft.asked);
  return (
    <aside className={styles.similar} aria-labelledby="similar">
      <SectionHead
        id="similar"
        title={t("title")}
        note={
          <span role="status">
            {disputes.length > 0
              ? t("count", { count: disputes.length })
              : isWorthAsking && found.data
                ? t("none")
                : t("idle")}
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
