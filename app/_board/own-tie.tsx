"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { OwnTieForm } from "./own-tie-form";
import styles from "./seat-panel.module.css";

interface OwnTieProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
}

/** A helper who finds out later that they are tied to a party says so here, and leaves for their list. */
export function OwnTie({ disputeId, parties }: OwnTieProps) {
  const t = useTranslations("panel.late");
  const router = useRouter();
  return (
    <details className={styles.more}>
      <summary>{t("ownOpen")}</summary>
      <OwnTieForm disputeId={disputeId} parties={parties} onDone={() => router.push("/my-sessions")} />
    </details>
  );
}
