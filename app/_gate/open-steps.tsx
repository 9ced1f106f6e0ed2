import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OpenGateStep } from "@/server/disputes/reads/open-gate-steps";
import styles from "./gate.module.css";

/** Steps of the gate that wait for this person or their station, the soonest first. Not drawn where there are none. */
export async function OpenSteps({ steps, now }: { steps: readonly OpenGateStep[]; now: Date }) {
  if (steps.length === 0) return null;
  const t = await getTranslations("gate");
  const f = formatFor(await getLocale(), now);
  return (
    <Sheet labelledBy="open-steps">
      <SectionHead id="open-steps" title={t("openTitle")} note={t("note", { count: steps.length })} />
      <ul className={styles.steps}>
        {steps.map((step) => {
          const words = { who: step.owner, when: f.dayTime(step.dueAt) };
          return (
            <li key={step.id} className={styles.step}>
              <div>
                <b>{step.kind === "clarify" ? t(`clarify.${step.question ?? "injury"}`) : t(`step.${step.kind}`)}</b>
                <p className={styles.quiet}>
                  {step.title}
                  {" · "}
                  {Date.parse(step.dueAt) < now.getTime() ? t("late", words) : t("due", words)}
                </p>
              </div>
              <ButtonLink small href={`/disputes/${step.disputeId}#gate`}>
                {t("open")}
                <span className="sr-only"> {step.title}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
