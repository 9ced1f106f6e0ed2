"use client";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";
import { AnswerInterpreterDialog } from "./answer-interpreter-dialog";
import { NameInterpreterDialog } from "./name-interpreter-dialog";
import { NeedDialog } from "./need-dialog";
import type { InterpretingPlace } from "./place";
import { SignInterpreterDialog } from "./sign-interpreter-dialog";
import { TellInterpreterDialog } from "./tell-interpreter-dialog";

export type OpenDialog = { kind: "name" } | { kind: "need" } | { kind: "sign" | "answer" | "tell"; one: Interpreter };

interface InterpreterDialogsProps {
  open: OpenDialog;
  at: InterpretingPlace;
  onClose: () => void;
}

/** The dialog that was asked for; all of them are fetched with the first. */
export function InterpreterDialogs({ open, at, onClose }: InterpreterDialogsProps) {
  const place = { disputeId: at.disputeId, proceedingId: at.proceedingId };
  const startsAt = at.place.at === "session" ? at.place.startsAt : "";
  switch (open.kind) {
    case "name":
      return <NameInterpreterDialog at={at} onClose={onClose} />;
    case "need":
      return <NeedDialog at={at} onClose={onClose} />;
    case "answer":
      return <AnswerInterpreterDialog target={place} {...{ one: open.one, startsAt, onClose }} />;
    case "tell":
      return (
        <TellInterpreterDialog
          target={{ ...place, interpreterId: open.one.id }}
          {...{ one: open.one, startsAt, onClose }}
        />
      );
    case "sign":
      return (
        <SignInterpreterDialog target={{ ...place, interpreterId: open.one.id }} {...{ one: open.one, onClose }} />
      );
  }
}
