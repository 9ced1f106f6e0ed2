"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Stack } from "@/app/_ui/layout/columns";
import { type RetentionClass, retentionClasses } from "@/db/vocabulary";
import type { RetentionYears } from "@/server/papers/words/retention";

interface ArchiveDialogProps {
  disputeId: string;
  version: number;
  /** The names of the papers that will stay missing. */
  missing: readonly string[];
  years: RetentionYears;
  onClose: () => void;
}

/** Archives the dossier: how long to keep it, and which papers will stay missing. */
export function ArchiveDialog({ disputeId, version, missing, years, onClose }: ArchiveDialogProps) {
  const t = useTranslations("endings");
  const words = useTranslations("vocabulary.retentionClasses");
  const allNames = useAllNames();
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.archive.mutationOptions(), { onDone: onClose });
  const [retention, setRetention] = useState<RetentionClass | null>(null);
  const explained = () => {
    if (retention === "permanent") return t("archive.permanent");
    const count = retention && years[retention];
    return count ? t("archive.yearsKnown", { years: count }) : t("archive.years");
  };
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
          <Banner tone="amber">{t("archive.missing", { papers: allNames(missing) })}</Banner>
        ) : null}
        <p>{t("archive.what")}</p>
        <SegmentField
          label={t("archive.retention")}
          segments={retentionClasses.map((one) => ({ value: one, label: words(one) }))}
          value={retention}
          onChange={setRetention}
        />
        <p>{explained()}</p>
      </Stack>
    </ActDialog>
  );
}
