"use client";
import { useEffect, useRef } from "react";
import { ErrorNote } from "./error-note";
import { type ProblemNoteProps, useProblemText } from "./problem-text";

/** A refusal in words, brought to where the eye is: after a press it has the focus too. */
export function SaidProblem({ problem, code, action }: ProblemNoteProps) {
  const said = useProblemText()(problem);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said === "…") return;
    note.current?.scrollIntoView({ block: "nearest" });
    const { activeElement } = document;
    // Whoever is typing elsewhere is not taken away from it.
    if (activeElement === document.body || activeElement instanceof HTMLButtonElement)
      note.current?.focus({ preventScroll: true });
  }, [said]);
  return (
    <ErrorNote ref={note} code={code} action={action}>
      {said}
    </ErrorNote>
  );
}
