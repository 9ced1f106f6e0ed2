"use client";
import type { ComponentType } from "react";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";

interface LaterDialogProps<Props> {
  /** Of `withLaterWords`, outside the component. */
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** A dialog that is fetched when it is opened, so that a page of a phone carries none that nobody opens. Drawn only while it is open. */
export function LaterDialog<Props extends object>({ load, props }: LaterDialogProps<Props>) {
  const { part: Dialog, hasFailed } = useLater(load, true);
  return Dialog ? <Dialog {...props} /> : hasFailed ? <LaterFailed /> : null;
}
