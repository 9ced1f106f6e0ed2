"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DayInput } from "@/app/_ui/fields/day-input";
import { TextField } from "@/app/_ui/fields/text-field";
import { setNumberPatternLimits } from "@/app/_ui/limits/numbers";
import { numberBy } from "@/server/disputes/choices";
import { isPattern } from "@/server/numbers/choices";
import type { SeriesLine } from "@/server/numbers/queries";
import { SeriesButton } from "./series-button";
import { useSeriesName } from "./series-name";

/** Opens the dialog that says how the numbers of a series are written from a day on. */
export function PatternButton({ line, year, today }: { line: SeriesLine; year: number; today: string }) {
  return (
    <SeriesButton
      line={line}
      act="pattern"
      variant="text"
      dialog={(onClose) => <PatternDialog line={line} year={year} today={today} onClose={onClose} />}
    />
  );
}

interface PatternDialogProps {
  line: SeriesLine;
  year: number;
  today: string;
  onClose: () => void;
}

function PatternDialog({ line, year, today, onClose }: PatternDialogProps) {
  const t = useTranslations("numbers.pattern");
  const nameOf = useSeriesName();
  const [pattern, setPattern] = useState(line.pattern);
  const [day, setDay] = useState(today);
  const act = useAct(useTRPC().numbers.setPattern.mutationOptions(), { onDone: onClose });
  const isFit = isPattern(pattern.trim());
  const sample = isFit ? numberBy(pattern.trim(), { year, word: line.word, n: line.last + 1 }) : null;
  return (
    <ActDialog
      title={t("title", { series: nameOf(line.key) })}
      verb={t("verb")}
      act={act}
      gap={12}
      needs={[
        [t("pattern"), isFit],
        [t("from"), day >= today],
      ]}
      onGo={() => void act.run({ series: line.key, pattern, validFrom: day })}
      onClose={onClose}
    >
      <TextField
        label={t("pattern")}
        hint={t("hint")}
        value={pattern}
        maxLength={setNumberPatternLimits.pattern}
        onChange={(event) => setPattern(event.currentTarget.value)}
      />
      <p role="status">{sample ? t("sample", { number: sample }) : t("unfit")}</p>
      <DayInput
        label={t("from")}
        hint={t("fromHint")}
        value={day}
        minDay={today}
        onChange={(next) => setDay(next || today)}
      />
    </ActDialog>
  );
}
