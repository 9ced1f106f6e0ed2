"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { showToast } from "@/app/_ui/feedback/toasts";
import type { Person } from "./person";
import { ReasonDialog } from "./reason-dialog";

/** For somebody who lost their phone and their recovery codes. */
export function ResetFactor({ person, signIns }: { person: Person; signIns: number }) {
  const t = useTranslations("admin.account");
  const trpc = useTRPC();
  const [isAsking, setAsking] = useState(false);
  const { name, id: personId } = person;
  const reset = useAct(trpc.people.resetFactor.mutationOptions(), {
    onDone: () => {
      setAsking(false);
      showToast({ message: t("factorReset") });
    },
  });
  return (
    <>
      <Button small onClick={() => setAsking(true)}>
        {t("resetFactor")}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("factorQuestion", { name })}
        verb={t("resetFactor")}
        what={t("factorBody", { signIns })}
        act={reset}
        onGo={(reason) => reset.run({ personId, reason })}
      />
    </>
  );
}
