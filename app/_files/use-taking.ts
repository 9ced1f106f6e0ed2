"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Lane } from "@/db/vocabulary";
import { kindOf } from "./file-looks";
import type { Uploads } from "./use-uploads";

type Take = (files: Iterable<File> | null, at: { lane: Lane; side: number | null }, isCamera?: boolean) => void;

/** Begins the upload of files. Cameras call every picture the same: theirs are named by time and page. */
export function useTaking(uploads: Pick<Uploads, "add">): Take {
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
