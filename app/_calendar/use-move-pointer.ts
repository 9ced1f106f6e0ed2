"use client";
import { type PointerEvent, useEffect, useRef } from "react";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import { at, type MoveTarget } from "./move-target";
import { firstHour, lastHour } from "./place-blocks";
import type { MoveColumn, MovingSteps } from "./use-moving";

/** A block pressed by the pointer: where, and how far below its upper edge. */
interface Grabbed {
  x: number;
  y: number;
  offset: number;
  block: CalendarBlock;
  column: number;
}

const startDistance = 6;
const span = (lastHour - firstHour) * 60;

interface MovePointerOptions {
  columns: readonly MoveColumn[];
  isFixedColumn: boolean;
  steps: MovingSteps;
}

/** Moving by pointer: the handlers of a block, and the refs of the columns it may be dropped on. */
export function useMovePointer({ columns, isFixedColumn, steps: { pickUp, aim, drop } }: MovePointerOptions) {
  const lists = useRef<(HTMLElement | null)[]>([]);
  const drag = useRef<Grabbed | null>(null);
  const hasDragged = useRef(false);

  useWindowPointer({
    onMove(event) {
      const grabbed = drag.current;
      if (!grabbed) return;
      if (!hasDragged.current) {
        if (Math.hypot(event.clientX - grabbed.x, event.clientY - grabbed.y) < startDistance) return;
        hasDragged.current = true;
        pickUp(grabbed.block, grabbed.column);
      }
      const found = placeAt(event, grabbed, { lists: lists.current, columns, isFixedColumn });
      if (found) aim(found.column, found.target);
    },
    onUp() {
      if (drag.current && hasDragged.current) drop();
      drag.current = null;
    },
  });

  /** A mouse drags the whole block; touch drags only its grip, so that the page can still be scrolled. */
  function pointer(block: CalendarBlock, column: number) {
    if (!block.session?.canMove && !block.meeting?.canMove) return {};
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const isGrip = (event.target as HTMLElement).closest("[data-grip]") !== null;
        if (event.button !== 0 || (event.pointerType !== "mouse" && !isGrip)) return;
        hasDragged.current = false;
        const { top } = event.currentTarget.getBoundingClientRect();
        drag.current = { x: event.clientX, y: event.clientY, offset: event.clientY - top, block, column };
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

  const columnRef = (i: number) => (list: HTMLElement | null) => {
    lists.current[i] = list;
  };
  return { pointer, columnRef };
}

interface DropColumns {
  lists: readonly (HTMLElement | null)[];
  columns: readonly MoveColumn[];
  isFixedColumn: boolean;
}

/** The column and minute of the day under the pointer, which stays at the point where the block was grabbed. */
function placeAt(
  { clientX, clientY }: { clientX: number; clientY: number },
  grabbed: Grabbed,
  { lists, columns, isFixedColumn }: DropColumns,
): { column: number; target: MoveTarget } | null {
  const found = isFixedColumn
    ? grabbed.column
    : lists.findIndex((list) => {
        const box = list?.getBoundingClientRect();
        return box ? clientX >= box.left && clientX < box.right : false;
      });
  const column = columns[found];
  const box = lists[found]?.getBoundingClientRect();
  if (!column || !box) return null;
  const length = Date.parse(grabbed.block.endsAt) - Date.parse(grabbed.block.startsAt);
  const minutes = ((clientY - grabbed.offset - box.top) / box.height) * span;
  const inHours = Math.min(Math.max(minutes, 0), Math.max(span - length / 60_000, 0));
  const roomId = column.roomId ?? grabbed.block.roomId ?? "";
  return { column: found, target: at(column.day, firstHour * 60 + inHours, length, roomId) };
}

interface WindowPointerOptions {
  onMove: (event: globalThis.PointerEvent) => void;
  onUp: () => void;
}

/** Listens on the window, since a drag leaves its block; always calls the handlers of the last render. */
function useWindowPointer(handlers: WindowPointerOptions) {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => latest.current.onMove(event);
    const onUp = () => latest.current.onUp();
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onUp);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onUp);
    };
  }, []);
}
