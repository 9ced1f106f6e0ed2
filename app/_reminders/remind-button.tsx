"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, type ButtonVariant } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import styles from "./remind-button.module.css";

interface RemindButtonProps {
  disputeId: string;
  variant?: ButtonVariant;
}

/** Asks everybody who has not answered once more, by one press; says how many were, or from when it can be done again. */
export function RemindButton({ disputeId, variant }: RemindButtonProps) {
  const t = useTranslations("notifications.delivery");
  const act = useAct(useTRPC().notifications.remind.mutationOptions(), {
    onDone: ({ invitationIds }) => showToast({ message: t("remindedAll", { count: invitationIds.length }) }),
  });
  return (
    <div className={styles.remind}>
      <Button small variant={variant} busy={act.isBusy} onClick={() => void act.run({ disputeId })}>
        {t("remindAll")}
      </Button>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    </div>
  );
}
