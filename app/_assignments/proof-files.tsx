"use client";
import { useTranslations } from "next-intl";
import { FileInputs } from "@/app/_files/file-inputs";
import { GoingFile } from "@/app/_files/going-file";
import { useTaking } from "@/app/_files/use-taking";
import type { Uploads } from "@/app/_files/use-uploads";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { Assignment } from "@/server/assignments/reads/assignments";
import styles from "./assignments.module.css";
import { TaskFiles } from "./task-files";

/** Read by whoever reads the task, and by no other helper. */
const at = { lane: "open", side: null } as const;

/** Photos and papers by which it is seen that a task is done: they are sent as soon as they are taken or chosen. */
export function ProofFiles({ uploads, files }: { uploads: Uploads; files: Assignment["files"] }) {
  const t = useTranslations("disputes.assignment.files");
  const take = useTaking(uploads);
  return (
    <Stack>
      <Line>
        <FileInputs at={at} take={take} words={{ photo: t("photo"), choose: t("choose") }} />
      </Line>
      <p className={styles.quiet}>{t("how")}</p>
      {uploads.uploads.map((one) => (
        <GoingFile key={one.key} upload={one} uploads={uploads} name={one.file.name} />
      ))}
      <TaskFiles files={files} />
    </Stack>
  );
}
