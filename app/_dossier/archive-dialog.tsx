"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type RetentionClass, retentionClasses } from "@/db/vocabulary";

interface ArchiveDialogProps {
  disputeId: string;
  version: number;
  /** The names of the papers that will stay missing. */
  missing: readonly string[];
  onClose: () => void;
}

/** Archives the dossier: how long to keep it, and which papers will stay missing. */
export function ArchiveDialog({ disputeId, version, missing, onClose }: ArchiveDialogProps) {
  const t = useTranslations("endings");
  const words = useTranslations("vocabulary.retentionClasses");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.archive.mutationOptions(), { onDone: onClose });
  const [retention, setRetention] = useState<RetentionClass | null>(null);
  return (
    <ActDialog
      title={t("archive.title")}
      verb={t("archive.verb")}
      act={act}
      needs={[[t("archive.retention"), retention !== null]]}
      onGo={() => retention && act.run({ disputeId, version, retention })}
      onClose={onClose}
    >
      <Stack>
        {missing.length > 0 ? (
          <Banner tone="amber">{t("archive.missing", { papers: missing.join(t("and")) })}</Banner>
        ) : null}
        <p>{t("archive.what")}</p>
        <SegmentField
          label={t("archive.retention")}
          segments={retentionClasses.map((one) => ({ value: one, label: words(one) }))}
          value={retention}
          onChange={setRetention}
        />
        <p>{t(retention === "permanent" ? "archive.permanent" : "archive.years")}</p>
      </Stack>
    </ActDialog>
  );
}
