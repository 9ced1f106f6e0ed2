"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { linkDisputesLimits } from "@/app/_ui/limits/merging";
import { type DisputeLinkKind, disputeLinkKinds } from "@/db/vocabulary";
import { ChooseOther, type OtherDispute } from "./choose-other";

/** Says that another dispute has to do with this one; both go on by themselves. */
export function LinkDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.link");
  const merge = useTranslations("disputes.merge");
  const kinds = useTranslations("vocabulary.disputeLinkKinds");
  const act = useAct(useTRPC().merging.link.mutationOptions(), { onDone: onClose });
  const [other, choose] = useState<OtherDispute | null>(null);
  const [kind, setKind] = useState<DisputeLinkKind>("samePeople");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [merge("number"), other !== null],
        [t("reason"), reason.trim().length > 1],
      ]}
      onGo={() => other && act.run({ disputeId, otherDisputeId: other.id, kind, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {other ? (
          <Line isSpread>
            <span>{merge("chosen", { number: `${other.number} ${other.title}` })}</span>
            <Button small onClick={() => choose(null)}>
              {merge("other")}
            </Button>
          </Line>
        ) : (
          <ChooseOther disputeId={disputeId} onChoose={choose} />
        )}
        <SelectField
          label={t("kind")}
          hint={kind === "followUp" ? t("followUpHint") : undefined}
          options={disputeLinkKinds.map((value) => ({ value, label: kinds(value) }))}
          value={kind}
          onChange={(event) => setKind(disputeLinkKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={linkDisputesLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
