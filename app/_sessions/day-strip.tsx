"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Skeleton } from "@/app/_ui/feedback/skeleton";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { busyOf, cellCount, cellMinutes, cellState, cellTime, firstHour, overlaps } from "./day-cells";
import styles from "./day-strip.module.css";
import type { DayLine } from "./session";

interface DayStripProps {
  /** "2026-11-26" */
  day: string;
  /** Everyone who is to come, the lead included. */
  personIds: readonly string[];
  minutes: number;
  chosen: { roomId: string; time: string };
  onChoose: (roomId: string, time: string) => void;
}

const cells = Array.from({ length: cellCount }, (_, cell) => cell);

/** One day: rooms with free and taken half hours to press, people with their appointments. Arrows move, Enter chooses. */
export function DayStrip({ day, personIds, minutes, chosen, onChoose }: DayStripProps) {
  const t = useTranslations("sessions.book");
  const f = useFormat();
  const trpc = useTRPC();
  const { data: lines } = useQuery(trpc.sessions.dayBoard.queryOptions({ day, personIds: [...personIds] }));
  const grid = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState({ row: 0, cell: 12 });
  if (!lines) return <Skeleton count={2} />;
  const rooms = lines.filter((line) => line.resource === "room");
  const people = lines.filter((line) => line.resource === "person");
  const theirs = people.flatMap((person) => busyOf(person, day));

  function walk(event: KeyboardEvent) {
    const step = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Home: [0, -cellCount],
      End: [0, cellCount],
    }[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.min(Math.max(focus.row + (step[0] ?? 0), 0), rooms.length - 1);
    const cell = Math.min(Math.max(focus.cell + (step[1] ?? 0), 0), cellCount - 1);
    setFocus({ row, cell });
    grid.current?.querySelector<HTMLElement>(`[data-at="${row}-${cell}"]`)?.focus();
  }

  return (
    <div>
      <SectionHead level={3} title={t("strip", { day: f.date(day) })} note={t("stripHint")} />
      <div className={styles.scroller}>
        <table
          role="grid"
          aria-label={t("strip", { day: f.date(day) })}
          className={styles.strip}
          ref={grid}
          onKeyDown={walk}
        >
          <HourHeads />
          <tbody>
            {rooms.map((room, row) => (
              <tr key={room.id}>
                <th scope="row" title={room.note}>
                  <b>{room.name}</b>
                  <span>{room.opens ? room.note : t("closed")}</span>
                </th>
                {cells.map((cell) => (
                  <RoomCell
                    key={cell}
                    at={`${row}-${cell}`}
                    {...{ room, day, cell, minutes, theirs, chosen, onChoose }}
                    isStop={focus.row === row && focus.cell === cell}
                    onFocus={() => setFocus({ row, cell })}
                  />
                ))}
              </tr>
            ))}
            {people.map((person) => (
              <PersonRow key={person.id} person={person} day={day} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const minute = (cell: number) => firstHour * 60 + cell * cellMinutes;

interface RoomCellProps extends Pick<DayStripProps, "day" | "minutes" | "chosen" | "onChoose"> {
  at: string;
  room: DayLine;
  cell: number;
  theirs: ReturnType<typeof busyOf>;
  isStop: boolean;
  onFocus: () => void;
}

function RoomCell({ at, room, day, cell, minutes, theirs, chosen, onChoose, isStop, onFocus }: RoomCellProps) {
  const t = useTranslations("sessions.book");
  const state = cellState(room, day, cell, minutes, theirs);
  const time = cellTime(cell);
  const words = { room: room.name, time, minutes };
  const from = minute(cell);
  const start = Number(chosen.time.slice(0, 2)) * 60 + Number(chosen.time.slice(3, 5));
  const isChosen =
    chosen.roomId === room.id && chosen.time !== "" && from < start + minutes && start < from + cellMinutes;
  return (
    <td role="gridcell" data-state={state} data-chosen={isChosen || undefined} aria-selected={isChosen}>
      <button
        type="button"
        data-at={at}
        tabIndex={isStop ? 0 : -1}
        aria-label={t(state === "free" ? "free" : state === "short" ? "short" : "taken", words)}
        aria-disabled={state === "free" ? undefined : true}
        title={time}
        onFocus={onFocus}
        onClick={() => state === "free" && onChoose(room.id, time)}
      />
    </td>
  );
}

/** One person's appointments on that day; one sentence for screen readers, cells on screen. */
function PersonRow({ person, day }: { person: DayLine; day: string }) {
  const t = useTranslations("sessions.book");
  const f = useFormat();
  const busy = [...busyOf(person, day), ...busyOf(person, day, "away")];
  const spans = [...person.busy, ...person.away].map((span) => f.timeSpan(span.from, span.to)).join(", ");
  return (
    <tr>
      <th scope="row">
        <b>{person.name}</b>
        <span>{person.note}</span>
        {person.isUnsure ? <span>{t("personUnsure")}</span> : null}
        <span className="sr-only">
          {spans
            ? t("personBusy", { name: person.name, spans })
            : t(person.isUnsure ? "personUnknown" : "personFree", { name: person.name })}
        </span>
      </th>
      {cells.map((cell) => (
        <td
          key={cell}
          data-state={overlaps(busy, minute(cell), minute(cell) + cellMinutes) ? "taken" : "person"}
          aria-hidden="true"
        />
      ))}
    </tr>
  );
}

function HourHeads() {
  const t = useTranslations("sessions.book");
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="sr-only">{t("head")}</span>
        </th>
        {cells
          .filter((cell) => cell % 2 === 0)
          .map((cell) => (
            <th key={cell} scope="col" colSpan={2}>
              {cellTime(cell).slice(0, 2)}
            </th>
          ))}
      </tr>
    </thead>
  );
}
