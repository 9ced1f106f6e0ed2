"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { Stack } from "@/app/_ui/layout/columns";
import type { Track } from "@/db/vocabulary";
import { useLeadOptions } from "./lead-options";

interface AssistantDialogProps {
  disputeId: string;
  track: Track;
  leadId: string;
  assistantId: string | null;
  version?: number;
  onClose: () => void;
}

/** Who assists the lead and keeps the record, or nobody. */
export function AssistantDialog({ disputeId, track, leadId, assistantId, version, onClose }: AssistantDialogProps) {
  const t = useTranslations("disputes.assistant");
  const trpc = useTRPC();
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track).filter(({ value }) => value !== leadId);
  const act = useAct(trpc.handovers.setAssistant.mutationOptions(), { onDone: onClose });
  const { despite, setDespite } = useDespite();
  const [chosen, choose] = useState(assistantId ?? "");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[[t("who"), chosen !== (assistantId ?? "")]]}
      onGo={() =>
        act.run({ disputeId, version, assistantId: chosen === "" ? null : chosen, assistantSeen: assistantId, despite })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("who")}
          options={[{ value: "", label: t("nobody") }, ...options]}
          value={chosen}
          onChange={(event) => {
            act.reset();
            setDespite("");
            choose(event.currentTarget.value);
          }}
        />
        <DespiteField problem={act.problem} value={despite} onChange={setDespite} />
      </Stack>
    </ActDialog>
  );
}
