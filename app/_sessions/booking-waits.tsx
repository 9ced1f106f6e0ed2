"use client";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { type ProblemWords, useProblemText } from "@/app/_ui/feedback/problem-text";

/** Why no session can be booked yet, with the legal basis, and where to resolve it. */
export function BookingWaits({ problem, disputeId }: { problem: ProblemWords; disputeId: string }) {
  const text = useProblemText();
  const t = useTranslations("sessions");
  return (
    <Banner tone="amber" action={<ButtonLink href={`/disputes/${disputeId}/parties`}>{t("toParties")}</ButtonLink>}>
      {t("waits", { text: text(problem) })}
    </Banner>
  );
}
