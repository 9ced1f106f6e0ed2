"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { recordPartyExitLimits } from "@/app/_ui/limits/disputes";
import { type PartyExitKind, partyExitKinds } from "@/db/vocabulary";
import type { StoryTarget } from "./story-target";

/** A party died, is gone, was dissolved, leaves, or is the same person as another row. */
export function PartyExitDialog({ disputeId, version, party, others, onClose }: StoryTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.story");
  const kinds = useTranslations("vocabulary.partyExitKinds");
  const act = useAct(useTRPC().disputes.recordPartyExit.mutationOptions(), { onDone: onClose });
  const today = toWallClock(new Date()).slice(0, 10);
  const same = others.filter((other) => other.side === party.side && !other.isDeparted);
  const [kind, setKind] = useState<PartyExitKind>(party.kind === "organisation" ? "dissolved" : "died");
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [into, setInto] = useState(same[0]?.id ?? "");
  const isMerge = kind === "merged";
  return (
    <ActDialog
      title={t("exitTitle", { name: party.name })}
      verb={t("exitVerb")}
      tone="stop"
      act={act}
      needs={[
        [t("into"), !isMerge || into !== ""],
        [t("on"), on !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() =>
        act.run({
          disputeId,
          version,
          partyId: party.id,
          kind,
          happenedOn: on,
          reason,
          intoPartyId: isMerge ? into : undefined,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("exitWhat")}</p>
        <SelectField
          label={t("kind")}
          options={partyExitKinds
            .filter((one) => one !== "merged" || same.length > 0)
            .map((value) => ({ value, label: kinds(value) }))}
          value={kind}
          onChange={(event) => setKind(partyExitKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        {isMerge ? (
          <SelectField
            label={t("into")}
            options={same.map(({ id, name }) => ({ value: id, label: name }))}
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
          />
        ) : null}
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={today} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={recordPartyExitLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
