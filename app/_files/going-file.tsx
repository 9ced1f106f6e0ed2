"use client";
import { useTranslations } from "next-intl";
import { FileRow } from "@/app/_lanes/file-row";
import type { LaneOf } from "@/app/_lanes/lane-chip";
import { Button } from "@/app/_ui/actions/button";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { useFormat } from "@/app/_ui/format/use-format";
import { fileLooks } from "./file-looks";
import { isUnreached } from "./send-file";
import type { Upload, Uploads } from "./use-uploads";

interface GoingFileProps {
  upload: Upload;
  uploads: Pick<Uploads, "again" | "discard">;
  name: string;
  lane?: LaneOf;
}

/** A file being uploaded: its progress, or the refusal with a button to try again. */
export function GoingFile({ upload, uploads, name, lane }: GoingFileProps) {
  const t = useTranslations("ui.upload");
  const say = useProblemText();
  const f = useFormat();
  const { failure, percent } = upload;
  return (
    <FileRow
      kind={fileLooks[upload.kind]}
      name={name}
      size={f.fileSize(upload.file.size)}
      {...(lane ? { lane } : {})}
      by={
        failure ? (
          <span role="alert">{isUnreached(failure) ? t("waiting", { percent }) : say(failure)}</span>
        ) : undefined
      }
      state={failure ? null : <span role="status">{percent === 100 ? t("judged") : t("going", { percent })}</span>}
      action={
        failure ? (
          <>
            <Button small onClick={() => void uploads.again(upload)}>
              {t("again")}
            </Button>
            <Button small onClick={() => uploads.discard(upload)}>
              {t("drop")}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}
