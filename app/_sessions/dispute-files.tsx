"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { fileLooks } from "@/app/_files/file-looks";
import { useUploads } from "@/app/_files/use-uploads";
import { FileRow } from "@/app/_lanes/file-row";
import { Button } from "@/app/_ui/actions/button";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { Lane } from "@/db/vocabulary";
import type { DisputeFile } from "@/server/files/queries";
import { isPrivate, laneChoices, laneOf } from "../_lanes/lane-key";
import { AddFiles } from "./add-files";
import { useCover } from "./use-cover";

const nothing = () => undefined;

interface DisputeFilesProps {
  disputeId: string;
  files: readonly DisputeFile[];
  sides: readonly { side: number; names: string[] }[];
  /** Lanes the reader may add files to; empty where none. */
  lanes: readonly Lane[];
}

/** Photos, papers and recordings in the lanes the reader may know of; private ones without names, hidden when covered. */
export function DisputeFiles({ disputeId, files, sides, lanes }: DisputeFilesProps) {
  const t = useTranslations("sessions.files");
  const router = useRouter();
  const { isCovered, uncover } = useCover(useCallback(nothing, []));
  const onDone = useCallback(() => {
    showToast({ message: t("done") });
    router.refresh();
  }, [router, t]);
  const uploads = useUploads({ disputeId, sessionId: null, onDone });
  const shown = files.filter((file) => !isCovered || !isPrivate(file.lane));
  const choices = laneChoices(lanes, sides).filter(({ lane }) => !isCovered || !isPrivate(lane));
  const hides = isCovered && (lanes.some(isPrivate) || files.length > shown.length);
  if (shown.length === 0 && lanes.length === 0) return null;
  return (
    <Sheet labelledBy="dispute-files">
      <SectionHead
        id="dispute-files"
        title={t("title")}
        note={shown.length > 0 ? t("count", { count: shown.length }) : undefined}
        end={
          hides ? (
            <Button small onClick={uncover}>
              {t("uncover")}
            </Button>
          ) : undefined
        }
      />
      <AddFiles uploads={uploads} choices={choices} isCovered={isCovered}>
        <FileRows files={shown} sides={sides} />
      </AddFiles>
    </Sheet>
  );
}

function FileRows({ files, sides }: Pick<DisputeFilesProps, "files" | "sides">) {
  const t = useTranslations("sessions.files");
  const f = useFormat();
  const nameOf = (side: number | null) => sides.find((one) => one.side === side)?.names[0] ?? "";
  return files.map((file) => (
    <FileRow
      key={file.id}
      kind={fileLooks[file.kind]}
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
  ));
}
