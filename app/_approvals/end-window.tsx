"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { OfficeWindow } from "@/server/windows/queries";

/** Ends an open window before its time; `children` is what else may be done with it. */
export function EndWindow({ asked, children }: { asked: OfficeWindow; children?: ReactNode }) {
  const t = useTranslations("approvals.window");
  const act = useAct(useTRPC().windows.end.mutationOptions(), { onDone: () => showToast({ message: t("ended") }) });
  return (
    <Stack gap={8}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Line>
        {children}
        <Button busy={act.isBusy} onClick={() => void act.run({ disputeId: asked.disputeId, windowId: asked.id })}>
          {t("end")}
        </Button>
      </Line>
    </Stack>
  );
}
