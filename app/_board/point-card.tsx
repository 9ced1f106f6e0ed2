import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "@/app/_seats/board.module.css";
import type { SeatData } from "@/app/_seats/seat-card";
import { Link } from "@/app/_ui/actions/link";
import { Facts } from "@/app/_ui/text/facts";

interface PointCardProps {
  name: string;
  /** Why this one: "离现场 200 米，备用", "可坐 12 人". */
  why?: string;
  isChosen?: boolean;
  href?: string;
  onChoose?: () => void;
}

/** A contact point outside the board; the chosen one has a coloured outline and a white background. */
export function PointCard({ name, why, isChosen, href, onChoose }: PointCardProps) {
  const inside = (
    <>
      <b>{name}</b>
      {why ? <span className={styles.why}>{why}</span> : null}
    </>
  );
  const shared = { className: styles.point, "data-chosen": isChosen ?? false };
  if (href)
    return (
      <Link {...shared} href={href}>
        {inside}
      </Link>
    );
  if (onChoose)
    return (
      <button type="button" {...shared} aria-pressed={isChosen ?? false} onClick={onChoose}>
        {inside}
      </button>
    );
  return <div {...shared}>{inside}</div>;
}

/** The ninth line: forces beyond the eight. Same states as a seat. */
export function PlusSeat({ seat, onOpen }: { seat: SeatData; onOpen?: (id: string) => void }) {
  const inside = (
    <>
      +1 {seat.forceName}
      <span className={styles.why}>
        <Facts items={[<b key="name">{seat.name}</b>, seat.unit, seat.status]} />
      </span>
    </>
  );
  const shared = { className: styles.plus, "data-state": seat.state };
  if (!onOpen) return <div {...shared}>{inside}</div>;
  return (
    <button type="button" {...shared} onClick={() => onOpen(seat.id)}>
      {inside}
    </button>
  );
}

/** The row under the board: N, the points, then the extra seats. */
export function PointRow({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.seat");
  return (
    <div className={styles.points}>
      <div className={styles.n}>
        <b>N</b>
        {t("points")}
      </div>
      {children}
    </div>
  );
}
