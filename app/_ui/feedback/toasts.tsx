"use client";
import { Notifications, notifications } from "@mantine/notifications";
import styles from "./toasts.module.css";

interface Toast {
  message: string;
  /** 撤销, where undo exists. */
  undo?: { label: string; onPress: () => void };
}

/** One line, bottom left, 6 s. Errors are never toasts: use ErrorNote in place. */
export function showToast({ message, undo }: Toast) {
  const id = notifications.show({
    message: (
      <span className={styles.line}>
        {message}
        {undo ? (
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              notifications.hide(id);
              undo.onPress();
            }}
          >
            {undo.label}
          </button>
        ) : null}
      </span>
    ),
    withCloseButton: false,
    className: styles.toast,
  });
}

/** Mounted once by the root layout. */
export function Toasts() {
  return <Notifications position="bottom-left" autoClose={6000} limit={3} containerWidth={380} />;
}
