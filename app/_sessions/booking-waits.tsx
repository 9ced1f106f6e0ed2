"use client";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { type ProblemWords, useProblemText } from "@/app/_ui/feedback/problem-note";
import { Strip } from "@/app/_ui/feedback/strip";

/** Why no session can be booked yet, with the article, and where to go about it. */
export function BookingWaits({ problem, disputeId }: { problem: ProblemWords; disputeId: string }) {
  const text = useProblemText();
  const t = useTranslations("sessions");
  return (
    <Strip tone="amber" action={<ButtonLink href={`/disputes/${disputeId}/parties`}>{t("toParties")}</ButtonLink>}>
      {t("waits", { text: text(problem) })}
    </Strip>
  );
}
