"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CloseDialog } from "@/app/_disputes/acts/close-dialog";
import { Button } from "@/app/_ui/actions/button";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import type { DossierPage } from "@/server/dossier/queries";
import { ArchiveDialog } from "./archive-dialog";

/** Closing, then archiving; whichever is next and the reader may do. `missing` are the names of papers. */
export function DossierFoot({ page, missing }: { page: DossierPage; missing: readonly string[] }) {
  const t = useTranslations("dossier");
  const verbs = useTranslations("endings");
  const [open, setOpen] = useState<"close" | "archive" | null>(null);
  const { proceeding, allowed, disputeId } = page;
  const canClose = allowed.includes("proceeding.close");
  const canArchive = allowed.includes("proceeding.archive");
  if (!proceeding) return null;
  if (!canClose && !canArchive) return null;
  const note = canClose
    ? t("footClose")
    : missing.length > 0
      ? t("footMissing", { count: missing.length })
      : t("footArchive");
  const close = () => setOpen(null);
  return (
    <>
      <FootBar note={note}>
        <Button variant="go" onClick={() => setOpen(canClose ? "close" : "archive")}>
          {canClose ? verbs("close.verb") : verbs("archive.verb")}
        </Button>
      </FootBar>
      {open === "close" ? (
        <CloseDialog
          {...{ disputeId, version: proceeding.version, today: page.today, outcomes: page.closeOutcomes }}
          onClose={close}
        />
      ) : null}
      {open === "archive" ? (
        <ArchiveDialog
          {...{ disputeId, version: proceeding.version, missing, years: page.retentionYears }}
          onClose={close}
        />
      ) : null}
    </>
  );
}
