"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { giveAssignmentLimits } from "@/app/_ui/limits/assignments";

interface GiveDialogProps {
  disputeId: string;
  helpers: readonly { id: string; name: string }[];
  proposedAt: string;
  onClose: () => void;
}

/** A new task: what, who of those asked to the matter or which organisation outside, and by when. */
export function GiveDialog({ disputeId, helpers, proposedAt, onClose }: GiveDialogProps) {
  const t = useTranslations("disputes.assignment");
  const act = useAct(useTRPC().assignments.give.mutationOptions(), { onDone: onClose });
  const [what, setWhat] = useState("");
  const [personId, setPerson] = useState(helpers[0]?.id ?? "");
  const [organisation, setOrganisation] = useState("");
  const [when, setWhen] = useState(toWallClock(proposedAt));
  const dueAt = fromWallClock(when);
  const isOutside = personId === "";
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("what"), what.trim() !== ""],
        [t("organisation"), !isOutside || organisation.trim() !== ""],
        [t("dueAt"), dueAt !== null],
      ]}
      onGo={() =>
        act.run({
          ...{ disputeId, what, dueAt: dueAt?.toISOString() ?? "" },
          ...(isOutside ? { organisation } : { personId }),
        })
      }
      onClose={onClose}
    >
      <Stack>
        <TextArea
          label={t("what")}
          minRows={2}
          maxLength={giveAssignmentLimits.what}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <SelectField
          label={t("who")}
          options={[...helpers.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: t("outside") }]}
          value={personId}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        {isOutside ? (
          <TextField
            label={t("organisation")}
            maxLength={giveAssignmentLimits.organisation}
            value={organisation}
            onChange={(event) => setOrganisation(event.currentTarget.value)}
          />
        ) : null}
        <DateTimeField label={t("dueAt")} value={when} onChange={setWhen} />
        <p>{t("note")}</p>
      </Stack>
    </ActDialog>
  );
}
