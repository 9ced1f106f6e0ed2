"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/app/_disputes/act-dialog";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Stack } from "@/app/_ui/columns";
import { DateTimeField } from "@/app/_ui/date-time-field";
import { limitOf } from "@/app/_ui/limit-of";
import { SegmentField } from "@/app/_ui/segment-field";
import { SelectField } from "@/app/_ui/select-field";
import { TextArea } from "@/app/_ui/text-field";
import { type Satisfaction, satisfactions } from "@/db/vocabulary";
import { recordVisitInput } from "@/server/performance/inputs";
import type { PerformancePage } from "@/server/performance/queries";

/** Records a follow-up visit; how content people are is never chosen beforehand. */
export function VisitDialog({ page, onClose }: { page: PerformancePage; onClose: () => void }) {
  const t = useTranslations("performance.visit");
  const words = useTranslations("vocabulary.satisfactions");
  const trpc = useTRPC();
  const act = useAct(trpc.performance.recordVisit.mutationOptions(), { onDone: onClose });
  const [on, setOn] = useState(page.today);
  const [partyId, setParty] = useState("");
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [signs, setSigns] = useState("");
  const [note, setNote] = useState("");

  function record() {
    if (!satisfaction) return;
    act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      partyId: partyId || null,
      visitedOn: on,
      satisfaction,
      escalationSigns: signs,
      note,
    });
  }

  return (
    <ActDialog
      title={t("question")}
      verb={t("verb")}
      isBusy={act.isBusy}
      isReady={on !== "" && satisfaction !== null}
      problem={act.problem}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <SelectField
          label={t("whom")}
          placeholder={t("everyone")}
          options={page.parties.map((party) => ({ value: party.id, label: party.name }))}
          value={partyId}
          onChange={(event) => setParty(event.currentTarget.value)}
        />
        <SegmentField
          label={t("satisfaction")}
          segments={satisfactions.map((one) => ({ value: one, label: words(one) }))}
          value={satisfaction}
          onChange={setSatisfaction}
        />
        <TextArea
          label={t("signs")}
          hint={t("signsHint")}
          minRows={1}
          maxLength={limitOf(recordVisitInput, "escalationSigns")}
          value={signs}
          onChange={(event) => setSigns(event.currentTarget.value)}
        />
        <TextArea
          label={t("note")}
          minRows={2}
          maxLength={limitOf(recordVisitInput, "note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
