"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DayInput } from "@/app/_ui/fields/day-input";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import type { FactorRule } from "@/server/account/reads/factor-rules";

/** What stands for a role on a day ('YYYY-MM-DD'). */
const ruleOn = ({ isRequired, later }: FactorRule, day: string) =>
  later.filter(({ from }) => from <= day).at(-1)?.isRequired ?? isRequired;

/** Opens the dialog in which the administrator says whether a role needs a second factor, and from which day. */
export function FactorRuleButton({ rule, now }: { rule: FactorRule; now: string }) {
  const t = useTranslations("admin.signIn");
  const roles = useTranslations("vocabulary.roles");
  const today = toWallClock(now).slice(0, 10);
  const [isOpen, setOpen] = useState(false);
  const [answer, choose] = useState<"required" | "optional" | null>(null);
  const [day, setDay] = useState(today);
  const close = () => setOpen(false);
  const act = useAct(useTRPC().account.requireFactor.mutationOptions(), { onDone: close });
  const isRequiredSeen = ruleOn(rule, day);
  return (
    <>
      <Button
        small
        onClick={() => {
          choose(rule.isRequired ? "optional" : "required");
          setDay(today);
          act.reset();
          setOpen(true);
        }}
      >
        {t("change")}
        <span className="sr-only"> {roles(rule.role)}</span>
      </Button>
      {isOpen ? (
        <ActDialog
          title={t("ask", { role: roles(rule.role) })}
          verb={t("verb")}
          act={act}
          needs={[
            [t("rule"), answer !== null && (answer === "required") !== isRequiredSeen],
            [t("day"), day >= today],
          ]}
          onGo={() =>
            void act.run({ role: rule.role, isRequired: answer === "required", isRequiredSeen, validFrom: day })
          }
          onClose={close}
        >
          <SegmentField
            label={t("rule")}
            segments={(["required", "optional"] as const).map((value) => ({ value, label: t(value) }))}
            value={answer}
            onChange={choose}
          />
          <DayInput label={t("day")} value={day} minDay={today} onChange={setDay} />
        </ActDialog>
      ) : null}
    </>
  );
}
