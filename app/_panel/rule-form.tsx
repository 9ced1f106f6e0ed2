"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { limitOf } from "@/app/_ui/fields/limit-of";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { type DisputeType, type PanelNeed, panelNeeds } from "@/db/vocabulary";
import { setPanelRuleInput } from "@/server/panel/inputs";

const seatChoices = ["1", "2", "3", "4", "5"] as const;

interface RuleFormProps {
  type: DisputeType;
  forceCode: string;
  /** The rule in force here today, as the starting point. */
  now: { need: PanelNeed; seats: number; area: string };
  /** 'YYYY-MM-DD'; a rule starts today or later. */
  today: string;
}

/** The committee's head sets what a force is asked for, from a day on, everywhere or at one place. */
export function RuleForm({ type, forceCode, now, today }: RuleFormProps) {
  const t = useTranslations("panel.rules");
  const needs = useTranslations("vocabulary.panelNeeds");
  const f = useFormat();
  const trpc = useTRPC();
  const [need, setNeed] = useState<PanelNeed>(now.need);
  const [seats, setSeats] = useState<(typeof seatChoices)[number]>(
    seatChoices.find((one) => one === String(now.seats)) ?? "1",
  );
  const [area, setArea] = useState(now.area);
  const [validFrom, setFrom] = useState(today);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.panel.setRule.mutationOptions(), {
    onDone: (done) => {
      setReason("");
      setTried(false);
      showToast({ message: t("saved", { day: f.day(done.validFrom) }) });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!reason.trim() || !validFrom) return;
    void act.run({ type, forceCode, area, validFrom, need, seats: Number(seats), reason });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <SegmentField
          label={t("need")}
          segments={panelNeeds.map((one) => ({ value: one, label: needs(one) }))}
          value={need}
          onChange={setNeed}
        />
        {need === "none" ? null : (
          <SegmentField
            label={t("seats")}
            segments={seatChoices.map((one) => ({ value: one, label: one }))}
            value={seats}
            onChange={setSeats}
          />
        )}
        <TextField
          label={t("where")}
          hint={t("areaHint")}
          placeholder={t("everywhere")}
          maxLength={limitOf(setPanelRuleInput, "area")}
          value={area}
          onChange={(event) => setArea(event.currentTarget.value)}
        />
        <DayInput
          label={t("from")}
          hint={t("fromHint")}
          value={validFrom}
          minDay={today}
          onChange={setFrom}
          error={isTried && !validFrom ? t("dayNeeded") : undefined}
        />
        <TextField
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={limitOf(setPanelRuleInput, "reason")}
          value={reason}
          error={isTried && !reason.trim() ? t("reasonNeeded") : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <div>
          <Button type="submit" variant="go" busy={act.isBusy}>
            {validFrom && validFrom !== today ? t("saveFrom", { day: f.day(validFrom) }) : t("saveToday")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
