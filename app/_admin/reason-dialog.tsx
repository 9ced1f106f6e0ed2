"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { limitOf } from "@/app/_ui/limit-of";
import { ProblemNote, type ProblemWords } from "@/app/_ui/problem-note";
import { TextField } from "@/app/_ui/text-field";
import { disablePlaceInput } from "@/server/places/inputs";

interface ReasonDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The question. */
  title: string;
  /** What follows from it, in numbers. */
  children: ReactNode;
  /** The verb of the button. */
  verb: string;
  isBusy: boolean;
  problem: ProblemWords | null;
  onConfirm: (reason: string) => void;
}

/** Closing something asks why; the reason goes into the county's log. */
export function ReasonDialog({
  isOpen,
  onClose,
  title,
  children,
  verb,
  isBusy,
  problem,
  onConfirm,
}: ReasonDialogProps) {
  const t = useTranslations("admin.reason");
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  function confirm() {
    setMissing(!reason.trim());
    if (reason.trim()) onConfirm(reason.trim());
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="stop" busy={isBusy} onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    >
      {problem ? <ProblemNote problem={problem} /> : children}
      <TextField
        label={t("label")}
        value={reason}
        maxLength={limitOf(disablePlaceInput, "reason")}
        error={isMissing ? t("needed") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
