"use client";
import { IconArrowDown, IconArrowUp, IconRotateClockwise, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import styles from "./scan.module.css";
import type { ScanPage, ScanPages } from "./use-scan-pages";

/** The pages of a scan in their order: each is moved, turned or left out. */
export function ScanPageList({ pages, move, turn, drop }: Pick<ScanPages, "pages" | "move" | "turn" | "drop">) {
  const t = useTranslations("sessions.files.scan");
  const row = (page: ScanPage, i: number) => {
    const n = i + 1;
    const button = (label: string, icon: React.ReactNode, press: () => void, isIdle = false) => (
      <Button small variant="text" aria-label={label} title={label} icon={icon} idle={isIdle} onClick={press} />
    );
    return (
      <li key={page.key} className={styles.page}>
        <span className={styles.frame}>
          {/* biome-ignore lint/performance/noImgElement: it is on this machine alone. */}
          <img src={page.shown} alt={t("page", { n })} style={{ rotate: `${page.quarters * 90}deg` }} />
        </span>
        <span className={styles.number}>{t("page", { n })}</span>
        <span className={styles.tools}>
          {button(t("up", { n }), <IconArrowUp aria-hidden />, () => move(i, -1), i === 0)}
          {button(t("down", { n }), <IconArrowDown aria-hidden />, () => move(i, 1), i === pages.length - 1)}
          {button(t("turn", { n }), <IconRotateClockwise aria-hidden />, () => turn(page.key))}
          {button(t("drop", { n }), <IconTrash aria-hidden />, () => drop(page.key))}
        </span>
      </li>
    );
  };
  return <ol className={styles.pages}>{pages.map(row)}</ol>;
}
