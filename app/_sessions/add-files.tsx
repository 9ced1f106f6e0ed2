"use client";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { FileInputs } from "@/app/_files/file-inputs";
import { kindOf } from "@/app/_files/file-looks";
import { GoingFile } from "@/app/_files/going-file";
import { ScanButton } from "@/app/_files/scan-button";
import type { Uploads } from "@/app/_files/use-uploads";
import { isPrivate, type LaneChoice, laneKey, laneOf } from "@/app/_lanes/lane-key";
import { laneLook } from "@/app/_lanes/lane-look";
import { useFormat } from "@/app/_ui/format/use-format";
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
  const [isOver, setOver] = useState(false);
  const take = useTaking(uploads);
  usePasted((files) => choice && take(files, choice));
  if (!choice) return children;
  const of = laneOf(choice);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files, choice);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the buttons.
    <div
      className={`${styles.area} ${isOver ? styles.over : ""} ${laneLook(of.lane, of.sideIndex)}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node) || setOver(false)}
      onDrop={drop}
    >
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

type Take = (files: Iterable<File> | null, at: LaneChoice, isCamera?: boolean) => void;

/** The chosen lane, the joint one first; another where the chosen one is covered. */
function useChoice(choices: readonly LaneChoice[]) {
  const [key, setKey] = useState("joint");
  const find = (wanted: string) => choices.find((one) => laneKey(one) === wanted);
  const choice = find(key) ?? find("joint") ?? choices[0];
  return { choice, key: choice ? laneKey(choice) : "", setKey };
}

/** Begins the upload of files. Cameras call every picture the same: theirs are named by time and page. */
function useTaking(uploads: Uploads): Take {
  const t = useTranslations("sessions.files");
  const f = useFormat();
  const page = useRef(0);
  return (files, { lane, side }, isCamera = false) => {
    for (const file of files ?? []) {
      if (isCamera) page.current += 1;
      const ending = file.type === "image/png" ? "png" : "jpg";
      const at = f.dayTime(new Date(file.lastModified).toISOString()).replaceAll(":", "");
      const name = isCamera ? `${t("page", { at, n: page.current })}.${ending}` : file.name;
      uploads.add(isCamera ? new File([file], name, { type: file.type }) : file, kindOf(file), { lane, side });
    }
  };
}

/** Files that are pasted anywhere on the page. What comes with words, as from a sheet or a document, is words: they stay where they go. */
function usePasted(onFiles: (files: FileList) => void) {
  const last = useRef(onFiles);
  last.current = onFiles;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      last.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
