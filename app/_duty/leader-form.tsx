"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { plannedShifts } from "@/app/_consultations/planned-shifts";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import type { LeaderWeek } from "@/server/duty-leaders/queries";

const presets = ["day", "night", "all"] as const;
type Preset = (typeof presets)[number];

/** One leader, some days, one shift. */
export function LeaderForm({ days, leaders }: Pick<LeaderWeek, "days" | "leaders">) {
  const t = useTranslations("consultations.leaders");
  const f = useFormat();
  const trpc = useTRPC();
  const [leaderId, setLeader] = useState("");
  const [chosen, choose] = useState<string[]>([]);
  const [preset, setPreset] = useState<Preset | null>(null);
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.dutyLeaders.addShifts.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("done") });
      choose([]);
      setTried(false);
    },
  });
  const shifts = preset ? plannedShifts(chosen, preset, { from: "", until: "" }) : null;
  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (leaderId && shifts && shifts.length > 0) await act.run({ leaderId, shifts });
  }
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Stack>
        <SelectField
          label={t("who")}
          placeholder=""
          options={leaders.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
          value={leaderId}
          error={hasTried && !leaderId ? t("whoMissing") : undefined}
          onChange={(event) => setLeader(event.currentTarget.value)}
        />
        <PillField
          label={t("days")}
          isMany
          options={days.map((day) => ({ value: day, label: f.date(day) }))}
          value={chosen}
          onChange={choose}
          error={hasTried && chosen.length === 0 ? t("daysMissing") : undefined}
        />
        <PillField
          label={t("preset")}
          options={presets.map((value) => ({ value, label: t(`presets.${value}`) }))}
          value={preset ? [preset] : []}
          onChange={([value]) => setPreset(presets.find((one) => one === value) ?? null)}
          error={hasTried && preset === null ? t("presetMissing") : undefined}
        />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <Button type="submit" variant="go" wide busy={act.isBusy}>
          {t("go")}
        </Button>
      </Stack>
    </form>
  );
}
