"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { acceptTransferLimits, declineTransferLimits } from "@/app/_ui/limits/handovers";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import { Unbroken } from "@/app/_ui/text/unbroken";
import type { LeadHere, OfficeTransfer } from "@/server/handovers/reads/transfers";

interface TransferCardProps {
  transfer: OfficeTransfer;
  leads: readonly LeadHere[];
  now: string;
}

/** One offer to take a matter, as either side reads it; the receiving head answers it here. */
export function TransferCard({ transfer, leads, now }: TransferCardProps) {
  const t = useTranslations("approvals.transfer");
  const words = useTranslations("vocabulary");
  const f = useFormat(new Date(now));
  const {
    id,
    isIncoming,
    isWaiting,
    mayAnswer,
    number,
    fromName: from,
    toName: to,
    answerBy,
    risk,
    summary,
  } = transfer;
  return (
    <Sheet labelledBy={id}>
      <h2 id={id}>
        <Unbroken>{isIncoming ? t("offered", { from, number }) : t("sent", { to, number })}</Unbroken>
      </h2>
      <p>
        <Facts
          items={[
            words(`tracks.${transfer.track}`),
            words(`disputeTypes.${transfer.type}`),
            transfer.place || null,
            risk ? words(`riskLevels.${risk}`) : null,
            transfer.offeredBy,
            f.dateTime(transfer.offeredAt),
            isWaiting && answerBy > now ? t("by", { by: f.dateTime(answerBy) }) : null,
            isWaiting && answerBy <= now ? (
              <Tag key="late" tone="red">
                {t("late")}
              </Tag>
            ) : null,
          ]}
        />
      </p>
      {summary ? <p>{summary}</p> : null}
      <p>{transfer.reason}</p>
      {mayAnswer ? <Answer transfer={transfer} leads={leads} /> : <Standing transfer={transfer} />}
    </Sheet>
  );
}

/** How it stands with an offer that is not for the reader to answer. */
function Standing({ transfer }: { transfer: OfficeTransfer }) {
  const t = useTranslations("approvals.transfer");
  const outcomes = useTranslations("vocabulary.outcomes");
  const { isWithdrawn, isAccepted, answeredBy, answerReason, outcome, result } = transfer;
  const name = answeredBy ?? "";
  if (isWithdrawn) return <p>{t("withdrawn")}</p>;
  if (isAccepted === null) return <p>{t("waits")}</p>;
  if (!isAccepted) return <p>{t("declined", { name, reason: answerReason })}</p>;
  if (result) return <p>{t("result", { result })}</p>;
  if (outcome) return <p>{t("outcome", { outcome: outcomes(outcome) })}</p>;
  return (
    <p>
      <Facts items={[t("accepted", { name }), t("underWay")]} />
    </p>
  );
}

function Answer({ transfer, leads }: Omit<TransferCardProps, "now">) {
  const t = useTranslations("approvals.transfer");
  const trpc = useTRPC();
  const accept = useAct(trpc.handovers.acceptTransfer.mutationOptions());
  const [isDeclining, setDeclining] = useState(false);
  const decline = useAct(trpc.handovers.declineTransfer.mutationOptions(), { onDone: () => setDeclining(false) });
  const [leadPersonId, choose] = useState("");
  const [note, setNote] = useState("");
  const { id: transferId, disputeId } = transfer;
  return (
    <Stack>
      <SelectField
        label={t("lead")}
        placeholder={t("choose")}
        options={leads.map(({ id, name, post }) => ({ value: id, label: `${name} · ${post}` }))}
        value={leadPersonId}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextField
        label={t("note")}
        maxLength={acceptTransferLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {accept.problem ? <ProblemNote problem={accept.problem} code={accept.problem.reference} /> : null}
      <NeedsButton
        needs={[[t("lead"), leadPersonId !== ""]]}
        isBusy={accept.isBusy}
        onGo={() => void accept.run({ disputeId, transferId, leadPersonId, note })}
        beside={<Button onClick={() => setDeclining(true)}>{t("decline")}</Button>}
      >
        {t("accept")}
      </NeedsButton>
      {isDeclining ? (
        <ReasonActDialog
          title={t("declineTitle")}
          what={t("declineWhat")}
          label={t("reason")}
          maxLength={declineTransferLimits.reason}
          verb={t("decline")}
          leave={t("leave")}
          act={decline}
          onGo={(reason) => decline.run({ disputeId, transferId, reason })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </Stack>
  );
}
