"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Fragment, useCallback } from "react";
import { fileLooks } from "@/app/_files/file-looks";
import { useUploads } from "@/app/_files/use-uploads";
import { FileRow } from "@/app/_lanes/file-row";
import { Button } from "@/app/_ui/actions/button";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { Lane, PaperKind } from "@/db/vocabulary";
import type { DisputeFile, FileOrigin as Origin } from "@/server/files/queries";
import { isPrivate, laneChoices, laneOf } from "../_lanes/lane-key";
import { AddFiles } from "./add-files";
import { FileOrigin } from "./file-origin";
import { useCover } from "./use-cover";

const nothing = () => undefined;

interface DisputeFilesProps {
  disputeId: string;
  files: readonly DisputeFile[];
  sides: readonly { side: number; names: string[] }[];
  /** Lanes the reader may add files to; empty where none. */
  lanes: readonly Lane[];
  /** Whether the reader may say where a file comes from. */
  mayDescribe: boolean;
  /** The papers of which a file may be the signed one. */
  kinds: readonly PaperKind[];
}

/** Photos, papers and recordings in the lanes the reader may know of; private ones without names, hidden when covered. */
export function DisputeFiles({ disputeId, files, sides, lanes, mayDescribe, kinds }: DisputeFilesProps) {
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
      <AddFiles uploads={uploads} choices={choices} isCovered={isCovered} kinds={kinds}>
        <FileRows disputeId={disputeId} files={shown} sides={sides} mayDescribe={mayDescribe} kinds={kinds} />
      </AddFiles>
    </Sheet>
  );
}

function FileRows({ disputeId, files, sides, mayDescribe, kinds }: Omit<DisputeFilesProps, "lanes">) {
  const t = useTranslations("sessions.files");
  const f = useFormat();
  const saidOf = useOrigin();
  const nameOf = (side: number | null) => sides.find((one) => one.side === side)?.names[0] ?? "";
  return files.map((file) => {
    const name = file.name ?? t(`unnamed.${file.kind}`);
    const { id, origin } = file;
    return (
      <Fragment key={id}>
        <FileRow
          kind={fileLooks[file.kind]}
          name={name}
          href={`/api/files/${id}`}
          small={file.hasSmall ? `/api/files/${id}?size=small` : undefined}
          size={f.fileSize(file.bytes)}
          lane={laneOf({ ...file, sideName: nameOf(file.side) })}
          by={
            <Facts
              items={[
                file.addedBy,
                f.dayTime(file.addedAt),
                file.ordinal === null ? null : t("session", { n: file.ordinal }),
                isPrivate(file.lane) ? t("logged") : null,
                ...(origin ? saidOf(origin) : []),
              ]}
            />
          }
        />
        {mayDescribe && !isPrivate(file.lane) ? (
          <div>
            <FileOrigin disputeId={disputeId} fileId={id} name={name} origin={origin} kinds={kinds} />
          </div>
        ) : null}
      </Fragment>
    );
  });
}

/** What was said of where a file comes from, as the facts of a line. */
function useOrigin(): (origin: Origin) => (string | null)[] {
  const t = useTranslations("sessions.files.origin");
  const papers = useTranslations("vocabulary.paperKinds");
  const f = useFormat();
  return ({ provider, isOriginal, place, madeOn, paperKind, corrections }) => [
    paperKind ? t("signed", { paper: papers(paperKind) }) : null,
    provider ? t("by", { name: provider }) : null,
    isOriginal === null ? null : t(isOriginal ? "original" : "copy"),
    place || null,
    madeOn ? f.day(madeOn) : null,
    corrections > 0 ? t("earlier", { count: corrections }) : null,
  ];
}
