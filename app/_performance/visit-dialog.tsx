"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { recordVisitLimits } from "@/app/_ui/fields/text-limits";
import { Stack } from "@/app/_ui/layout/columns";
import { type Satisfaction, satisfactions } from "@/db/vocabulary";
import type { PerformancePage } from "@/server/performance/reads/ledger";

/** Records a follow-up visit; satisfaction is never pre-chosen. */
export function VisitDialog({ page, onClose }: { page: PerformancePage; onClose: () => void }) {
  const t = useTranslations("performance.visit");
  const words = useTranslations("vocabulary.satisfactions");
  const trpc = useTRPC();
  const act = useAct(trpc.performance.recordVisit.mutationOptions(), { onDone: onClose });
  const [on, setOn] = useState(page.today);
  const [partyId, setParty] = useState("");
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [signs, setSigns] = useState("");
  const [court, setCourt] = useState("");
  const [measures, setMeasures] = useState("");
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
      courtAction: court,
      measures,
      note,
    });
  }

  return (
    <ActDialog
      title={t("question")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), on !== ""],
        [t("satisfaction"), satisfaction !== null],
      ]}
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
          maxLength={recordVisitLimits.escalationSigns}
          value={signs}
          onChange={(event) => setSigns(event.currentTarget.value)}
        />
        <TextArea
          label={t("court")}
          hint={t("courtHint")}
          minRows={1}
          maxLength={recordVisitLimits.courtAction}
          value={court}
          onChange={(event) => setCourt(event.currentTarget.value)}
        />
        <TextArea
          label={t("measures")}
          minRows={1}
          maxLength={recordVisitLimits.measures}
          value={measures}
          onChange={(event) => setMeasures(event.currentTarget.value)}
        />
        <TextArea
          label={t("note")}
          minRows={2}
          maxLength={recordVisitLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
