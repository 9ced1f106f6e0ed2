"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { depositLimits } from "@/app/_ui/limits/deposits";
import type { DepositSheet } from "@/server/deposits/reads/deposit-sheet";

interface DepositDialogProps {
  chosen: DepositSheet["dossiers"];
  today: string;
  onClose: () => void;
}

/** To whom the chosen dossiers went, when, and where they lie from now on. */
export function DepositDialog({ chosen, today, onClose }: DepositDialogProps) {
  const t = useTranslations("deposits.dialog");
  const act = useAct(useTRPC().deposits.make.mutationOptions(), { onDone: onClose });
  const [depositedOn, setOn] = useState(today);
  const [recipient, setRecipient] = useState("");
  const [location, setLocation] = useState("");
  const proceedingIds = chosen.map(({ proceedingId }) => proceedingId);
  return (
    <ActDialog
      title={t("title", { count: chosen.length })}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), depositedOn !== ""],
        [t("recipient"), recipient.trim() !== ""],
        [t("location"), location.trim() !== ""],
      ]}
      onGo={() => act.run({ proceedingIds, depositedOn, recipient, location })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <DateTimeField part="date" label={t("on")} value={depositedOn} onChange={setOn} maxDay={today} />
        <TextField
          label={t("recipient")}
          hint={t("recipientHint")}
          value={recipient}
          maxLength={depositLimits.recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <TextField
          label={t("location")}
          hint={t("locationHint")}
          value={location}
          maxLength={depositLimits.location}
          onChange={(event) => setLocation(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
