"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { needsOf } from "@/app/_ui/dialogs/use-missing";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { endContestLimits } from "@/app/_ui/limits/performance";
import { type ContestEnd, contestEnds } from "@/db/vocabulary";
import { inPlaceOf } from "@/server/binding/choices";
import type { Contest } from "@/server/performance/parts/contests-of";
import type { PerformancePage } from "@/server/performance/reads/ledger";
import { SaidByFields, useSaidBy } from "./said-by";

interface EndContestDialogProps {
  page: PerformancePage;
  contest: Contest;
  onClose: () => void;
}

/** Writes down how a contest ended without a change of the ledger. What is claimed is confirmed by an entry, so it is only taken back here. */
export function EndContestDialog({ page, contest, onClose }: EndContestDialogProps) {
  const t = useTranslations("performance.contest");
  const words = useTranslations("vocabulary.contestEnds");
  const act = useAct(useTRPC().performance.endContest.mutationOptions(), { onDone: onClose });
  const ends = contestEnds.filter((end) => contest.kind === "denied" || end !== "confirmed");
  const [end, setEnd] = useState<ContestEnd | null>(ends.length === 1 ? (ends[0] ?? null) : null);
  const [on, setOn] = useState(page.today);
  const then = earlierDay(on, page.today);
  const parties = inPlaceOf(page.parties, [contest.saidByPartyId], then);
  const said = useSaidBy({ page, parties, label: t("withdrawnBy"), purpose: "bind", on: then });
  const isWithdrawn = end === "withdrawn";
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("endTitle")}
      verb={t("endVerb")}
      act={act}
      needs={[
        ...needsOf(t, { end: end !== null }),
        ...(isWithdrawn ? said.needs : []),
        ...needsOf(t, { endReason: reason.trim().length > 1, endOn: on !== "" }),
      ]}
      onGo={() =>
        end &&
        act.run({
          ...{ disputeId: page.disputeId, proceedingId: page.proceeding?.id, contestId: contest.id },
          ...{ end, endedOn: on, reason },
          withdrawnBy: isWithdrawn && said.by ? { ...said.by, means: said.means } : null,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("endWhat")}</p>
        <SegmentField
          label={t("end")}
          segments={ends.map((one) => ({ value: one, label: words(one) }))}
          value={end}
          onChange={setEnd}
        />
        {isWithdrawn ? <SaidByFields said={said} /> : null}
        <TextArea
          label={t("endReason")}
          minRows={2}
          maxLength={endContestLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateTimeField part="date" label={t("endOn")} value={on} onChange={setOn} maxDay={page.today} />
      </Stack>
    </ActDialog>
  );
}
