"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import styles from "./admin.module.css";
import type { NewPassword, Person } from "./person";
import { ReasonDialog } from "./reason-dialog";
import { ResetFactor } from "./reset-factor";

/** Resetting the password or the second step, or closing the account; each ends the person's current sign-ins, and says so first. */
export function AccountButtons({
  person,
  signIns,
  onPassword,
}: {
  person: Person;
  signIns: number;
  onPassword: (newPassword: NewPassword) => void;
}) {
  const t = useTranslations("admin.account");
  const cancel = useTranslations("admin.reason");
  const trpc = useTRPC();
  const [asking, setAsking] = useState<"reset" | "disable" | null>(null);
  const { name, id: personId } = person;
  const close = () => setAsking(null);
  const reset = useAct(trpc.people.resetPassword.mutationOptions(), {
    onDone: (newPassword) => {
      close();
      onPassword(newPassword);
    },
  });
  const disable = useAct(trpc.people.disableAccount.mutationOptions(), {
    onDone: () => {
      close();
      showToast({ message: t("disabled") });
    },
  });
  return (
    <>
      <div className={styles.foot}>
        <Button small onClick={() => setAsking("reset")}>
          {t("reset")}
        </Button>
        {person.account?.hasFactor ? <ResetFactor person={person} signIns={signIns} /> : null}
        <Button small variant="stop" onClick={() => setAsking("disable")}>
          {t("disable")}
        </Button>
      </div>
      <ActDialog
        isOpen={asking === "reset"}
        onClose={close}
        title={t("resetQuestion", { name })}
        verb={t("reset")}
        leave={cancel("cancel")}
        act={reset}
        refusal="last"
        onGo={() => reset.run({ personId })}
      >
        <p>{t("resetBody", { signIns })}</p>
      </ActDialog>
      <ReasonDialog
        isOpen={asking === "disable"}
        onClose={close}
        title={t("disableQuestion", { name })}
        verb={t("disable")}
        what={t("disableBody", { signIns })}
        act={disable}
        onGo={(reason) => disable.run({ personId, reason })}
      />
    </>
  );
}
