"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { endPartyLinkLimits } from "@/app/_ui/limits/disputes";

export interface LinkTarget {
  disputeId: string;
  version?: number;
  partyId: string;
  link: { id: string; name: string };
}

/** Somebody speaks for a party no more: since when and why. */
export function EndLinkDialog({ disputeId, version, partyId, link, onClose }: LinkTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.parties.endLink");
  const act = useAct(useTRPC().disputes.endPartyLink.mutationOptions(), { onDone: onClose });
  const today = toWallClock(new Date()).slice(0, 10);
  const [endedOn, setEndedOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title", { name: link.name })}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), endedOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, partyId, linkId: link.id, endedOn, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <DateTimeField part="date" label={t("on")} value={endedOn} onChange={setEndedOn} maxDay={today} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={endPartyLinkLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
