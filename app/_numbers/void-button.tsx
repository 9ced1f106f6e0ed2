"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { voidNumberLimits } from "@/app/_ui/limits/numbers";
import type { SeriesLine } from "@/server/numbers/queries";
import { SeriesButton } from "./series-button";
import { useSeriesName } from "./series-name";

/** Opens the dialog that makes a number void. */
export function VoidButton({ line }: { line: SeriesLine }) {
  if (line.last === 0) return null;
  return (
    <SeriesButton
      line={line}
      act="void"
      variant="text"
      dialog={(onClose) => <VoidDialog line={line} onClose={onClose} />}
    />
  );
}

function VoidDialog({ line, onClose }: { line: SeriesLine; onClose: () => void }) {
  const t = useTranslations("numbers.void");
  const nameOf = useSeriesName();
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState("");
  const act = useAct(useTRPC().numbers.void.mutationOptions(), { onDone: onClose });
  return (
    <ActDialog
      title={t("title", { series: nameOf(line.key) })}
      verb={t("verb")}
      act={act}
      gap={12}
      needs={[
        [t("number"), number.trim() !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => void act.run({ series: line.key, number, reason })}
      onClose={onClose}
    >
      <p>{t(line.paper === "dossier" ? "whatDossier" : "what")}</p>
      <TextField
        label={t("number")}
        hint={t("numberHint")}
        value={number}
        maxLength={voidNumberLimits.number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextArea
        label={t("reason")}
        minRows={2}
        value={reason}
        maxLength={voidNumberLimits.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
