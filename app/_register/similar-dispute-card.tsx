"use client";
import { IconRepeat, IconZoomQuestion } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { stageOf } from "@/app/_status/stage";
import { StageMini } from "@/app/_status/stage-mini";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { type Fact, FactList } from "@/app/_ui/lists/fact-list";
import type { SimilarDispute } from "@/server/disputes/reads/similar";
import { MatchCard } from "./match-card";
import { Matches } from "./matches";

interface SimilarDisputeCardProps {
  dispute: SimilarDispute;
  /** Whether what is being registered is said to be its relapse. */
  isRelapse: boolean;
  onRelapse: (disputeId: string) => void;
  onDismiss: () => void;
}

/**
 * An older dispute that may be the same, and what matched. Opens in a new tab, so that the form stays. One that is over may
 * be what comes back now; one that was registered twice is merged from here.
 */
export function SimilarDisputeCard({ dispute, isRelapse, onRelapse, onDismiss }: SimilarDisputeCardProps) {
  const t = useTranslations("register.similar");
  const f = useFormat();
  const { phones, names, places } = dispute.reasons;
  const kinds = [phones, names, places].filter((matches) => matches.length > 0).length;
  const facts: Fact[] = [];
  if (places.length > 0) facts.push({ label: t("place"), value: <Matches found={places} /> });
  if (phones.length > 0) facts.push({ label: t("phone"), value: <Matches found={phones} /> });
  if (names.length > 0) facts.push({ label: t("name"), value: <Matches found={names} /> });
  facts.push({
    label: t("when"),
    value:
      dispute.incidents > 0
        ? t("registeredCalls", { day: f.day(dispute.registeredAt), count: dispute.incidents })
        : f.day(dispute.registeredAt),
  });
  return (
    <MatchCard
      strength={dispute.isStrong ? "likely" : "maybe"}
      icon={dispute.isStrong ? <IconRepeat aria-hidden /> : <IconZoomQuestion aria-hidden />}
      head={dispute.isStrong ? t("likely", { count: kinds }) : t("maybe", { count: kinds })}
      number={dispute.number}
      actions={
        <>
          <ButtonLink small href={`/disputes/${dispute.id}`} target="_blank">
            {t("open")}
          </ButtonLink>
          {dispute.isOver ? null : (
            <ButtonLink small href={`/disputes/${dispute.id}?do=dispute.merge`} target="_blank">
              {t("merge")}
            </ButtonLink>
          )}
          {dispute.isOver ? (
            <Button small aria-pressed={isRelapse} onClick={() => onRelapse(isRelapse ? "" : dispute.id)}>
              {t(isRelapse ? "noRelapse" : "relapse")}
            </Button>
          ) : null}
          {isRelapse ? null : (
            <Button small onClick={onDismiss}>
              {t("dismiss")}
            </Button>
          )}
        </>
      }
    >
      <div>
        <b>{dispute.title}</b> <StageMini at={stageOf(dispute.status)} />
      </div>
      <FactList facts={facts} />
      <p role="status">{isRelapse ? t("relapseTold") : null}</p>
    </MatchCard>
  );
}
