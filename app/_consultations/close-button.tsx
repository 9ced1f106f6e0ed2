"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";

/** The asker needs no answer any more. */
export function CloseButton({ consultationId }: { consultationId: string }) {
  const t = useTranslations("consultations.own");
  const trpc = useTRPC();
  const act = useAct(trpc.consultations.close.mutationOptions(), {
    onDone: () => showToast({ message: t("closed") }),
  });
  return (
    <>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Button small busy={act.isBusy} onClick={() => act.run({ consultationId })}>
        {t("close")}
      </Button>
    </>
  );
}
