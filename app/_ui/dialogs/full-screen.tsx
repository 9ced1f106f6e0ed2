"use client";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./full-screen.module.css";

interface FullScreenProps {
  /** The accessible name. */
  label: string;
  children: ReactNode;
  /** Esc asks to leave; without it only a button leads back. */
  onEscape?: () => void;
  /** Begins at the top, for what is longer than the screen; else it stands in the middle. */
  isTop?: boolean;
}

/** Covers everything, for handing the device to a person who must see nothing else. The page below cannot be reached. */
export function FullScreen({ label, children, onEscape, isTop }: FullScreenProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.screen}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
    >
      <div className={styles.content} data-top={isTop}>
        {children}
      </div>
    </dialog>
  );
}
