"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { offerTransferLimits, transferOutsideLimits } from "@/app/_ui/limits/handovers";
import type { DisputeTransfer } from "@/server/handovers/reads/transfers";
import { TransferWaits } from "./transfer-waits";
import { UntilRead } from "./until-read";

interface TransferDialogProps {
  disputeId: string;
  version?: number;
  onClose: () => void;
}

/** Offers the matter to others; while an offer waits, shows it, takes it back, or records the answer of a body outside. */
export function TransferDialog({ disputeId, version, onClose }: TransferDialogProps) {
  const t = useTranslations("disputes.transfer");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.handovers.transferOf.queryOptions({ disputeId }));
  if (!data) return <UntilRead title={t("title")} error={error} onClose={onClose} />;
  const { last } = data;
  return last && last.isAccepted === null && !last.isWithdrawn ? (
    <TransferWaits disputeId={disputeId} last={last} onClose={onClose} />
  ) : (
    <Offer disputeId={disputeId} version={version} transfer={data} onClose={onClose} />
  );
}

const outside = "outside";

function Offer({ disputeId, version, transfer, onClose }: TransferDialogProps & { transfer: DisputeTransfer }) {
  const t = useTranslations("disputes.transfer");
  const act = useAct(useTRPC().handovers.offerTransfer.mutationOptions(), { onDone: onClose });
  const [to, choose] = useState("");
  const [body, setBody] = useState("");
  const [reason, setReason] = useState("");
  const { targets, last } = transfer;
  const target = targets.find(({ stationId, committeeId }) => `${stationId} ${committeeId}` === to);
  const chosen = target
    ? { stationId: target.stationId, committeeId: target.committeeId }
    : to === outside && body.trim() !== ""
      ? { body }
      : null;
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("to"), chosen !== null],
        [t("reason"), reason.trim().length > 1],
      ]}
      onGo={() => chosen && act.run({ disputeId, version, to: chosen, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {last?.isAccepted === false ? (
          <Banner tone="amber">{t("lastDeclined", { to: last.toName, reason: last.answerReason })}</Banner>
        ) : null}
        <SelectField
          label={t("to")}
          placeholder={t("choose")}
          options={[
            ...targets.map(({ stationId, committeeId, station, committee }) => ({
              value: `${stationId} ${committeeId}`,
              label: t("target", { station, committee }),
            })),
            { value: outside, label: t("outside") },
          ]}
          value={to}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {to === outside ? (
          <TextField
            label={t("body")}
            maxLength={transferOutsideLimits.body}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        ) : null}
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={offerTransferLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
