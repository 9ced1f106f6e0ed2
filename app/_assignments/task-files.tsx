"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Assignment } from "@/server/assignments/reads/assignments";
import styles from "./assignments.module.css";

/** The photos and papers of a task, each of which opens. */
export function TaskFiles({ files }: Pick<Assignment, "files">) {
  const t = useTranslations("disputes.assignment.files");
  const f = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t("label")}>
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={`/api/files/${id}`}>{name}</a> <span className={styles.quiet}>{f.fileSize(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
