import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "../actions/link";
import styles from "./figure.module.css";

interface FigureProps {
  label: string;
  /** The number alone: "96.4". Under ten cases pass "7 / 8" and no change. */
  value: ReactNode;
  unit?: string;
  /** The list behind the figure; it has as many lines as the figure counts. */
  href?: string;
  /** "化解 298 / 收到 309", or what the figure rests on. */
  parts?: ReactNode;
  change?: {
    direction: "up" | "down" | "same";
    /** "同比 2.1 个百分点" */
    words: string;
    /** Whether the change is for the better is told by the word, not the arrow. */
    judgement?: "better" | "worse";
  };
}

/** One figure of a strip. Neutral colours only: better and worse are words. */
export function Figure({ label, value, unit, href, parts, change }: FigureProps) {
  const t = useTranslations("ui.figure");
  return (
    <div className={styles.figure}>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>
        {href ? (
          <Link href={href} className={styles.link}>
            {value}
            <span className="sr-only">{t("open", { label })}</span>
          </Link>
        ) : (
          value
        )}
        {unit ? <small>{unit}</small> : null}
      </div>
      {parts ? <div className={styles.parts}>{parts}</div> : null}
      {change ? (
        <div className={styles.change}>
          {change.direction === "up" ? <IconArrowUp aria-hidden /> : null}
          {change.direction === "down" ? <IconArrowDown aria-hidden /> : null}
          {change.words}
          {/* A blank of its own: on a narrow tile the words run on as text. */}
          {change.judgement ? (
            <>
              {" "}
              <b>{t(change.judgement)}</b>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Figures side by side on one sheet; two a row on phones. */
export function FigureStrip({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className={styles.strip} aria-label={label}>
      {children}
    </section>
  );
}
