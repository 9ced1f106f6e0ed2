"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { restrictDisputeLimits } from "@/app/_ui/limits/windows";
import { type RestrictionGround, restrictionGrounds } from "@/db/vocabulary";
import { lawOfGround } from "./law";

interface RestrictDialogProps {
  disputeId: string;
  version?: number;
  onClose: () => void;
}

/** Closes a matter to all but those who work on it: on which ground of law, and why. */
export function RestrictDialog({ disputeId, version, onClose }: RestrictDialogProps) {
  const t = useTranslations("restricted");
  const words = useTranslations("vocabulary.restrictionGrounds");
  const act = useAct(useTRPC().windows.restrict.mutationOptions(), { onDone: onClose });
  const [ground, choose] = useState<RestrictionGround | null>(null);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("seal")}
      verb={t("seal")}
      tone="stop"
      act={act}
      needs={[
        [t("ground"), ground !== null],
        [t("reason"), reason.trim().length > 1],
      ]}
      onGo={() => ground && act.run({ disputeId, version, ground, reason })}
      onClose={onClose}
    >
      <p>{t("sealWhat")}</p>
      <SelectField
        label={t("ground")}
        hint={ground ? lawOfGround[ground] : undefined}
        placeholder=""
        options={restrictionGrounds.map((value) => ({ value, label: words(value) }))}
        value={ground ?? ""}
        onChange={({ currentTarget: { value } }) => choose(restrictionGrounds.find((one) => one === value) ?? null)}
      />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={restrictDisputeLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
