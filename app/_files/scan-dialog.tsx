"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import type { PaperKind } from "@/db/vocabulary";
import { scanBytes, scanNameMost, scanPagesMost } from "@/server/files/choices";
import { FileInputs } from "./file-inputs";
import styles from "./scan.module.css";
import { scannedPage } from "./scan-page";
import { ScanPageList } from "./scan-pages";
import { pdfOfPages, type ScannedPage } from "./scan-pdf";
import { type ScanPage, useScanPages } from "./use-scan-pages";

interface ScanDialogProps {
  /** The papers of which it may be the signed one. */
  kinds: readonly PaperKind[];
  take: (file: File, paperKind: PaperKind | null) => void;
  onClose: () => void;
}

/** Pictures of many pages become one document in the order given, filed as the signed one of a paper where it is one. */
export function ScanDialog({ kinds, take, onClose }: ScanDialogProps) {
  const t = useTranslations("sessions.files.scan");
  const words = useTranslations("vocabulary.paperKinds");
  const { pages, add, ...change } = useScanPages();
  const [kind, setKind] = useState<PaperKind | "">("");
  const [name, setName] = useState("");
  const called = name.trim() || (kind ? words(kind) : "");
  const making = useMaking();
  async function go() {
    const document = await making.make(pages);
    if (!document) return;
    take(new File([document], `${called}.pdf`, { type: "application/pdf" }), kind || null);
    onClose();
  }
  const { at, unreadable, hasFailed } = making;
  return (
    <ActDialog
      title={t("title")}
      verb={at === null ? t("verb") : t("making", { n: at, of: pages.length })}
      leave={t("leave")}
      act={{ isBusy: at !== null, problem: null }}
      needs={[
        [t("pages"), pages.length > 0],
        [t("how", { most: scanPagesMost }), pages.length <= scanPagesMost],
        [t("name"), called !== ""],
      ]}
      onGo={() => void go()}
      onClose={onClose}
    >
      <Stack>
        <div className={styles.add}>
          <FileInputs at={null} take={add} isPictures words={{ photo: t("photo"), choose: t("choose") }} />
        </div>
        <p className={styles.how}>{t("how", { most: scanPagesMost })}</p>
        {unreadable === null ? null : <ErrorNote>{t("unreadable", { n: unreadable })}</ErrorNote>}
        {hasFailed ? <LaterFailed /> : null}
        {pages.length > 0 ? <ScanPageList pages={pages} {...change} /> : null}
        <SelectField
          label={t("kind")}
          placeholder={t("noKind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: words(value) }))}
          onChange={(event) => setKind(event.currentTarget.value as PaperKind | "")}
        />
        <TextField
          label={t("name")}
          value={name}
          placeholder={kind ? words(kind) : ""}
          maxLength={scanNameMost}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}

/** Makes the document page after page; a picture that cannot be read is told by its page. Nothing comes of it once the dialog is left. */
function useMaking() {
  const [at, setAt] = useState<number | null>(null);
  const [unreadable, setUnreadable] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  async function make(pages: readonly ScanPage[]): Promise<Uint8Array<ArrayBuffer> | null> {
    setUnreadable(null);
    setFailed(false);
    const made: ScannedPage[] = [];
    try {
      for (const [i, { file, quarters }] of pages.entries()) {
        setAt(i + 1);
        const page = await scannedPage(file, quarters, scanBytes / pages.length);
        if (isLeft.current) return null;
        if (!page) {
          setUnreadable(i + 1);
          return null;
        }
        made.push(page);
      }
      const document = await pdfOfPages(made);
      return isLeft.current ? null : document;
    } catch {
      setFailed(true);
      return null;
    } finally {
      setAt(null);
    }
  }
  return { at, unreadable, hasFailed, make };
}
