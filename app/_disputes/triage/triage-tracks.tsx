"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { CheckField } from "@/app/_ui/fields/check-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { triageDisputeLimits } from "@/app/_ui/limits/disputes";
import type { Track } from "@/db/vocabulary";
import type { GateAnswers } from "@/server/disputes/inputs";
import type { TrackOffer } from "@/server/disputes/parts/triage-gate";
import styles from "./triage.module.css";

interface TriageTracksProps {
  answers: GateAnswers;
  /** A court that has filed the case entrusted it. */
  isEntrusted?: boolean;
  offers: readonly TrackOffer[];
  choice: Track | "none" | null;
  onChoose: (choice: Track | "none") => void;
  overrideReason: string;
  onOverride: (reason: string) => void;
  /** False when the station head activates, who has already decided to act: then non-acceptance is not offered. */
  canRefuse?: boolean;
}

/** The tracks these answers allow; barred ones are listed below with the law that bars them. */
export function TriageTracks({
  answers,
  isEntrusted = false,
  offers,
  choice,
  onChoose,
  overrideReason,
  onOverride,
  canRefuse = true,
}: TriageTracksProps) {
  const t = useTranslations("triage");
  const words = useTranslations("vocabulary.tracks");
  const why = useProblemText();
  const chosen = offers.find(({ track }) => track === choice);
  return (
    <div className={styles.tracks} role="radiogroup" aria-label={t("track")}>
      {answers.familyViolence === "yes" ? <Banner tone="amber">{t("violenceWay")}</Banner> : null}
      {answers.judgedByCourt === "yes" ? <Banner tone="amber">{t("judgedWay")}</Banner> : null}
      {isEntrusted ? <Banner>{t("entrustedWay")}</Banner> : null}
      {answers.injury === "yes" || answers.propertyDamage === "yes" ? <Banner>{t("damageWay")}</Banner> : null}
      {offers.map(({ track, bar, question, canLift }) => (
        <CheckField
          key={track}
          isRadio
          name="track"
          label={words(track)}
          hint={bar ? why({ code: bar, params: question ? { question } : {} }) : t(`about.${track}`)}
          disabled={bar !== null && !canLift}
          checked={choice === track}
          onChange={() => onChoose(track)}
        />
      ))}
      {canRefuse ? (
        <CheckField
          isRadio
          name="track"
          label={t("none")}
          hint={t("noneHint")}
          checked={choice === "none"}
          onChange={() => onChoose("none")}
        />
      ) : null}
      {chosen?.canLift ? (
        <TextField
          label={t("override")}
          hint={t("overrideHint")}
          maxLength={triageDisputeLimits.overrideReason}
          value={overrideReason}
          onChange={(event) => onOverride(event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
