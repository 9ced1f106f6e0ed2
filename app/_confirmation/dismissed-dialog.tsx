"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { formatDate } from "@/app/_ui/format/format";
import { renegotiateLimits } from "@/app/_ui/limits/agreements";
import { reopenDisputeLimits } from "@/app/_ui/limits/disputes";
import type { AgreementPage } from "@/server/agreements/reads/agreement";

/** After a court dismissed the application (人民调解法 33): a new version, or a new proceeding of what was closed; its reason goes along. */
export function DismissedDialog({ page, onClose }: { page: AgreementPage; onClose: () => void }) {
  const t = useTranslations("agreements.dismissed");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const { disputeId, proceeding, court } = page;
  const renegotiate = useAct(trpc.agreements.renegotiate.mutationOptions(), { onDone: onClose });
  const reopen = useAct(trpc.disputes.reopen.mutationOptions(), {
    onDone: () => {
      onClose();
      router.push(`/disputes/${disputeId}`);
    },
  });
  const isOver = !page.allowed.includes("agreement.renegotiate");
  const maxLength = (isOver ? reopenDisputeLimits : renegotiateLimits).reason;
  // What is sent holds no signs that only keep a line whole.
  const day = court && formatDate(court.on, { locale, now: new Date(), weekday: false });
  const said = court && day ? t("because", { day, note: court.note }) : "";
  const [reason, setReason] = useState(said.slice(0, maxLength));
  return (
    <ActDialog
      title={t("title")}
      verb={t(isOver ? "reopen" : "renegotiate")}
      act={isOver ? reopen : renegotiate}
      needs={[[t("reason"), reason.trim().length > 1]]}
      onGo={() =>
        isOver
          ? reopen.run({ disputeId, reason })
          : renegotiate.run({ disputeId, proceedingId: proceeding?.id, version: proceeding?.version, reason })
      }
      onClose={onClose}
    >
      <p>{t(isOver ? "whatReopen" : "whatRenegotiate")}</p>
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={maxLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p>{t("sue")}</p>
    </ActDialog>
  );
}
