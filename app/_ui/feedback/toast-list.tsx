"use client";
import { Notifications, notifications } from "@mantine/notifications";
import { Kit } from "../theme/kit";
import styles from "./toasts.module.css";

interface ListedToast {
  message: string;
  undo?: { label: string; onPress: () => void };
}

/** Shows a toast, or lets it wait until the list is drawn. */
export function addToast({ message, undo }: ListedToast) {
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
export function ToastList() {
  return (
    <Kit>
      <Notifications position="bottom-left" autoClose={6000} limit={3} containerWidth={380} />
    </Kit>
  );
}
