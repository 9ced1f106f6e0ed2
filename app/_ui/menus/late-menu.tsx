"use client";
import { cloneElement, type JSX, type ReactNode } from "react";
import { useFirstUse } from "../actions/use-first-use";
import { LaterFailed } from "../feedback/later-failed";
import styles from "./menu.module.css";

interface LateMenuProps<Part> {
  /** What is pressed. */
  button: JSX.Element;
  load: () => Promise<Part>;
  /** The menu itself, an OpenMenu with the same button, once it is loaded. */
  children: (part: Part) => ReactNode;
}

/** A page shows the button of a menu only; positions, keys and entries are fetched when somebody is about to press it. */
export function LateMenu<Part>({ button, load, children }: LateMenuProps<Part>) {
  const { part, isLoading, hasFailed, prepare, use } = useFirstUse(load);
  if (part) return children(part);
  return (
    <>
      {cloneElement(button, {
        "aria-haspopup": "menu",
        "aria-expanded": false,
        "aria-busy": isLoading || undefined,
        onPointerEnter: prepare,
        onFocus: prepare,
        onClick: use,
      })}
      {hasFailed ? (
        <div className={styles.failed}>
          <LaterFailed />
        </div>
      ) : null}
    </>
  );
}
