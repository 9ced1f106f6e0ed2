"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { FileInputs } from "@/app/_files/file-inputs";
import { GoingFile } from "@/app/_files/going-file";
import { useDropped } from "@/app/_files/use-dropped";
import { usePasted } from "@/app/_files/use-pasted";
import { useTaking } from "@/app/_files/use-taking";
import { useUploads } from "@/app/_files/use-uploads";
import { Button } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { PerformanceProof } from "@/server/performance/reads/ledger";
import styles from "./performance.module.css";
import { ProofFiles } from "./proof-files";

/** Read by whoever reads the ledger. */
const at = { lane: "open", side: null } as const;

interface ProofDialogProps {
  disputeId: string;
  entry: PerformanceProof;
  onClose: () => void;
}

/** Photos and papers that prove an entry: taken, chosen, dropped or pasted, and sent at once. */
export function ProofDialog({ disputeId, entry, onClose }: ProofDialogProps) {
  const t = useTranslations("performance.proofs");
  const router = useRouter();
  const onDone = useCallback(() => router.refresh(), [router]);
  const uploads = useUploads({ disputeId, sessionId: null, performanceId: entry.id, onDone });
  const take = useTaking(uploads);
  usePasted((files) => take(files, at));
  const { isOver, dropping } = useDropped((files) => take(files, at));
  return (
    <Dialog isOpen title={t("title")} onClose={onClose} actions={<Button onClick={onClose}>{t("close")}</Button>}>
      <div className={isOver ? styles.over : undefined} {...dropping}>
        <Stack>
          <Line>
            <FileInputs at={at} take={take} words={{ photo: t("photo"), choose: t("choose") }} />
          </Line>
          <p className={styles.small}>{isOver ? t("drop") : t("how")}</p>
          {uploads.uploads.map((one) => (
            <GoingFile key={one.key} upload={one} uploads={uploads} name={one.file.name} />
          ))}
          <ProofFiles files={entry.files} />
        </Stack>
      </div>
    </Dialog>
  );
}
