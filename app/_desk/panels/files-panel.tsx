"use client";
import { useTranslations } from "next-intl";
import { FileRow } from "@/app/_lanes/file-row";
import type { LaneOf } from "@/app/_lanes/lane-chip";
import { isPrivate, laneKey, laneOf } from "@/app/_lanes/lane-key";
import { Button } from "@/app/_ui/actions/button";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import type { FileKind, Lane } from "@/db/vocabulary";
import { isCardThere } from "../cover/cover";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import { isUnreached } from "../files/send-file";
import { useFiles } from "../files/use-files";
import type { Upload } from "../files/use-uploads";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";

const looks = { photo: "picture", document: "document", audio: "other" } as const satisfies Record<FileKind, string>;

/** Photos, papers and recordings of the lanes shown now; those being uploaded first. */
export function FilesPanel() {
  const t = useTranslations("desk.files");
  const f = useFormat();
  const { state } = useServerState();
  const { cover } = useCover();
  const { lane } = useCards();
  const { uploads } = useFiles();
  const there = (at: { lane: Lane; side: number | null }) =>
    isCardThere(cover, at) && (!isPrivate(at.lane) || laneKey(at) === lane?.key);
  const going = uploads.uploads.filter(there);
  const files = state.files.filter(there);
  const nameOf = (side: number | null) => state.sides.find((one) => one.side === side)?.parties[0]?.name ?? "";
  const chip = (at: { lane: Lane; side: number | null }) => laneOf({ ...at, sideName: nameOf(at.side) });
  return (
    <section aria-labelledby="desk-files" className={styles.section}>
      <h2 id="desk-files">
        {t("title")} <span>{files.length > 0 ? t("count", { count: files.length }) : null}</span>
      </h2>
      {files.length === 0 && going.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      {going.map((one) => (
        <GoingFile key={one.key} upload={one} name={one.file.name} lane={chip(one)} />
      ))}
      {files.map((file) => (
        <FileRow
          key={file.id}
          kind={looks[file.kind]}
          name={file.name ?? t(`unnamed.${file.kind}`)}
          href={`/api/files/${file.id}`}
          size={f.fileSize(file.bytes)}
          lane={chip(file)}
          by={<Facts items={[file.addedBy, f.time(file.addedAt)]} />}
        />
      ))}
    </section>
  );
}

/** A file being uploaded: its progress, or the refusal with a button to try again. */
export function GoingFile({ upload, name, lane }: { upload: Upload; name: string; lane?: LaneOf }) {
  const t = useTranslations("desk.files");
  const say = useProblemText();
  const f = useFormat();
  const { uploads } = useFiles();
  const { failure } = upload;
  return (
    <FileRow
      kind={looks[upload.kind]}
      name={name}
      size={f.fileSize(upload.file.size)}
      {...(lane ? { lane } : {})}
      by={failure ? <span role="alert">{isUnreached(failure) ? t("waiting") : say(failure)}</span> : undefined}
      state={failure ? null : <span role="status">{t("going", { percent: upload.percent })}</span>}
      action={
        failure ? (
          <>
            <Button small onClick={() => void uploads.again(upload)}>
              {t("again")}
            </Button>
            <Button small onClick={() => uploads.drop(upload.key)}>
              {t("drop")}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}
