"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import styles from "./seat-panel.module.css";

interface OwnTieProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
}

const loadForm = () => import("./own-tie-of-helper").then(({ OwnTieOfHelper }) => OwnTieOfHelper);

/** A helper who finds out later that they are tied to a party says so here, and leaves for their list. */
export function OwnTie(props: OwnTieProps) {
  const t = useTranslations("panel.late");
  const [isOpen, setOpen] = useState(false);
  const { part: Form, hasFailed } = useLater(loadForm, isOpen);
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("ownOpen")}</summary>
      {hasFailed ? <LaterFailed /> : null}
      {Form ? <Form {...props} /> : null}
    </details>
  );
}
