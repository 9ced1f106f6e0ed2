"use client";
import { useLocale, useTranslations } from "next-intl";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { Facts } from "@/app/_ui/text/facts";
import type { Action } from "@/server/access/policy";
import type { Overview, Session } from "./session";
import styles from "./sessions.module.css";

interface HeldStateProps {
  disputeId: string;
  session: Session;
  overview: Pick<Overview, "forces" | "invited">;
  allowed: readonly Action[];
}

/** Whether those required have accepted, until when the hour is held, who has not answered; and what can be done about it. */
export function HeldState({ disputeId, session, overview, allowed }: HeldStateProps) {
  const t = useTranslations("sessions.held");
  const f = useFormat();
  const comma = useLocale() === "en" ? ", " : "、";
  const trpc = useTRPC();
  const { despite, setDespite, sayUncertain } = useDespite();
  const confirm = useAct(trpc.sessions.confirm.mutationOptions(), { onDone: sayUncertain });
  const wordsOf = useNeedWords(overview);
  const { heldUntil, atRiskSince, quorum, asked } = session;
  if (!heldUntil && !atRiskSince && asked.length === 0) return null;
  const required = quorum.needs.filter((need) => need.isRequired);
  const lacking = required.filter((need) => need.come + need.waiting < need.seats);
  const convene = allowed.includes("convening.send") ? (
    <ButtonLink small href={`/disputes/${disputeId}/convene`}>
      {t("again")}
    </ButtonLink>
  ) : null;
  return (
    <>
      {heldUntil ? <p className={styles.held}>{t("until", { at: f.dateTime(heldUntil) })}</p> : null}
      {required.length > 0 ? (
        <p>
          <Facts items={required.map((need) => wordsOf(need))} />
        </p>
      ) : null}
      {asked.length > 0 ? (
        <p className={styles.quiet}>
          {t("asked", { names: asked.map((one) => one.name).join(comma), at: f.dateTime(asked[0]?.answerBy ?? "") })}
        </p>
      ) : null}
      {atRiskSince ? (
        <Banner tone="amber" action={heldUntil ? convene : null}>
          {t("atRisk", { needs: lacking.map((need) => wordsOf(need)).join(comma) })}
        </Banner>
      ) : null}
      {heldUntil ? (
        <Line>
          {allowed.includes("session.confirm") ? (
            <Button
              variant={quorum.isMet ? "go" : "outline"}
              busy={confirm.isBusy}
              onClick={() =>
                confirm.run({ disputeId, sessionId: session.id, sessionVersion: session.version, despite })
              }
            >
              {quorum.isMet ? t("confirm") : t("confirmAnyway")}
            </Button>
          ) : null}
          {atRiskSince ? null : convene}
          <span className={styles.quiet}>{t("what")}</span>
        </Line>
      ) : null}
      <TakenNote problem={confirm.problem} />
      <DespiteField problem={confirm.problem} value={despite} onChange={setDespite} />
    </>
  );
}

/** 律师 0 / 1，在等 1 人; a person required in person by name */
function useNeedWords({ forces, invited }: HeldStateProps["overview"]) {
  const t = useTranslations("sessions.held");
  const locale = useLocale();
  return (need: Session["quorum"]["needs"][number]) => {
    const force = forces.find((one) => one.code === need.forceCode);
    const person = invited.find((one) => one.personId === need.personId);
    const name = person?.name ?? (locale === "en" ? force?.shortEn : force?.shortZh) ?? "";
    return need.waiting > 0
      ? t("needWaiting", { name, come: need.come, seats: need.seats, waiting: need.waiting })
      : t("need", { name, come: need.come, seats: need.seats });
  };
}
