import { useTranslations } from "next-intl";
import { type Stage, stageOf } from "@/app/_status/stage";
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

/** How far a proceeding that ended otherwise had come at least: its outcome has that as a condition. No more is ticked. */
const reached: Partial<Record<Outcome, Stage>> = {
  deadlock: "mediation",
  unsigned: "mediation",
  breached: "signing",
  partlyPerformed: "signing",
  obligorDead: "signing",
  obligorGone: "signing",
};

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
      at={endedAs && outcome ? (reached[outcome] ?? (asked > 0 ? "convening" : "acceptance")) : stageOf(status)}
      nowWord={status === "convening" && asked > 0 ? t("convened", { accepted, asked }) : undefined}
      isDone={status === "archived" && !endedAs}
      endedAs={endedAs}
    />
  );
}
