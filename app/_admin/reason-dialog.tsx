"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { disablePlaceLimits } from "@/app/_ui/fields/text-limits";

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
  problem: ShownProblem | null;
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
    <ActDialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      verb={verb}
      tone="stop"
      leave={t("cancel")}
      act={{ isBusy, problem }}
      refusal="own"
      onGo={confirm}
    >
      {problem ? <ProblemNote problem={problem} /> : children}
      <TextField
        label={t("label")}
        value={reason}
        maxLength={disablePlaceLimits.reason}
        error={isMissing ? t("needed") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
