"use client";
import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Stack } from "@/app/_ui/layout/columns";
import { Button } from "../actions/button";
import { focusFirstFault } from "../fields/focus-first-fault";
import { Dialog } from "./dialog";
import styles from "./dialog.module.css";
import { type Need, useMissing } from "./use-missing";

interface ActDialogProps {
  /** Set where the dialog stays in the page while it is closed, so that what was typed is kept. */
  isOpen?: boolean;
  title: ReactNode;
  /** The label of the button that goes ahead; null while there is nothing to do. */
  verb: string | null;
  /** stop: the act takes something away. */
  tone?: "go" | "stop";
  /** The label of the button that changes nothing; left out, it says that the verb is not done. */
  leave?: string;
  /** The result of `useAct`. */
  act: { isBusy: boolean; problem: ShownProblem | null };
  /** False while it cannot go ahead for what the dialog says by itself; pressed then, the button says that it does not. */
  isReady?: boolean;
  /**
   * What has to be filled in, in the order of the fields: each field's label and whether it is there. The button stays alive
   * and says what is missing, with the caret put there; `isReady` is for what no field can mend.
   */
  needs?: readonly Need[];
  /** Where a refusal is shown: before the fields, after them, or by the fields themselves. */
  refusal?: "first" | "last" | "own";
  /** Space between the fields, where they have none of their own. */
  gap?: 12 | 16;
  onGo: () => void;
  onClose: () => void;
  /** What the act will do, and its fields. */
  children: ReactNode;
}

/** The dialog for one act: the question, the consequences, fields, the refusal if any, and two buttons. */
export function ActDialog(props: ActDialogProps) {
  const { isOpen = true, title, verb, tone = "go", leave, act, isReady = true, needs = [], onGo, onClose } = props;
  const t = useTranslations("ui.act");
  const { said, press: pressed } = useMissing([...needs, ["", isReady]]);
  const press = ({ currentTarget }: MouseEvent<HTMLElement>) =>
    pressed(currentTarget.closest("[role='dialog'], dialog"), () => {
      onGo();
      // What a field says by itself is gone to as well.
      focusFirstFault(currentTarget);
    });
  const notDone = verb === null ? t("close") : t("leave", { verb: shortOf(verb) });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          {said === null ? null : (
            <div className={styles.said}>
              <ErrorNote>{said}</ErrorNote>
            </div>
          )}
          <Button onClick={onClose}>{leave ?? notDone}</Button>
          {verb === null ? null : (
            <Button variant={tone} busy={act.isBusy} onClick={press}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      <Fields {...props} />
    </Dialog>
  );
}

/** What a verb says before its first comma, as the middle of a sentence: "Archive, take a number" is "archive". */
function shortOf(verb: string): string {
  const [short = verb] = verb.split(/[，、；,;]/);
  return short.charAt(0).toLowerCase() + short.slice(1);
}

function Fields({ act: { problem }, refusal = "first", gap, children }: ActDialogProps) {
  const note =
    problem && refusal !== "own" ? <ProblemNote key="refusal" problem={problem} code={problem.reference} /> : null;
  const inOrder = (
    <>
      {refusal === "first" ? note : null}
      {children}
      {refusal === "last" ? note : null}
    </>
  );
  return gap ? <Stack gap={gap}>{inOrder}</Stack> : inOrder;
}
