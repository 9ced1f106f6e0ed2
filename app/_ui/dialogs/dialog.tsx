"use client";
import { Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
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
  /** Buttons; the one that goes ahead last. */
  actions: ReactNode;
}

/** Only for what cannot be undone or needs a reason. Never on top of another dialog. */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={460}
      centered
      transitionProps={{ duration: 120, transition: "fade" }}
      classNames={{ content: styles.content }}
    >
      <Modal.Overlay backgroundOpacity={0.4} color="#1a2225" />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")} title={t("close")}>
            <IconX aria-hidden />
          </button>
        </div>
        <Modal.Body className={styles.body}>
          {children}
          <div className={styles.actions}>{actions}</div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
