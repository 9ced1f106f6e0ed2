"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { setPanelRuleLimits } from "@/app/_ui/limits/panel";
import { type DisputeType, type PanelNeed, panelNeeds } from "@/db/vocabulary";
import type { WrittenRule } from "@/server/panel/reads/rules";
import { NewerRule } from "./newer-rule";
import { useSeenRule } from "./use-seen-rule";

const seatChoices = ["1", "2", "3", "4", "5"] as const;

const seatsOf = (rule: { seats: number }): (typeof seatChoices)[number] =>
  seatChoices.find((one) => one === String(rule.seats)) ?? "1";

interface RuleFormProps {
  type: DisputeType;
  forceCode: string;
  /** The rule in force here today, as the starting point. */
  now: { need: PanelNeed; seats: number; area: string };
  /** The committee's rules for this force, of all areas and days. */
  rules: readonly WrittenRule[];
  /** 'YYYY-MM-DD'; a rule starts today or later. */
  today: string;
}

/** The committee's head sets what a force is asked for, from a day on, everywhere or at one place. */
export function RuleForm({ type, forceCode, now, rules, today }: RuleFormProps) {
  const t = useTranslations("panel.rules");
  const f = useFormat();
  const trpc = useTRPC();
  const [need, setNeed] = useState<PanelNeed>(now.need);
  const [seats, setSeats] = useState(seatsOf(now));
  const [area, setArea] = useState(now.area);
  const [validFrom, setFrom] = useState(today);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const seen = useSeenRule(rules, { area: area.trim(), validFrom });
  const act = useAct(trpc.panel.setRule.mutationOptions(), {
    onDone: (done) => {
      seen.saved(done.version);
      setReason("");
      setTried(false);
      showToast({ message: t("saved", { day: f.day(done.validFrom) }) });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!reason.trim() || !validFrom) return;
    void act.run({
      type,
      forceCode,
      area,
      validFrom,
      need,
      seats: Number(seats),
      ruleVersion: seen.ruleVersion,
      reason,
    });
  }
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Stack>
        <NewerRule
          seen={seen}
          onTake={(rule) => {
            setNeed(rule.need);
            setSeats(seatsOf(rule));
            setReason(rule.reason);
          }}
        />
        <NeedFields {...{ need, setNeed, seats, setSeats }} />
        <TextField
          label={t("where")}
          hint={t("areaHint")}
          placeholder={t("everywhere")}
          maxLength={setPanelRuleLimits.area}
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
          maxLength={setPanelRuleLimits.reason}
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

interface NeedFieldsProps {
  need: PanelNeed;
  setNeed: (need: PanelNeed) => void;
  seats: (typeof seatChoices)[number];
  setSeats: (seats: (typeof seatChoices)[number]) => void;
}

/** Whether the force is asked, and for how many seats. */
function NeedFields({ need, setNeed, seats, setSeats }: NeedFieldsProps) {
  const t = useTranslations("panel.rules");
  const needs = useTranslations("vocabulary.panelNeeds");
  return (
    <>
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
    </>
  );
}
