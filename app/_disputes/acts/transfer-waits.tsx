"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { DayInput } from "@/app/_ui/fields/day-input";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { recordTransferAnswerLimits } from "@/app/_ui/limits/handovers";
import type { DisputeTransfer } from "@/server/handovers/reads/transfers";

interface TransferWaitsProps {
  disputeId: string;
  last: NonNullable<DisputeTransfer["last"]>;
  onClose: () => void;
}

/** An offer that waits: until when, take it back, and what a body outside answered. */
export function TransferWaits({ disputeId, last, onClose }: TransferWaitsProps) {
  const t = useTranslations("disputes.transfer");
  const f = useFormat();
  const trpc = useTRPC();
  const withdraw = useAct(trpc.handovers.withdrawTransfer.mutationOptions(), { onDone: onClose });
  const record = useAct(trpc.handovers.recordTransferAnswer.mutationOptions(), { onDone: onClose });
  const [answer, setAnswer] = useState<"accepted" | "declined" | null>(null);
  const [answeredOn, setDay] = useState("");
  const [source, setSource] = useState("");
  const [reason, setReason] = useState("");
  const { id: transferId, toName: to, isOutside, answerBy } = last;
  const isLate = new Date(answerBy) <= new Date();
  return (
    <ActDialog
      title={t("title")}
      verb={isOutside ? t("record") : null}
      act={record}
      needs={[
        [t("answerTitle"), answer !== null],
        [t("on"), answeredOn !== ""],
        [t("source"), source.trim() !== ""],
        [t("answerReason"), answer === "accepted" || reason.trim().length > 1],
      ]}
      onGo={() => record.run({ disputeId, transferId, isAccepted: answer === "accepted", answeredOn, source, reason })}
      onClose={onClose}
    >
      <Stack>
        <Banner tone={isLate ? "amber" : "plain"}>
          {t(isLate ? "late" : "waits", { to, by: f.dateTime(answerBy) })}
        </Banner>
        <p>{last.reason}</p>
        {withdraw.problem ? <ProblemNote problem={withdraw.problem} code={withdraw.problem.reference} /> : null}
        <Line>
          <Button busy={withdraw.isBusy} onClick={() => void withdraw.run({ disputeId, transferId })}>
            {t("withdraw")}
          </Button>
        </Line>
        {isOutside ? (
          <>
            <SegmentField
              label={t("answerTitle")}
              value={answer}
              onChange={setAnswer}
              segments={[
                { value: "accepted", label: t("accepted") },
                { value: "declined", label: t("declined") },
              ]}
            />
            <DayInput label={t("on")} value={answeredOn} onChange={setDay} />
            <TextField
              label={t("source")}
              maxLength={recordTransferAnswerLimits.source}
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
            />
            <TextArea
              label={t("answerReason")}
              minRows={2}
              maxLength={recordTransferAnswerLimits.reason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : null}
      </Stack>
    </ActDialog>
  );
}
