"use client";
import { IconGripVertical } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import styles from "./calendar.module.css";
import type { Move } from "./use-move";

interface MoveGripProps {
  block: CalendarBlock;
  move: Move;
  column: number;
}

/** Picks a booking up by keyboard or touch: Enter, arrows, Enter; Esc puts it back. */
export function MoveGrip({ block, move, column }: MoveGripProps) {
  const t = useTranslations("calendar.move");
  const title = block.session?.title ?? block.meeting?.title ?? "";
  const isMoving = move.moving?.block.id === block.id;
  return (
    <button
      type="button"
      className={styles.grip}
      aria-label={t("grip", { title })}
      aria-pressed={isMoving}
      title={t("gripHint")}
      data-grip
      onKeyDown={(event) => move.press(event, block, column)}
    >
      <IconGripVertical aria-hidden />
    </button>
  );
}
