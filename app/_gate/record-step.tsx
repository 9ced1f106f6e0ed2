"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { recordGateStepLimits } from "@/app/_ui/limits/disputes";
import type { RecordGateStepInput } from "@/server/disputes/inputs";

const results = ["done", "declined", "notNeeded"] as const satisfies readonly RecordGateStepInput["result"][];

interface RecordStepProps {
  disputeId: string;
  kind: RecordGateStepInput["kind"];
  title: string;
  /** 'YYYY-MM-DD' */
  today: string;
}

/** What came of a step of the police's route, on which day, in words. Nothing is pre-chosen; it stays as recorded. */
export function RecordStep({ disputeId, kind, title, today }: RecordStepProps) {
  const t = useTranslations("gate");
  const words = useTranslations("vocabulary.gateStepResults");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [result, choose] = useState<RecordGateStepInput["result"] | null>(null);
  const [doneOn, setDay] = useState(today);
  const [note, setNote] = useState("");
  const act = useAct(trpc.disputes.recordGateStep.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t("record")}
        <span className="sr-only"> {title}</span>
      </Button>
      {isOpen ? (
        <ActDialog
          title={t("recordTitle", { step: title })}
          verb={t("record")}
          act={act}
          needs={[
            [t("result"), result !== null],
            [t("day"), doneOn !== ""],
            [t("what"), note.trim() !== ""],
          ]}
          onGo={() => result && act.run({ disputeId, kind, result, doneOn, note })}
          onClose={() => setOpen(false)}
        >
          <SelectField
            label={t("result")}
            placeholder={t("choose")}
            options={results.map((value) => ({ value, label: words(value) }))}
            value={result ?? ""}
            onChange={(event) => choose(results.find((one) => one === event.currentTarget.value) ?? null)}
          />
          <DateTimeField part="date" label={t("day")} maxDay={today} value={doneOn} onChange={setDay} />
          <TextArea
            label={t("what")}
            hint={t("whatHint")}
            minRows={3}
            maxLength={recordGateStepLimits.note}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </ActDialog>
      ) : null}
    </>
  );
}
