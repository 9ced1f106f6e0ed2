"use client";
import { useTranslations } from "next-intl";
import { fileLooks } from "@/app/_files/file-looks";
import { GoingFile } from "@/app/_files/going-file";
import { FileRow } from "@/app/_lanes/file-row";
import { isPrivate, laneKey, laneOf } from "@/app/_lanes/lane-key";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import type { Lane } from "@/db/vocabulary";
import { isCardThere } from "../cover/cover";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import { useFiles } from "../files/use-files";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";

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
        <GoingFile key={one.key} upload={one} uploads={uploads} name={one.file.name} lane={chip(one)} />
      ))}
      {files.map((file) => (
        <FileRow
          key={file.id}
          kind={fileLooks[file.kind]}
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
