"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import styles from "./seat-panel.module.css";

interface OwnTieProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
}

const loadForm = () => import("./own-tie-form").then(({ OwnTieForm }) => OwnTieForm);

/** A helper who finds out later that they are tied to a party says so here, and leaves for their list. */
export function OwnTie({ disputeId, parties }: OwnTieProps) {
  const t = useTranslations("panel.late");
  const router = useRouter();
  const { part: OwnTieForm, hasFailed, prepare, use } = useFirstUse(loadForm);
  return (
    <details className={styles.more} onToggle={use}>
      <summary onPointerEnter={prepare}>{t("ownOpen")}</summary>
      {hasFailed ? <LaterFailed /> : null}
      {OwnTieForm ? (
        <OwnTieForm disputeId={disputeId} parties={parties} onDone={() => router.push("/my-sessions")} />
      ) : null}
    </details>
  );
}
