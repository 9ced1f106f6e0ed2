"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Assignment } from "@/server/assignments/reads/assignments";
import styles from "./assignments.module.css";
import { TaskFiles } from "./task-files";

/** What is to be done, by whom and when, how it stands, what was answered and what the lead said of it. */
export function AssignmentLines({ task, now }: { task: Assignment; now: string }) {
  const t = useTranslations("disputes.assignment");
  const statuses = useTranslations("vocabulary.assignmentStatuses");
  const f = useFormat(new Date(now));
  const { what, who, dueAt, status, answer, answeredBy, answeredAt, remark } = task;
  const isLate = status === "open" && Date.parse(dueAt) < Date.parse(now);
  const words = { who, by: f.dateTime(dueAt) };
  return (
    <>
      <p className={styles.said}>
        <b>{what}</b>
      </p>
      <p className={styles.quiet}>
        <Facts
          items={[
            isLate ? (
              <Tag key="late" tone="red">
                {t("late", words)}
              </Tag>
            ) : (
              t("by", words)
            ),
            statuses(status),
            answeredAt ? t("said", { name: answeredBy ?? "", at: f.nearDay(answeredAt) }) : null,
          ]}
        />
      </p>
      {answer ? <p className={styles.answer}>{answer}</p> : null}
      <TaskFiles files={task.files} />
      {remark ? <p className={styles.said}>{t("remark", { text: remark })}</p> : null}
    </>
  );
}
