"use client";
import type { ReactNode } from "react";
import type { CalendarBlock as Block } from "@/server/sessions/reads/calendar";
import { BlockWords } from "./block-words";
import styles from "./calendar.module.css";
import { MoveGrip } from "./move-grip";
import { MovePanel } from "./move-panel";
import { MoveShadow } from "./move-shadow";
import { firstHour, lastHour, placeBlocks } from "./place-blocks";
import { useMove } from "./use-move";

export interface TimeColumn {
  key: string;
  head: ReactNode;
  /** The column's day, "2026-11-26". */
  day: string;
  /** For a column of a room: what is dropped here moves to that room. Null = it keeps its room. */
  roomId: string | null;
  isToday?: boolean;
  blocks: readonly Block[];
}

const hours = Array.from({ length: lastHour - firstHour }, (_, i) => firstHour + i);

/** Per cent of the column's height that is less than three quarters of an hour: one line. */
const shortHeight = (44 / ((lastHour - firstHour) * 60)) * 100;

interface TimeGridProps {
  columns: readonly TimeColumn[];
  label: string;
  hasRoom: boolean;
  /** For columns of people: a booking stays with its people, only its time changes. */
  isFixedColumn?: boolean;
}

/** Columns of days, rooms or people over the hours from 8 to 21; bookings are moved by dragging or by keys. */
export function TimeGrid({ columns, label, hasRoom, isFixedColumn }: TimeGridProps) {
  const move = useMove(columns, isFixedColumn ?? false);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways where the columns are wider; keys reach it */}
      <section className={styles.scroller} aria-label={label} tabIndex={0}>
        <div
          className={styles.grid}
          style={{ gridTemplateColumns: `44px repeat(${columns.length}, minmax(128px, 1fr))` }}
        >
          <div className={styles.hours} aria-hidden="true">
            {hours.map((hour) => (
              <span key={hour}>{String(hour).padStart(2, "0")}:00</span>
            ))}
          </div>
          {columns.map((column, i) => (
            <div key={column.key} className={styles.column} data-today={column.isToday || undefined}>
              <h2 className={styles.head}>{column.head}</h2>
              <ul className={styles.slots} ref={move.columnRef(i)}>
                {placeBlocks(column.blocks).map(({ block, top, height, left, width }) => (
                  <li
                    key={block.id}
                    style={{ top: `${top}%`, height: `${height}%`, left: `${left}%`, width: `${width}%` }}
                    data-short={height < shortHeight || undefined}
                    data-moving={move.moving?.block.id === block.id || undefined}
                    {...move.pointer(block, i)}
                  >
                    <BlockWords block={block} hasRoom={hasRoom} />
                    {block.session?.canMove || block.meeting?.canMove ? (
                      <MoveGrip {...{ block, move, column: i }} />
                    ) : null}
                  </li>
                ))}
                {move.moving?.column === i ? <MoveShadow moving={move.moving} /> : null}
              </ul>
            </div>
          ))}
        </div>
      </section>
      <MovePanel move={move} />
    </>
  );
}
