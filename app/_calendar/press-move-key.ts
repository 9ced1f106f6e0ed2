import type { KeyboardEvent } from "react";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import { shifted, stepMinutes } from "./move-target";
import { firstHour, lastHour } from "./place-blocks";
import type { MoveColumn, MovingSteps } from "./use-moving";

interface MoveKeysOptions {
  columns: readonly MoveColumn[];
  isFixedColumn: boolean;
  steps: MovingSteps;
}

/** Moving by keys: Enter or Space picks up and drops, arrows move, Esc puts back. */
export function pressMoveKey(
  event: KeyboardEvent,
  { block, column }: { block: CalendarBlock; column: number },
  { columns, isFixedColumn, steps: { moving, pickUp, aim, drop, putBack } }: MoveKeysOptions,
) {
  const isMoving = moving?.block.id === block.id;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (isMoving) drop();
    else pickUp(block, column);
    return;
  }
  if (!isMoving || !moving) return;
  if (event.key === "Escape") {
    event.preventDefault();
    return putBack();
  }
  const minutes = { ArrowUp: -stepMinutes, ArrowDown: stepMinutes }[event.key];
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (minutes === undefined && aside === undefined) return;
  event.preventDefault();
  const wanted = isFixedColumn ? moving.column : moving.column + (aside ?? 0);
  const next = Math.min(Math.max(wanted, 0), columns.length - 1);
  const { day, roomId } = columns[next] ?? { day: "", roomId: null };
  aim(next, shifted(moving.target, { minutes, day, roomId: roomId ?? undefined, firstHour, lastHour }));
}
