"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useMonthWord } from "@/app/_ui/format/month-words";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { handOverSubsidiesLimits } from "@/app/_ui/limits/subsidies";
import type { SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";

interface HandOverProps {
  seen: Pick<SubsidyMonth, "month" | "matters" | "seen" | "today">;
  sumFen: number;
}

/** The sheet went to whoever pays: on which day, and who took it. */
export function HandOverButton({ seen: { month, matters, seen, today }, sumFen }: HandOverProps) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  const monthWord = useMonthWord();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const act = useAct(useTRPC().subsidies.handOver.mutationOptions(), { onDone: close });
  const [handedOn, setOn] = useState(today);
  const [recipient, setRecipient] = useState("");
  return (
    <>
      <Button small variant="go" onClick={() => setOpen(true)}>
        {t("handOver")}
      </Button>
      {isOpen ? (
        <ActDialog
          title={t("dialog.title", { month: monthWord(month, true) })}
          verb={t("dialog.verb")}
          act={act}
          needs={[
            [t("dialog.on"), handedOn !== ""],
            [t("dialog.recipient"), recipient.trim() !== ""],
          ]}
          onGo={() => act.run({ month, handedOn, recipient, seen })}
          onClose={close}
        >
          <Stack>
            <p>{t("dialog.what")}</p>
            <p>{t("dialog.sum", { matters: matters.length, sum: f.money(yuanOfFen(sumFen)) })}</p>
            <DateTimeField part="date" label={t("dialog.on")} value={handedOn} onChange={setOn} maxDay={today} />
            <TextField
              label={t("dialog.recipient")}
              hint={t("dialog.recipientHint")}
              maxLength={handOverSubsidiesLimits.recipient}
              value={recipient}
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
          </Stack>
        </ActDialog>
      ) : null}
    </>
  );
}
