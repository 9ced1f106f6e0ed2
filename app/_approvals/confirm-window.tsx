"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { OfficeWindow } from "@/server/windows/queries";

/** The second person of an emergency confirms it, and is told what that means. */
export function ConfirmWindow({ asked }: { asked: OfficeWindow }) {
  const t = useTranslations("approvals.window");
  const done = t("confirmed", { name: asked.who });
  const act = useAct(useTRPC().windows.confirm.mutationOptions(), { onDone: () => showToast({ message: done }) });
  return (
    <Stack gap={8}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <p>{t("confirmNote")}</p>
      <Line>
        <Button
          variant="stop"
          busy={act.isBusy}
          onClick={() => void act.run({ disputeId: asked.disputeId, windowId: asked.id })}
        >
          {t("confirm")}
        </Button>
      </Line>
    </Stack>
  );
}
