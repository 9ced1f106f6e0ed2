"use client";
import { IconFiles } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import type { PaperKind } from "@/db/vocabulary";

const loadScan = withLaterWords("_files/scan-dialog", () => import("./scan-dialog").then((it) => it.ScanDialog));

interface ScanButtonProps {
  kinds: readonly PaperKind[];
  take: (file: File, paperKind: PaperKind | null) => void;
}

/** Opens what makes one document of the pictures of many pages. It goes where it would have gone when the button was pressed. */
export function ScanButton(props: ScanButtonProps) {
  const t = useTranslations("sessions.files.scan");
  const [open, setOpen] = useState<ScanButtonProps | null>(null);
  return (
    <>
      <Button icon={<IconFiles aria-hidden />} onClick={() => setOpen(props)}>
        {t("open")}
      </Button>
      {open ? <LaterDialog load={loadScan} props={{ ...open, onClose: () => setOpen(null) }} /> : null}
    </>
  );
}
