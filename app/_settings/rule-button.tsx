"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { setRuleLimits } from "@/app/_ui/limits/settings";
import { inForce } from "@/server/settings/choices";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";
import { readValue, ruleName, textOf, valueWords } from "./rule-words";

/** Opens the dialog in which a rule gets another value from a day on. */
export function RuleButton({ line, now }: { line: RuleLine; now: string }) {
  const t = useTranslations("settings");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t("rules.change")}
        <span className="sr-only"> {ruleName(t, line.key)}</span>
      </Button>
      {isOpen ? <RuleDialog line={line} today={toWallClock(now).slice(0, 10)} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RuleDialog({ line, today, onClose }: { line: RuleLine; today: string; onClose: () => void }) {
  const t = useTranslations("settings");
  const { key, lowest, highest } = line;
  const [typed, setTyped] = useState(textOf(line.unit, line.now.value));
  const [day, setDay] = useState(today);
  const [basis, setBasis] = useState<"local" | "law">("local");
  const [law, setLaw] = useState("");
  const act = useAct(useTRPC().settings.setRule.mutationOptions(), {
    onDone: ({ moved }) => {
      showToast({ message: moved > 0 ? t("change.moved", { count: moved }) : t("change.done") });
      onClose();
    },
  });
  const value = readValue(line.unit, typed);
  const isWithin = value !== null && value >= lowest && value <= highest;
  return (
    <ActDialog
      title={t("change.title", { rule: ruleName(t, key) })}
      verb={t("change.verb")}
      act={act}
      gap={12}
      needs={[
        [t("change.value"), isWithin],
        [t("change.from"), day >= today],
        [t("change.lawName"), basis === "local" || law.trim() !== ""],
      ]}
      onGo={() =>
        void act.run({
          key,
          value: value ?? 0,
          valueSeen: inForce(line.history, day)?.value ?? line.standard,
          validFrom: day,
          source: basis === "law" ? law : "",
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t("change.value")}
        hint={t(line.unit === "minutes after midnight" ? "change.time" : "change.range", {
          lowest: valueWords(t, line, lowest),
          highest: valueWords(t, line, highest),
        })}
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DayInput
        label={t("change.from")}
        hint={t("change.fromHint")}
        value={day}
        minDay={today}
        onChange={(next) => setDay(next || today)}
      />
      <SegmentField
        label={t("change.basis")}
        segments={[
          { value: "local", label: t("rules.local") },
          { value: "law", label: t("change.law") },
        ]}
        value={basis}
        onChange={setBasis}
      />
      {basis === "law" ? (
        <TextField
          label={t("change.lawName")}
          value={law}
          maxLength={setRuleLimits.source}
          onChange={(event) => setLaw(event.currentTarget.value)}
        />
      ) : null}
    </ActDialog>
  );
}
