"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { MoveCheck } from "@/server/calendars/reads/move-check";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import { at, judge, type MoveTarget, shifted, stepMinutes, type Verdict } from "./move-target";
import { firstHour, lastHour } from "./place-blocks";

interface Column {
  day: string;
  roomId: string | null;
}

/** A booking being moved: where it would go now, and what prevents that (null until the server has answered). */
export interface Held {
  block: CalendarBlock;
  column: number;
  target: MoveTarget;
  verdict: Verdict | null;
  check: MoveCheck | null;
  /** Dropped on a possible place: the confirmation is open. */
  isDropped: boolean;
}

/** Only a possible place is confirmed; over others the booking stays picked up. With no answer yet, the drop waits. */
function dropped(held: Held): Held | null {
  const { verdict } = held;
  if (verdict?.state === "same") return null;
  return { ...held, isDropped: !verdict || verdict.state === "free" || verdict.state === "away" };
}

const startDistance = 6;
const span = (lastHour - firstHour) * 60;

/**
 * Picking up, dragging and dropping, by pointer and by keys. The server is asked once for all conflicts when a booking
 * is picked up; after that every place is judged here, before the drop.
 */
export function useMove(columns: readonly Column[], isFixedColumn: boolean) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [held, setHeld] = useState<Held | null>(null);
  const lists = useRef<(HTMLElement | null)[]>([]);
  const drag = useRef<{ x: number; y: number; grab: number; block: CalendarBlock; column: number } | null>(null);
  const hasDragged = useRef(false);

  function pickUp(block: CalendarBlock, column: number) {
    const days = columns.map(({ day }) => day).sort();
    const target = { roomId: block.roomId ?? "", startsAt: block.startsAt, endsAt: block.endsAt };
    setHeld({ block, column, target, verdict: null, check: null, isDropped: false });
    const asked = {
      bookingId: block.id,
      disputeId: block.session?.disputeId,
      from: days[0] ?? "",
      to: days.at(-1) ?? "",
    };
    void client
      .fetchQuery({ ...trpc.calendars.moveCheck.queryOptions(asked), staleTime: 0 })
      .then((check) => setHeld((now) => (now?.block.id === block.id ? judged({ ...now, check }) : now)))
      .catch(() => setHeld((now) => (now?.block.id === block.id ? null : now)));
  }

  function judged(now: Held): Held | null {
    if (!now.check) return now;
    const verdict = judge(now.check, now.target, new Date());
    return now.isDropped ? dropped({ ...now, verdict }) : { ...now, verdict };
  }

  function aim(column: number, target: MoveTarget) {
    setHeld((now) => now && judged({ ...now, column, target, isDropped: false }));
  }

  const letGo = () => setHeld((now) => now && dropped(now));
  const putBack = () => setHeld(null);

  function press(event: KeyboardEvent, block: CalendarBlock, column: number) {
    const isHeld = held?.block.id === block.id;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (isHeld) letGo();
      else pickUp(block, column);
      return;
    }
    if (!isHeld || !held) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return putBack();
    }
    const step = { ArrowUp: -stepMinutes, ArrowDown: stepMinutes }[event.key];
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined && aside === undefined) return;
    event.preventDefault();
    const wanted = isFixedColumn ? held.column : held.column + (aside ?? 0);
    const next = Math.min(Math.max(wanted, 0), columns.length - 1);
    const { day, roomId } = columns[next] ?? { day: "", roomId: null };
    const by = { minutes: step, day, roomId: roomId ?? undefined, firstHour, lastHour };
    aim(next, shifted(held.target, by));
  }

  /** The column and minute of the day under the pointer, which stays at the point where the block was grabbed. */
  function targetAt(x: number, y: number): { column: number; target: MoveTarget } | null {
    const grabbed = drag.current;
    if (!grabbed) return null;
    const found = isFixedColumn
      ? grabbed.column
      : lists.current.findIndex((list) => {
          const box = list?.getBoundingClientRect();
          return box ? x >= box.left && x < box.right : false;
        });
    const column = columns[found];
    const box = lists.current[found]?.getBoundingClientRect();
    if (!column || !box) return null;
    const length = Date.parse(grabbed.block.endsAt) - Date.parse(grabbed.block.startsAt);
    const minutes = ((y - grabbed.grab - box.top) / box.height) * span;
    const kept = Math.min(Math.max(minutes, 0), Math.max(span - length / 60_000, 0));
    const roomId = column.roomId ?? grabbed.block.roomId ?? "";
    return { column: found, target: at(column.day, firstHour * 60 + kept, length, roomId) };
  }

  /** A mouse drags the whole block; touch drags only its grip, so that the page can still be scrolled. */
  function pointer(block: CalendarBlock, column: number) {
    if (!block.session?.canMove && !block.meeting?.canMove) return {};
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const isGrip = (event.target as HTMLElement).closest("[data-grip]") !== null;
        if (event.button !== 0 || (event.pointerType !== "mouse" && !isGrip)) return;
        hasDragged.current = false;
        const { top } = event.currentTarget.getBoundingClientRect();
        drag.current = { x: event.clientX, y: event.clientY, grab: event.clientY - top, block, column };
      },
      // The block contains a link, which the browser would drag itself, and follow after the drop.
      onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClickCapture(event: { preventDefault: () => void; stopPropagation: () => void }) {
        if (!hasDragged.current) return;
        hasDragged.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    };
  }

  const follow = useRef<(event: globalThis.PointerEvent) => void>(() => undefined);
  const release = useRef<(event: globalThis.PointerEvent) => void>(() => undefined);
  useEffect(() => {
    follow.current = (event) => {
      const grabbed = drag.current;
      if (!grabbed) return;
      if (!hasDragged.current) {
        if (Math.hypot(event.clientX - grabbed.x, event.clientY - grabbed.y) < startDistance) return;
        hasDragged.current = true;
        pickUp(grabbed.block, grabbed.column);
      }
      const found = targetAt(event.clientX, event.clientY);
      if (found) aim(found.column, found.target);
    };
    release.current = () => {
      if (drag.current && hasDragged.current) letGo();
      drag.current = null;
    };
  });
  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => follow.current(event);
    const onUp = (event: globalThis.PointerEvent) => release.current(event);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onUp);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onUp);
    };
  }, []);

  return {
    held,
    press,
    pointer,
    putBack,
    columnRef: (i: number) => (list: HTMLElement | null) => {
      lists.current[i] = list;
    },
  };
}
export type Move = ReturnType<typeof useMove>;
