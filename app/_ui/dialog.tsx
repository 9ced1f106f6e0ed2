"use client";
import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** A question: "终止原因？" */
  title: ReactNode;
  /** The consequences, in numbers and names. */
  children: ReactNode;
  /** Verbs; the one that goes ahead last. */
  actions: ReactNode;
}

/** Only for what cannot be undone or needs a reason. Never on top of another dialog. */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={460}
      padding={16}
      closeButtonProps={{ "aria-label": t("close") }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
      transitionProps={{ duration: 120, transition: "fade" }}
    >
      {children}
      <div className={styles.actions}>{actions}</div>
    </Modal>
  );
}
