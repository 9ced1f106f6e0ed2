"use client";
import { IconMicrophone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FileInputs } from "@/app/_files/file-inputs";
import { kindOf } from "@/app/_files/file-looks";
import { Button } from "@/app/_ui/actions/button";
import { useCards } from "../cover/use-cards";
import { useFiles } from "../files/use-files";
import { useServerState } from "../use-desk-state";
import styles from "./composer.module.css";

/** Adds a photo, paper or recording to the lane that is chosen for typing. */
export function FileButtons() {
  const t = useTranslations("desk.files");
  const { may } = useServerState();
  const { lane } = useCards();
  const { uploads, recorder } = useFiles();
  if (!lane || !may("file.add")) return null;
  return (
    <div className={styles.files}>
      <FileInputs
        small
        at={lane}
        words={{ photo: t("photo"), choose: t("file") }}
        take={(files, at) => {
          for (const file of files ?? []) uploads.add(file, kindOf(file), at);
        }}
      />
      {recorder.recording ? null : (
        <Button small icon={<IconMicrophone aria-hidden />} onClick={() => void recorder.start(lane)}>
          {t("record")}
        </Button>
      )}
    </div>
  );
}
