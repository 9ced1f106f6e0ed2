"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Candidate } from "@/server/panel/reads/candidates";
import type { Ties } from "@/server/panel/reads/ties";
import { PersonConsent } from "./person-consent";
import styles from "./seat-panel.module.css";
import { SuggestCard } from "./suggest-card";
import { TieWaiver } from "./tie-waiver";
import { useReasons } from "./use-reasons";

interface CandidateCardProps {
  disputeId: string;
  one: Candidate;
  isFirst?: boolean;
  ties: Ties | undefined;
  canConsent: boolean;
  /** The button that invites them; shown only when nothing prevents it. */
  ask?: ReactNode;
}

/** One person with every reason for and against, and the buttons that record consent the parties have not yet given. */
export function CandidateCard({ disputeId, one, isFirst, ties, canConsent, ask }: CandidateCardProps) {
  const t = useTranslations("panel");
  const comma = useTranslations("board")("listComma");
  const reasons = useReasons();
  const isObjected = one.barring.includes("objection");
  const canWaive = one.barring.length > 0 && !isObjected && ties?.allowed.includes("tie.waive");
  const names = one.missing.map((party) => party.name).join(comma);
  return (
    <SuggestCard
      name={one.name}
      unit={one.post}
      isFirst={isFirst}
      reasons={[
        ...(names && !isObjected ? [{ isGood: false, words: t("consent.missing", { names }) }] : []),
        ...reasons(one),
      ]}
      action={
        <div className={styles.ask}>
          {one.missing.length > 0 && canConsent ? (
            <details className={styles.more}>
              <summary>{t(isObjected ? "consent.askAgain" : "consent.ask", { name: one.name })}</summary>
              <PersonConsent disputeId={disputeId} person={one} />
            </details>
          ) : null}
          {canWaive && ties?.track ? (
            <details className={styles.more}>
              <summary>{t("ties.ask", { count: ties.parties.length })}</summary>
              <TieWaiver disputeId={disputeId} person={one} parties={ties.parties} track={ties.track} />
            </details>
          ) : null}
          {one.missing.length === 0 && one.barring.length === 0 ? ask : null}
        </div>
      }
    />
  );
}
