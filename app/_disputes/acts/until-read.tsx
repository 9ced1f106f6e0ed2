"use client";
import type { ReactNode } from "react";
import { shownProblem } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Skeleton } from "@/app/_ui/feedback/skeleton";

interface UntilReadProps {
  title: ReactNode;
  /** Why what the dialog shows could not be read; null while it is on its way. */
  error: unknown;
  onClose: () => void;
}

/** A dialog whose content is still being read: it opens at the press all the same, and says when the reading failed. */
export function UntilRead({ title, error, onClose }: UntilReadProps) {
  const act = { isBusy: false, problem: error ? shownProblem(error) : null };
  return (
    <ActDialog title={title} verb={null} act={act} onGo={onClose} onClose={onClose}>
      {error ? null : <Skeleton />}
    </ActDialog>
  );
}
