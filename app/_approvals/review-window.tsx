"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { reviewWindowLimits } from "@/app/_ui/limits/windows";
import { type WindowReview, windowReviews } from "@/db/vocabulary";
import type { OfficeWindow } from "@/server/windows/queries";

/** A head's finding about an emergency: in order, or a complaint and what it is about. */
export function ReviewWindow({ asked }: { asked: OfficeWindow }) {
  const t = useTranslations("approvals.window");
  const act = useAct(useTRPC().windows.review.mutationOptions(), {
    onDone: () => showToast({ message: t("reviewed") }),
  });
  const [review, choose] = useState<WindowReview | null>(null);
  const [note, setNote] = useState("");
  const target = { disputeId: asked.disputeId, windowId: asked.id };
  return (
    <Stack gap={12}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <SegmentField
        label={t("review")}
        segments={windowReviews.map((value) => ({ value, label: t(value) }))}
        value={review}
        onChange={choose}
      />
      {review === "complaint" ? (
        <TextArea
          label={t("reviewNote")}
          minRows={2}
          maxLength={reviewWindowLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <NeedsButton
        needs={[
          [t("review"), review !== null],
          [t("reviewNote"), review !== "complaint" || note.trim().length >= 2],
        ]}
        isBusy={act.isBusy}
        onGo={() => review && void act.run({ ...target, review, note: review === "complaint" ? note : "" })}
      >
        {t("review")}
      </NeedsButton>
    </Stack>
  );
}
