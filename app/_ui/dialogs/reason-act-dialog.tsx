"use client";
import { type ComponentProps, type ReactNode, useState } from "react";
import { TextArea } from "../fields/text-field";
import { ActDialog } from "./act-dialog";

type Passed = "isOpen" | "title" | "verb" | "tone" | "leave" | "act" | "isReady" | "refusal" | "onClose";

interface ReasonActDialogProps extends Pick<ComponentProps<typeof ActDialog>, Passed> {
  /** What the act will do. */
  what?: ReactNode;
  label: string;
  hint?: string;
  /** The most characters that the act takes. */
  maxLength: number | undefined;
  /** The fewest with which it can be tried: no reason is shorter than two. */
  least?: number;
  onGo: (text: string) => void;
  /** What else is said, below it. */
  children?: ReactNode;
}

/** The dialog of an act that needs nothing but a reason, or another text of the actor's own. */
export function ReasonActDialog({
  what,
  label,
  hint,
  maxLength,
  least = 2,
  onGo,
  children,
  ...dialog
}: ReasonActDialogProps) {
  const [text, setText] = useState("");
  return (
    <ActDialog {...dialog} needs={[[label, text.trim().length >= least]]} onGo={() => onGo(text)}>
      {what ? <p>{what}</p> : null}
      <TextArea
        label={label}
        hint={hint}
        minRows={2}
        maxLength={maxLength}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children}
    </ActDialog>
  );
}
