"use client";
import { IconMicrophone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FileInputs } from "@/app/_files/file-inputs";
import { useTaking } from "@/app/_files/use-taking";
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
  const take = useTaking(uploads);
  if (!lane || !may("file.add")) return null;
  return (
    <div className={styles.files}>
      <FileInputs small at={lane} words={{ photo: t("photo"), choose: t("file") }} take={take} />
      {recorder.recording ? null : (
        <Button small icon={<IconMicrophone aria-hidden />} onClick={() => void recorder.start(lane)}>
          {t("record")}
        </Button>
      )}
    </div>
  );
}
