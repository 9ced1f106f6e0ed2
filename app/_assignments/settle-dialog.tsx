"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { settleAssignmentLimits } from "@/app/_ui/limits/assignments";
import type { AssignmentVerdict } from "@/server/assignments/choices";
import type { Assignment } from "@/server/assignments/reads/assignments";

interface SettleDialogProps {
  disputeId: string;
  task: Pick<Assignment, "id" | "what" | "who" | "isOutside">;
  verdict: AssignmentVerdict;
  proposedAt: string;
  onClose: () => void;
}

/** The lead confirms a task, opens it again with a new time, or drops it; both of these with a reason. */
export function SettleDialog({ disputeId, task, verdict, proposedAt, onClose }: SettleDialogProps) {
  const { id: assignmentId, what, who, isOutside } = task;
  const t = useTranslations("disputes.assignment.settle");
  const act = useAct(useTRPC().assignments.settle.mutationOptions(), { onDone: onClose });
  const [remark, setRemark] = useState("");
  const [when, setWhen] = useState(toWallClock(proposedAt));
  const isConfirmed = verdict === "confirm";
  const isReopened = verdict === "reopen";
  const dueAt = fromWallClock(when);
  return (
    <ActDialog
      title={t(verdict, { what })}
      verb={t(`verb.${verdict}`)}
      tone={verdict === "drop" ? "stop" : "go"}
      act={act}
      needs={[
        [t("why"), isConfirmed || remark.trim() !== ""],
        [t("newTime"), !isReopened || dueAt !== null],
      ]}
      onGo={() =>
        act.run({ disputeId, assignmentId, verdict, remark, dueAt: isReopened ? (dueAt?.toISOString() ?? null) : null })
      }
      onClose={onClose}
    >
      <Stack>
        {isConfirmed ? (
          <p>{t(isOutside ? "sureOutside" : "sure", { who })}</p>
        ) : (
          <TextArea
            label={t("why")}
            minRows={2}
            maxLength={settleAssignmentLimits.remark}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
        )}
        {isReopened ? <DateTimeField label={t("newTime")} value={when} onChange={setWhen} /> : null}
      </Stack>
    </ActDialog>
  );
}
