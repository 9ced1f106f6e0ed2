"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import styles from "./board.module.css";
import { type LeadData, LeadSeat, SeatCard, type SeatData } from "./seat-card";

interface BoardProps {
  lead: LeadData;
  /** The county's forces in their fixed order; the first eight take the places, the rest are shown by PlusSeats. */
  seats: readonly SeatData[];
  selectedId?: string;
  /** Opens the seat in the panel; the id is the seat's or the lead's. */
  onOpen?: (id: string) => void;
}

const steps: Record<string, (place: number) => number> = {
  ArrowLeft: (place) => (place % 3 === 0 ? place : place - 1),
  ArrowRight: (place) => (place % 3 === 2 ? place : place + 1),
  ArrowUp: (place) => (place < 3 ? place : place - 3),
  ArrowDown: (place) => (place > 5 ? place : place + 3),
  Home: () => 0,
  End: () => 8,
};

/** The 3×3: nine fixed places, the lead in the centre. One tab stop, arrows inside, ↵ opens. */
export function Board({ lead, seats, selectedId, onOpen }: BoardProps) {
  const t = useTranslations("ui.seat");
  const [place, setPlace] = useState(4);
  const grid = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent) {
    const next = steps[event.key]?.(place);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  const cell = (at: number) => {
    const seat = at === 4 ? null : seats[at < 4 ? at : at - 1];
    const id = at === 4 ? lead.id : seat?.id;
    if (!id) return <div key={at} role="gridcell" className={styles.cell} />;
    const isSelected = id === selectedId;
    return (
      <div key={at} role="gridcell" className={styles.cell} aria-selected={isSelected}>
        <button
          type="button"
          className={styles.press}
          tabIndex={at === place ? 0 : -1}
          onFocus={() => setPlace(at)}
          onClick={() => onOpen?.(id)}
        >
          {seat ? <SeatCard seat={seat} isSelected={isSelected} /> : <LeadSeat lead={lead} isSelected={isSelected} />}
        </button>
      </div>
    );
  };

  return (
    <div ref={grid} role="grid" aria-label={t("board")} className={styles.board} onKeyDown={walk}>
      {[0, 3, 6].map((row) => (
        <div key={row} role="row" className={styles.row}>
          {[row, row + 1, row + 2].map(cell)}
        </div>
      ))}
    </div>
  );
}
