"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { AssignmentVerdict } from "@/server/assignments/choices";
import type { Assignment } from "@/server/assignments/reads/assignments";
import { AssignmentLines } from "./assignment-lines";
import styles from "./assignments.module.css";
import { loadAnswer, loadGive, loadSettle } from "./load-dialogs";

interface AssignmentListProps {
  disputeId: string;
  tasks: readonly Assignment[];
  helpers: readonly { id: string; name: string }[];
  /** ISO text. */
  proposedAt: string;
  mayGive: boolean;
  maySettle: boolean;
  now: string;
}

/** The tasks of a coordination: who, what, by when, and what came of it; given and settled here. */
export function AssignmentList({ tasks, helpers, mayGive, ...of }: AssignmentListProps) {
  const t = useTranslations("disputes.assignment");
  const [isGiving, setGiving] = useState(false);
  if (tasks.length === 0 && !mayGive) return null;
  return (
    <Sheet labelledBy="assignments">
      <SectionHead id="assignments" title={t("heading")} note={tasks.length || null} />
      {tasks.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.list}>
        {tasks.map((task) => (
          <Item key={task.id} task={task} {...of} />
        ))}
      </ul>
      {mayGive ? (
        <Line>
          <Button onClick={() => setGiving(true)}>{t("give")}</Button>
        </Line>
      ) : null}
      {isGiving ? (
        <LaterDialog
          load={loadGive}
          props={{
            disputeId: of.disputeId,
            helpers,
            proposedAt: of.proposedAt,
            onClose: () => setGiving(false),
          }}
        />
      ) : null}
    </Sheet>
  );
}

type Doing = { answer: "done" | "cannot" } | { verdict: AssignmentVerdict };

/** What may be done with a task as it stands. */
const doings = {
  open: [{ answer: "done" }, { answer: "cannot" }, { verdict: "drop" }],
  done: [{ verdict: "confirm" }, { verdict: "reopen" }],
  cannot: [{ verdict: "reopen" }, { verdict: "drop" }],
  confirmed: [],
  dropped: [],
} as const satisfies Record<Assignment["status"], readonly Doing[]>;

type ItemProps = Pick<AssignmentListProps, "disputeId" | "maySettle" | "proposedAt" | "now"> & { task: Assignment };

function Item({ task, disputeId, maySettle, proposedAt, now }: ItemProps) {
  const t = useTranslations("disputes.assignment.open");
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const offered: readonly Doing[] = maySettle ? doings[task.status] : [];
  const of = { disputeId, task, onClose: close };
  return (
    <li className={styles.item}>
      <AssignmentLines task={task} now={now} />
      {offered.length > 0 ? (
        <Line>
          {offered.map((one) => {
            const word = "answer" in one ? one.answer : one.verdict;
            return (
              <Button key={word} small variant={word === "confirm" ? "go" : "outline"} onClick={() => setDoing(one)}>
                {t(word)}
                <span className="sr-only"> {task.what}</span>
              </Button>
            );
          })}
        </Line>
      ) : null}
      {doing && "answer" in doing ? <LaterDialog load={loadAnswer} props={{ ...of, answer: doing.answer }} /> : null}
      {doing && "verdict" in doing ? (
        <LaterDialog load={loadSettle} props={{ ...of, verdict: doing.verdict, proposedAt }} />
      ) : null}
    </li>
  );
}
