"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { setNumberStartLimits } from "@/app/_ui/limits/numbers";
import type { SeriesLine } from "@/server/numbers/queries";
import { SeriesButton } from "./series-button";
import { useSeriesName } from "./series-name";

/** Opens the dialog that says which number was the last on paper. */
export function StartButton({ line, year }: { line: SeriesLine; year: number }) {
  return (
    <SeriesButton
      line={line}
      act="start"
      dialog={(onClose) => <StartDialog line={line} thisYear={year} onClose={onClose} />}
    />
  );
}

function StartDialog({ line, thisYear, onClose }: { line: SeriesLine; thisYear: number; onClose: () => void }) {
  const t = useTranslations("numbers.start");
  const nameOf = useSeriesName();
  const [year, setYear] = useState(thisYear);
  const [typed, setTyped] = useState("");
  const [proof, setProof] = useState("");
  const act = useAct(useTRPC().numbers.setStart.mutationOptions(), { onDone: onClose });
  const last = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  return (
    <ActDialog
      title={t("title", { series: nameOf(line.key) })}
      verb={t("verb")}
      act={act}
      gap={12}
      needs={[
        [t("last"), last > 0],
        [t("proof"), proof.trim() !== ""],
      ]}
      onGo={() => void act.run({ series: line.key, year, lastUsed: last, proof })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <SegmentField
        label={t("year")}
        segments={[thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) }))}
        value={String(year)}
        onChange={(next) => setYear(Number(next))}
      />
      <TextField
        label={t("last")}
        hint={line.last > 0 && year === thisYear ? t("above", { last: line.last }) : undefined}
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextField
        label={t("proof")}
        hint={t("proofHint")}
        value={proof}
        maxLength={setNumberStartLimits.proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
