"use client";
import { useEffect } from "react";
import { useFirstUse } from "../actions/use-first-use";
import { LaterFailed } from "../feedback/later-failed";
import styles from "./dialog.module.css";
import type { DialogProps } from "./dialog-props";

/**
 * Only for what cannot be undone or needs a reason. Never on top of another dialog. Its window is fetched with the first
 * one that opens.
 */
export function Dialog(props: DialogProps) {
  const { part, hasFailed, use } = useFirstUse(loadWindow);
  const { isOpen } = props;
  useEffect(() => {
    if (isOpen) use();
  });
  if (part) return <part.DialogWindow {...props} />;
  if (!isOpen) return null;
  return (
    <div className={styles.waiting} aria-busy={!hasFailed}>
      {hasFailed ? <LaterFailed /> : null}
    </div>
  );
}

const loadWindow = () => import("./dialog-window");
