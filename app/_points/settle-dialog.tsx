"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { settleClueLimits } from "@/app/_ui/limits/points";
import { type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";

/** How it was settled on the spot; what may be family violence goes to the station instead. */
export function SettleDialog({ clueId, onClose }: { clueId: string; onClose: () => void }) {
  const t = useTranslations("points");
  const elsewhere = useTranslations("register.elsewhere");
  const act = useAct(useTRPC().points.settle.mutationOptions(), { onDone: onClose });
  const [note, setNote] = useState("");
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const f = useFormat();
  const [familyViolence, setViolence] = useState<YesNoUnclear | null>(null);
  return (
    <ActDialog
      title={t("settleTitle")}
      verb={t("settleGo")}
      leave={t("settleLeave")}
      act={act}
      refusal="last"
      needs={[
        [t("settleNote"), note.trim() !== ""],
        [t("violence"), familyViolence !== null],
      ]}
      onGo={() => familyViolence && act.run({ clueId, note, familyViolence, happenedOn })}
      onClose={onClose}
    >
      <TextArea
        label={t("settleNote")}
        hint={t("settleHint")}
        minRows={2}
        maxLength={settleClueLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <SegmentField
        label={t("violence")}
        segments={yesNoUnclear.map((value) => ({ value, label: elsewhere(value) }))}
        value={familyViolence}
        onChange={setViolence}
      />
      <HappenedDay label={t("settleOn")} today={f.date(new Date())} value={happenedOn} onChange={setHappenedOn} />
    </ActDialog>
  );
}
