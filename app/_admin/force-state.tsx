"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import styles from "./admin.module.css";
import { forceName } from "./force-name";
import type { Force } from "./force-table";
import { ReasonDialog } from "./reason-dialog";

/** Whether the force is on the board, with the button that changes it. */
export function ForceState({ force }: { force: Force }) {
  const t = useTranslations("admin.forces");
  const name = forceName(force, useLocale());
  const trpc = useTRPC();
  const [isAsking, setAsking] = useState(false);
  const { code, members } = force;
  const close = useAct(trpc.forces.disable.mutationOptions(), {
    onDone: () => {
      setAsking(false);
      showToast({ message: t("closed", { name }) });
    },
  });
  const reopen = useAct(trpc.forces.enable.mutationOptions(), {
    onDone: () => showToast({ message: t("reopened", { name }) }),
  });
  return (
    <div className={styles.section}>
      {reopen.problem ? <ProblemNote problem={reopen.problem} code={reopen.problem.reference} /> : null}
      <div className={styles.foot}>
        {force.disabledAt ? (
          <Button busy={reopen.isBusy} onClick={() => reopen.run({ code })}>
            {t("reopen")}
          </Button>
        ) : (
          <Button variant="stop" onClick={() => setAsking(true)}>
            {t("close")}
          </Button>
        )}
      </div>
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("closeQuestion", { name })}
        verb={t("close")}
        what={t("closeBody", { count: members })}
        act={close}
        onGo={(reason) => close.run({ code, reason })}
      />
    </div>
  );
}
