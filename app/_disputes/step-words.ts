import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { NextStep, ProceedingStatus } from "@/db/vocabulary";
import type { StepDetail } from "@/server/disputes/reads/step-detail";
import { isHelp, isRunning } from "./step-place";

/** Turns a step and what it concerns into one sentence, verb first: 把权利义务告知书送给刘玉芬. */
export function useStepWords(
  now?: Date,
): (step: NextStep, detail: StepDetail | null, status: ProceedingStatus | null) => string {
  const t = useTranslations("disputes.step");
  const f = useFormat(now);
  const comma = useLocale() === "en" ? ", " : "、";

  /** 刘玉芬、张建国等 5 人; minors are never named. */
  function people({ names, others }: StepDetail): string {
    if (names.length === 0) return others > 0 ? t("minors", { count: others }) : "";
    const said = names.join(comma);
    return others > 0 ? t("andOthers", { names: said, count: names.length + others }) : said;
  }

  return (step, detail, status) => {
    if (isHelp(step, status)) return t("visit.help");
    if (step === "sealAgreement" && detail?.isNobody) return t("sealAgreement.nobody");
    const who = detail ? people(detail) : "";
    if (step === "followBreach" && who) return t("followBreach.named", { who });
    if (step === "watchPerformance" && detail?.obligation && who) {
      const { kind, amountFen, dueOn } = detail.obligation;
      const by = f.day(dueOn);
      return kind === "pay" && amountFen !== null
        ? t("watchPayment", { who, amount: f.money(amountFen / 100), by })
        : t("watchAct", { who, by });
    }
    if ((step === "holdSession" || step === "recordSession") && detail?.session) {
      const { ordinal, startsAt, room } = detail.session;
      if (isRunning(step, detail)) return t("recordSession.running", { ordinal, room });
      return t(`${step}.named`, { ordinal, room, at: f.nearDay(startsAt) });
    }
    if (
      step === "giveNotice" ||
      step === "recordConsent" ||
      step === "identifyParty" ||
      step === "awaitAnswers" ||
      step === "collectSignatures" ||
      step === "decideLeadRequest" ||
      step === "awaitAssignments" ||
      step === "settleAssignment"
    ) {
      return who ? t(`${step}.named`, { who }) : t(`${step}.plain`);
    }
    if (step === "holdSession" || step === "recordSession") return t(`${step}.plain`);
    return t(`${step}.plain`);
  };
}
