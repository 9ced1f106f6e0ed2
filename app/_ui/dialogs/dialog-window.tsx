"use client";
import { Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./dialog.module.css";
import type { DialogProps } from "./dialog-props";

/** The window of a Dialog: it hides the page, holds the focus and gives it back. */
export function DialogWindow({ isOpen, onClose, title, children, actions }: DialogProps) {
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
