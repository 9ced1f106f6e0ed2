import { IconArchive } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { RemindButton } from "@/app/_reminders/remind-button";
import { RoutesWords } from "@/app/_status/routes-words";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { routesAfter } from "../routes-after";
import { canDoStep, stepAt, stepHref, stepPlaces, stepVerb } from "../step-place";
import { useStepWords } from "../step-words";
import { NextStepBar } from "./next-step-bar";
import { NextStepLink } from "./next-step-link";

/** What has to happen next, who has to do it and by when; or how the dispute ended. */
export function StepBar({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes");
  const reasons = useTranslations("vocabulary.nonAcceptanceReasons");
  const f = useFormat(now);
  const { proceeding, notAccepted } = dispute;
  if (notAccepted) {
    return (
      <Banner tone="amber">
        {t("notAccepted", { reason: reasons(notAccepted.reason), day: f.day(notAccepted.on) })}{" "}
        <RoutesWords routes={routesAfter[notAccepted.reason]} />
      </Banner>
    );
  }
  if (proceeding && !proceeding.nextStep) {
    return (
      <Banner tone="act" icon={<IconArchive aria-hidden />}>
        {t("archived", { number: proceeding.dossierNumber ?? "" })}
      </Banner>
    );
  }
  return (
    <>
      {proceeding?.isGateShut ? <Banner tone="amber">{t("gateShut")}</Banner> : null}
      <NextStep dispute={dispute} now={now} />
    </>
  );
}

/** What has to happen next while it runs. */
function NextStep({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes");
  const words = useStepWords(now);
  const f = useFormat(now);
  const { id, proceeding, allowed } = dispute;
  const detail = proceeding?.detail ?? null;
  const step = stepAt(proceeding?.nextStep ?? "triage", detail, now);
  const dueAt = proceeding?.nextDueAt ?? dispute.triageDueAt;
  const isLate = Date.parse(dueAt) < now.getTime();
  // The desk opens only on the day of the session; before, the link leads to the list of sessions.
  const isAtDesk = allowed.includes("convening.send") && (step !== "holdSession" || f.date(dueAt) === f.date(now));
  const status = proceeding?.status ?? null;
  // Who may seal is asked anew: a head may have come or left since.
  const sealer = step === "sealAgreement" ? detail?.names[0] : undefined;
  const due = { who: sealer ?? proceeding?.nextOwner ?? dispute.registrar, at: f.nearDay(dueAt) };
  return (
    <NextStepBar
      isWaiting={step === "awaitAnswers"}
      owner={isLate ? t("ownerLate", due) : t("ownerDue", due)}
      actions={
        !canDoStep(step, allowed) ? null : stepPlaces[step].press ? (
          <RemindButton disputeId={id} variant="go" />
        ) : (
          <NextStepLink href={stepHref(id, step, isAtDesk, detail)}>
            {t(`do.${stepVerb(step, { detail, status, isAtDesk })}`)}
          </NextStepLink>
        )
      }
    >
      {words(step, detail, status)}
    </NextStepBar>
  );
}
