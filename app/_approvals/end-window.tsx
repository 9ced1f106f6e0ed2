"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { OfficeWindow } from "@/server/windows/queries";

/** Ends an open window before its time. */
export function EndWindow({ asked }: { asked: OfficeWindow }) {
  const t = useTranslations("approvals.window");
  const act = useAct(useTRPC().windows.end.mutationOptions());
  return (
    <Stack gap={8}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Line>
        <Button busy={act.isBusy} onClick={() => void act.run({ disputeId: asked.disputeId, windowId: asked.id })}>
          {t("end")}
        </Button>
      </Line>
    </Stack>
  );
}
