"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { FileRow } from "@/app/_lanes/file-row";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { FileKind } from "@/db/vocabulary";
import type { DisputeFile } from "@/server/files/queries";
import { isPrivate, laneOf } from "../_lanes/lane-key";
import { useCover } from "./use-cover";

const looks = { photo: "picture", document: "document", audio: "other" } as const satisfies Record<FileKind, string>;
const nothing = () => undefined;

interface DisputeFilesProps {
  files: readonly DisputeFile[];
  sides: readonly { side: number; names: string[] }[];
}

/** Photos, papers and recordings in the lanes the reader may know of; private ones without names, hidden when covered. */
export function DisputeFiles({ files, sides }: DisputeFilesProps) {
  const t = useTranslations("sessions.files");
  const f = useFormat();
  const { isCovered } = useCover(useCallback(nothing, []));
  const shown = files.filter((file) => !isCovered || !isPrivate(file.lane));
  if (shown.length === 0) return null;
  const nameOf = (side: number | null) => sides.find((one) => one.side === side)?.names[0] ?? "";
  return (
    <Sheet labelledBy="dispute-files">
      <SectionHead id="dispute-files" title={t("title")} note={t("count", { count: shown.length })} />
      {shown.map((file) => (
        <FileRow
          key={file.id}
          kind={looks[file.kind]}
          name={file.name ?? t(`unnamed.${file.kind}`)}
          href={`/api/files/${file.id}`}
          size={f.fileSize(file.bytes)}
          lane={laneOf({ ...file, sideName: nameOf(file.side) })}
          by={
            <Facts
              items={[
                file.addedBy,
                f.dayTime(file.addedAt),
                file.ordinal === null ? null : t("session", { n: file.ordinal }),
                isPrivate(file.lane) ? t("logged") : null,
              ]}
            />
          }
        />
      ))}
    </Sheet>
  );
}
