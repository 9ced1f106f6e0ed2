"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { splitPartyLimits } from "@/app/_ui/limits/disputes";
import type { StoryTarget } from "./story-target";

/** One row is two people: who stays on it, and who gets one of their own. */
export function SplitDialog({ disputeId, version, party, onClose }: StoryTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.story");
  const act = useAct(useTRPC().disputes.splitParty.mutationOptions(), { onDone: onClose });
  const [partyVersion] = useState(party.version);
  const [next, setNext] = useState({ name: party.name, otherName: "", otherPhone: "", reason: "" });
  const set = (part: Partial<typeof next>) => setNext({ ...next, ...part });
  return (
    <ActDialog
      title={t("splitTitle", { name: party.name })}
      verb={t("splitVerb")}
      act={act}
      needs={[
        [t("stays"), next.name.trim() !== ""],
        [t("other"), next.otherName.trim() !== ""],
        [t("splitReason"), next.reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, partyId: party.id, partyVersion, ...next })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("splitWhat")}</p>
        <TextField
          label={t("stays")}
          maxLength={splitPartyLimits.name}
          value={next.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextField
          label={t("other")}
          maxLength={splitPartyLimits.otherName}
          value={next.otherName}
          onChange={(event) => set({ otherName: event.currentTarget.value })}
        />
        <PhoneField label={t("phone")} value={next.otherPhone} onChange={(otherPhone) => set({ otherPhone })} />
        <TextArea
          label={t("splitReason")}
          minRows={2}
          maxLength={splitPartyLimits.reason}
          value={next.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Stack>
    </ActDialog>
  );
}
