"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { isPageKey } from "../actions/page-key";
import styles from "./list.module.css";

interface KeyboardListProps {
  children: ReactNode;
  label: string;
}

/** A sheet of ListGroups in which J K ↑ ↓ move between rows, O opens and ↵ does the row's action. */
export function KeyboardList({ children, label }: KeyboardListProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!isPageKey(event)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const inside = list.current?.contains(document.activeElement) ?? false;
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = stepOf(event.key, inside);
      if (step) {
        const from = at >= 0 ? at : rows.findIndex((row) => row.dataset.current) - (step > 0 ? 0 : 1);
        const next = at < 0 && step > 0 ? Math.max(from, 0) : from + step;
        const link = rows[Math.min(Math.max(next, 0), rows.length - 1)]?.querySelector("a");
        if (!link) return;
        event.preventDefault();
        link.focus();
        link.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
        return;
      }
      const row = rows[at];
      const action = row?.querySelector<HTMLElement>("[data-row-action]");
      if (event.key === "Enter" && action && document.activeElement === row?.querySelector("a")) {
        event.preventDefault();
        action.click();
      } else if (event.key.toLowerCase() === "o") {
        row?.querySelector("a")?.click();
      }
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <div ref={list} className={styles.list} data-walk role="region" aria-label={label}>
      {children}
    </div>
  );
}

/** Arrows scroll the page unless the list has the focus; J and K always move. */
function stepOf(key: string, inside: boolean): -1 | 0 | 1 {
  if (key === "j" || key === "J" || (inside && key === "ArrowDown")) return 1;
  return key === "k" || key === "K" || (inside && key === "ArrowUp") ? -1 : 0;
}
