"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { voidNumberLimits } from "@/app/_ui/limits/numbers";
import type { SeriesLine } from "@/server/numbers/queries";
import { useSeriesName } from "./series-name";

/** Opens the dialog that makes a number void. */
export function VoidButton({ line }: { line: SeriesLine }) {
  const t = useTranslations("numbers");
  const nameOf = useSeriesName();
  const [isOpen, setOpen] = useState(false);
  if (line.last === 0) return null;
  return (
    <>
      <Button
        small
        variant="text"
        aria-label={t("void.of", { series: nameOf(line.key) })}
        onClick={() => setOpen(true)}
      >
        {t("void.open")}
      </Button>
      {isOpen ? <VoidDialog line={line} onClose={() => setOpen(false)} /> : null}
    </>
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
