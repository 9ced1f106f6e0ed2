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
  switch (open.kind) {
    case "name":
      return <NameInterpreterDialog at={at} onClose={onClose} />;
    case "need":
      return <NeedDialog at={at} onClose={onClose} />;
    case "answer": {
      const target = { disputeId: at.disputeId, proceedingId: at.proceedingId };
      const startsAt = at.place.at === "session" ? at.place.startsAt : "";
      return <AnswerInterpreterDialog target={target} one={open.one} startsAt={startsAt} onClose={onClose} />;
    }
    case "tell": {
      const target = { disputeId: at.disputeId, proceedingId: at.proceedingId, interpreterId: open.one.id };
      const startsAt = at.place.at === "session" ? at.place.startsAt : "";
      return <TellInterpreterDialog target={target} one={open.one} startsAt={startsAt} onClose={onClose} />;
    }
    case "sign": {
      const target = { disputeId: at.disputeId, proceedingId: at.proceedingId, interpreterId: open.one.id };
      return <SignInterpreterDialog target={target} one={open.one} onClose={onClose} />;
    }
  }
}
