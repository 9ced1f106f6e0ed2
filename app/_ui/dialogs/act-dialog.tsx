"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Button } from "../actions/button";
import { Dialog } from "./dialog";

interface ActDialogProps {
  title: string;
  /** The verb of the button that goes ahead. */
  verb: string;
  isBusy: boolean;
  /** Until everything needed is there. */
  isReady: boolean;
  problem: ShownProblem | null;
  onGo: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog for one act with a reason: question, fields, the refusal if any, two verbs. */
export function ActDialog({ title, verb, isBusy, isReady, problem, onGo, onClose, children }: ActDialogProps) {
  const t = useTranslations("disputes");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t("leave")}</Button>
          <Button variant="go" busy={isBusy} disabled={!isReady} onClick={onGo}>
            {verb}
          </Button>
        </>
      }
    >
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      {children}
    </Dialog>
  );
}
