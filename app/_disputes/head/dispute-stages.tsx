import { useTranslations } from "next-intl";
import { stageOf } from "@/app/_status/stage";
import { StageArrows } from "@/app/_status/stage-arrows";
import type { Outcome } from "@/db/vocabulary";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";

/** Endings that reached the proceeding's purpose; the others are shown as a stop with their word. */
const goodEndings: readonly Outcome[] = [
  "agreedWritten",
  "agreedOral",
  "calmed",
  "assisted",
  "publicSecurityPerformed",
  "publicSecuritySettled",
  "settledWithdrawn",
  "partial",
];

/** Eight arrows: how far the newest proceeding has come, or how it ended. */
export function DisputeStages({ dispute }: { dispute: Pick<DisputePage, "proceeding" | "notAccepted"> }) {
  const t = useTranslations("disputes");
  const outcomes = useTranslations("vocabulary.outcomes");
  const { proceeding, notAccepted } = dispute;
  if (notAccepted) return <StageArrows at="registration" endedAs={t("notAcceptedShort")} />;
  if (!proceeding) return <StageArrows at="registration" />;
  const { outcome, status, asked, accepted } = proceeding;
  const endedAs = outcome && !goodEndings.includes(outcome) ? outcomes(outcome) : undefined;
  return (
    <StageArrows
      at={stageOf(status)}
      nowWord={status === "convening" && asked > 0 ? t("convened", { accepted, asked }) : undefined}
      isDone={status === "archived" && !endedAs}
      endedAs={endedAs}
    />
  );
}
