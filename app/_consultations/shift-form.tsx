"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import styles from "./consultations.module.css";
import { plannedShifts, type ShiftPreset, shiftPresets } from "./planned-shifts";

interface ShiftFormProps {
  /** The days of the shown week that are not over. */
  days: readonly string[];
  lawyers: readonly { id: string; name: string; post: string }[];
}

/** One lawyer, some days, one shift: a whole week in one go. */
export function ShiftForm({ days, lawyers }: ShiftFormProps) {
  const t = useTranslations("consultations.roster");
  const f = useFormat();
  const trpc = useTRPC();
  const [personId, setPerson] = useState("");
  const [chosen, choose] = useState<string[]>([]);
  const [preset, setPreset] = useState<ShiftPreset | null>(null);
  const [own, setOwn] = useState({ from: "", until: "" });
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.consultations.addShifts.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("done") });
      choose([]);
      setTried(false);
    },
  });
  const shifts = preset ? plannedShifts(chosen, preset, own) : null;
  const missing = (isMissing: boolean, word: "whoMissing" | "daysMissing" | "presetMissing" | "timesMissing") =>
    hasTried && isMissing ? t(word) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (personId && shifts && shifts.length > 0) await act.run({ personId, shifts });
  }
  if (lawyers.length === 0) return <Empty>{t("noLawyers")}</Empty>;
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Stack>
        <SelectField
          label={t("who")}
          placeholder=""
          options={lawyers.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
          value={personId}
          error={missing(!personId, "whoMissing")}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <PillField
          label={t("days")}
          isMany
          options={days.map((day) => ({ value: day, label: f.date(day) }))}
          value={chosen}
          onChange={choose}
          error={missing(chosen.length === 0, "daysMissing")}
        />
        <PillField
          label={t("preset")}
          options={shiftPresets.map((value) => ({ value, label: t(`presets.${value}`) }))}
          value={preset ? [preset] : []}
          onChange={([value]) => setPreset(shiftPresets.find((one) => one === value) ?? null)}
          error={missing(preset === null, "presetMissing")}
        />
        {preset === "own" ? (
          <div className={styles.times}>
            <DateTimeField
              part="time"
              label={t("from")}
              value={own.from}
              onChange={(from) => setOwn({ ...own, from })}
              error={missing(shifts === null, "timesMissing")}
            />
            <DateTimeField
              part="time"
              label={t("until")}
              hint={t("untilHint")}
              value={own.until}
              onChange={(until) => setOwn({ ...own, until })}
            />
          </div>
        ) : null}
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <Button type="submit" variant="go" wide busy={act.isBusy}>
          {shifts && shifts.length > 0 ? t("goCount", { count: shifts.length }) : t("go")}
        </Button>
      </Stack>
    </form>
  );
}
