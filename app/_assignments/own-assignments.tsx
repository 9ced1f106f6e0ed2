"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { OwnAssignment } from "@/server/assignments/reads/assignments";
import { AssignmentLines } from "./assignment-lines";
import styles from "./assignments.module.css";
import { loadAnswer } from "./load-dialogs";

/** What a helper is asked to do, and where they say that it is done or cannot be. */
export function OwnAssignments({ tasks, now }: { tasks: readonly OwnAssignment[]; now: string }) {
  const t = useTranslations("disputes.assignment");
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="own-assignments">
      <SectionHead id="own-assignments" title={t("own")} note={tasks.length} />
      <ul className={styles.cards}>
        {tasks.map((task) => (
          <Item key={task.id} task={task} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Item({ task, now }: { task: OwnAssignment; now: string }) {
  const t = useTranslations("disputes.assignment");
  const [answer, setAnswer] = useState<"done" | "cannot" | null>(null);
  const { disputeId, what, number, askedBy, askerPhone } = task;
  return (
    <li className={styles.card}>
      <p className={styles.quiet}>
        {t("asked", { name: askedBy })} {askerPhone ? <a href={phoneHref(askerPhone)}>{askerPhone}</a> : null}{" "}
        {number ? <span className={styles.whole}>{t("ownNote", { number })}</span> : null}
      </p>
      <AssignmentLines task={task} now={now} />
      {task.status === "open" ? (
        <Line>
          {(["done", "cannot"] as const).map((one) => (
            <Button key={one} variant={one === "done" ? "go" : "outline"} onClick={() => setAnswer(one)}>
              {t(`open.${one}`)}
              <span className="sr-only"> {what}</span>
            </Button>
          ))}
        </Line>
      ) : null}
      {answer ? (
        <LaterDialog load={loadAnswer} props={{ disputeId, task, answer, onClose: () => setAnswer(null) }} />
      ) : null}
    </li>
  );
}
