"use client";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Link } from "../actions/link";
import styles from "./side-panel.module.css";

interface SidePanelProps {
  /** Says what the panel is about: "法庭这一席". */
  title: ReactNode;
  children: ReactNode;
  /** Closes it; Esc does too. Use `closeHref` when the open thing is in the address. */
  onClose?: () => void;
  closeHref?: string;
  /** Stays at the right edge of the page and is never closed. */
  isFixed?: boolean;
}

/** The panel of the chosen thing. It takes focus on its heading when it opens or changes, and gives it back. */
export function SidePanel({ title, children, onClose, closeHref, isFixed }: SidePanelProps) {
  const t = useTranslations("ui");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const closer = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (isFixed) return;
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: false });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isFixed]);

  function press(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    // To React a dialog opened from the panel is inside it: Esc there closes the dialog alone.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    event.stopPropagation();
    closer.current?.click();
  }

  return (
    <aside className={styles.panel} aria-labelledby={id} onKeyDown={isFixed ? undefined : press}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {closeHref ? (
          <Link
            href={closeHref}
            scroll={false}
            className={styles.close}
            aria-label={t("close")}
            title={t("close")}
            ref={(element) => {
              closer.current = element;
            }}
          >
            <IconX aria-hidden />
          </Link>
        ) : onClose ? (
          <button
            type="button"
            onClick={onClose}
            className={styles.close}
            aria-label={t("close")}
            title={t("close")}
            ref={(element) => {
              closer.current = element;
            }}
          >
            <IconX aria-hidden />
          </button>
        ) : null}
      </div>
      {children}
    </aside>
  );
}
