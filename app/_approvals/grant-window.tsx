"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fromWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import type { OfficeWindow } from "@/server/windows/queries";

/** From when and for how long, and the two answers. */
export function GrantWindow({ asked, hours }: { asked: OfficeWindow; hours: number }) {
  const t = useTranslations("approvals.window");
  const act = useAct(useTRPC().windows.decide.mutationOptions());
  const told = (isGranted: boolean) => t(isGranted ? "granted" : "refused", { name: asked.who });
  const [length, setLength] = useState(Math.min(hours, asked.hoursMax));
  const [when, setWhen] = useState<"now" | "later">("now");
  const [start, setStart] = useState("");
  const lengths = [...new Set([1, 4, 8, hours, 48, asked.hoursMax])].filter((one) => one <= asked.hoursMax);
  const startsAt = when === "later" ? (fromWallClock(start)?.toISOString() ?? null) : null;
  const decide = async (isGranted: boolean) => {
    const target = { disputeId: asked.disputeId, windowId: asked.id };
    if (await act.run({ ...target, isGranted, startsAt, hours: length })) showToast({ message: told(isGranted) });
  };
  return (
    <Stack gap={12}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <SegmentField
        label={t("starts")}
        segments={(["now", "later"] as const).map((value) => ({ value, label: t(value) }))}
        value={when}
        onChange={setWhen}
      />
      {when === "later" ? <DateTimeField label={t("later")} value={start} onChange={setStart} /> : null}
      <SelectField
        label={t("hours")}
        options={lengths
          .sort((one, other) => one - other)
          .map((count) => ({ value: String(count), label: t("hour", { count }) }))}
        value={String(length)}
        onChange={({ currentTarget }) => setLength(Number(currentTarget.value))}
      />
      <NeedsButton
        needs={[[t("later"), when === "now" || startsAt !== null]]}
        isBusy={act.isBusy}
        onGo={() => void decide(true)}
        beside={
          <Button busy={act.isBusy} onClick={() => void decide(false)}>
            {t("refuse")}
          </Button>
        }
      >
        {t("grant")}
      </NeedsButton>
    </Stack>
  );
}
