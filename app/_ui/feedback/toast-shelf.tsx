"use client";
import { Notifications, notifications } from "@mantine/notifications";
import styles from "./toasts.module.css";

interface ToastOnShelf {
  message: string;
  undo?: { label: string; onPress: () => void };
}

/** Shows a toast, or lets it wait until the shelf is drawn. */
export function putOnShelf({ message, undo }: ToastOnShelf) {
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

/** Where toasts stand. */
export function ToastShelf() {
  return <Notifications position="bottom-left" autoClose={6000} limit={3} containerWidth={380} />;
}
