"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { recordConfirmationLimits } from "@/app/_ui/limits/clocks";
import { type CourtStep, courtSteps } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { DismissedDialog } from "./dismissed-dialog";

interface CourtDialogProps {
  page: AgreementPage;
  onClose: () => void;
}

/** What the court did; and once it has dismissed the application, how it goes on. Both come with one load. */
export function CourtDialog(props: CourtDialogProps) {
  return props.page.court?.step === "dismissed" ? <DismissedDialog {...props} /> : <CourtStepDialog {...props} />;
}

/** What the court did with the application for confirmation, on which day, with its case number or reason. */
function CourtStepDialog({ page, onClose }: CourtDialogProps) {
  const t = useTranslations("agreements.court");
  const steps = useTranslations("vocabulary.courtSteps");
  const act = useAct(useTRPC().clocks.recordConfirmation.mutationOptions(), { onDone: onClose });
  const [step, setStep] = useState<CourtStep | "">("");
  const [happenedOn, setHappenedOn] = useState(page.today);
  const [note, setNote] = useState("");
  const { disputeId, proceeding } = page;
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("step"), step !== ""],
        [t("on"), happenedOn !== ""],
        [t("note"), note.trim() !== ""],
      ]}
      onGo={() => {
        if (step)
          act.run({ disputeId, proceedingId: proceeding?.id, version: proceeding?.version, step, happenedOn, note });
      }}
      onClose={onClose}
    >
      <Stack>
        <SelectField
          label={t("step")}
          placeholder={t("choose")}
          value={step}
          options={courtSteps.map((value) => ({ value, label: steps(value) }))}
          onChange={(event) => setStep(event.currentTarget.value as CourtStep | "")}
        />
        <DateTimeField part="date" label={t("on")} value={happenedOn} onChange={setHappenedOn} maxDay={page.today} />
        <TextField
          label={t("note")}
          hint={t("noteHint")}
          maxLength={recordConfirmationLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {step === "dismissed" ? <p>{t("dismissed")}</p> : null}
      </Stack>
    </ActDialog>
  );
}
