"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FileInputs } from "@/app/_files/file-inputs";
import { GoingFile } from "@/app/_files/going-file";
import { ScanButton } from "@/app/_files/scan-button";
import { useDropped } from "@/app/_files/use-dropped";
import { usePasted } from "@/app/_files/use-pasted";
import { useTaking } from "@/app/_files/use-taking";
import type { Uploads } from "@/app/_files/use-uploads";
import { isPrivate, type LaneChoice, laneKey, laneOf } from "@/app/_lanes/lane-key";
import { laneLook } from "@/app/_lanes/lane-look";
import type { PaperKind } from "@/db/vocabulary";
import styles from "./add-files.module.css";
import { LanePills } from "./note-composer";

interface AddFilesProps {
  uploads: Uploads;
  /** The lanes one may add to and that are not covered. */
  choices: readonly LaneChoice[];
  isCovered: boolean;
  /** The papers of which a scan may be the signed one. */
  kinds: readonly PaperKind[];
  children?: ReactNode;
}

/** Takes photos, files that are chosen, dropped or pasted, into the chosen lane; shows those under way. */
export function AddFiles({ uploads, choices, isCovered, kinds, children }: AddFilesProps) {
  const t = useTranslations("sessions.files");
  const { key, choice, setKey } = useChoice(choices);
  const take = useTaking(uploads);
  usePasted((files) => choice && take(files, choice));
  const { isOver, dropping } = useDropped((files) => choice && take(files, choice));
  if (!choice) return children;
  const of = laneOf(choice);
  return (
    <div className={`${styles.area} ${isOver ? styles.over : ""} ${laneLook(of.lane, of.sideIndex)}`} {...dropping}>
      {choices.length > 1 ? <LanePills choices={choices} value={key} onChange={setKey} label={t("lane")} /> : null}
      <div className={styles.buttons}>
        <FileInputs at={choice} take={take} words={{ photo: t("photo"), choose: t("choose") }} />
        <ScanButton
          kinds={isPrivate(choice.lane) ? [] : kinds}
          take={(file, kind) => uploads.add(file, "document", { ...choice, paperKind: kind })}
        />
      </div>
      <p className={styles.how}>{isOver ? t("drop") : t("how")}</p>
      {uploads.uploads.map((one) => {
        const isUnseen = isCovered && isPrivate(one.lane);
        const at = choices.find((other) => laneKey(other) === laneKey(one));
        return (
          <GoingFile
            key={one.key}
            upload={one}
            uploads={uploads}
            name={isUnseen ? t(`unnamed.${one.kind}`) : one.file.name}
            {...(isUnseen ? {} : { lane: laneOf(at ?? { ...one, sideName: "" }) })}
          />
        );
      })}
      {children}
    </div>
  );
}

/** The chosen lane, the joint one first; another where the chosen one is covered. */
function useChoice(choices: readonly LaneChoice[]) {
  const [key, setKey] = useState("joint");
  const find = (wanted: string) => choices.find((one) => laneKey(one) === wanted);
  const choice = find(key) ?? find("joint") ?? choices[0];
  return { choice, key: choice ? laneKey(choice) : "", setKey };
}
