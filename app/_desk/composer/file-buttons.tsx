"use client";
import { IconCamera, IconMicrophone, IconPaperclip } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { kindOf, takenTypes } from "@/app/_files/file-looks";
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
  const camera = useRef<HTMLInputElement>(null);
  const draftStore = useRef<HTMLInputElement>(null);
  if (!lane || !may("file.add")) return null;
  function take(event: ChangeEvent<HTMLInputElement>) {
    if (lane) for (const file of event.currentTarget.files ?? []) uploads.add(file, kindOf(file), lane);
    // Cleared, so that choosing the same file again is noticed.
    event.currentTarget.value = "";
  }
  return (
    <div className={styles.files}>
      {/* Two inputs: with `capture` a phone opens its camera and offers no papers. */}
      <input ref={camera} type="file" accept="image/jpeg,image/png" capture="environment" hidden onChange={take} />
      <input ref={draftStore} type="file" accept={takenTypes} multiple hidden onChange={take} />
      <Button small icon={<IconCamera aria-hidden />} onClick={() => camera.current?.click()}>
        {t("photo")}
      </Button>
      <Button small icon={<IconPaperclip aria-hidden />} onClick={() => draftStore.current?.click()}>
        {t("file")}
      </Button>
      {recorder.recording ? null : (
        <Button small icon={<IconMicrophone aria-hidden />} onClick={() => void recorder.start(lane)}>
          {t("record")}
        </Button>
      )}
    </div>
  );
}
