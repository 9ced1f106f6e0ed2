"use client";
import { Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { firstField } from "../actions/first-field";
import { KeptFields } from "../fields/kept-fields";
import { Kit } from "../theme/kit";
import styles from "./dialog.module.css";
import type { DialogProps } from "./dialog-props";

/** The window of a Dialog: it hides the page, holds the focus and gives it back. */
export function DialogWindow({ isOpen, onClose, title, children, actions }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Kit>
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
            <Modal.Title className={styles.title} tabIndex={-1}>
              {title}
            </Modal.Title>
            <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")} title={t("close")}>
              <IconX aria-hidden />
            </button>
          </div>
          <Modal.Body className={styles.body} ref={markFirst}>
            <KeptFields />
            {children}
            <div className={styles.actions}>{actions}</div>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </Kit>
  );
}

/** Says where the focus goes: to the first field, else to the title; not to ×, where Enter would close the dialog. */
function markFirst(body: HTMLDivElement | null) {
  const title = body?.parentElement?.querySelector("[tabindex='-1']");
  ((body && firstField(body)) ?? title)?.setAttribute("data-autofocus", "");
}
