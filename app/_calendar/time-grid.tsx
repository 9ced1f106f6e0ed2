import type { ReactNode } from "react";
import type { CalendarBlock as Block } from "@/server/sessions/calendar";
import { SessionBlock } from "./block-words";
import styles from "./calendar.module.css";
import { firstHour, lastHour, placeBlocks } from "./place-blocks";

export interface TimeColumn {
  key: string;
  head: ReactNode;
  isToday?: boolean;
  blocks: readonly Block[];
}

const hours = Array.from({ length: lastHour - firstHour }, (_, i) => firstHour + i);

/** Columns of days or rooms over the hours from 8 to 21. */
export function TimeGrid({
  columns,
  label,
  hasRoom,
}: {
  columns: readonly TimeColumn[];
  label: string;
  hasRoom: boolean;
}) {
  return (
    <section className={styles.scroller} aria-label={label}>
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `44px repeat(${columns.length}, minmax(128px, 1fr))` }}
      >
        <div className={styles.hours} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{hour}:00</span>
          ))}
        </div>
        {columns.map((column) => (
          <div key={column.key} className={styles.column} data-today={column.isToday || undefined}>
            <h2 className={styles.head}>{column.head}</h2>
            <ul className={styles.slots}>
              {placeBlocks(column.blocks).map(({ block, top, height, left, width }) => (
                <li
                  key={block.sessionId}
                  style={{ top: `${top}%`, height: `${height}%`, left: `${left}%`, width: `${width}%` }}
                >
                  <SessionBlock block={block} hasRoom={hasRoom} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
