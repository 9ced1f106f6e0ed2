"use client";
import type { KeyboardEvent } from "react";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import { pressMoveKey } from "./press-move-key";
import { useMovePointer } from "./use-move-pointer";
import { type MoveColumn, useMoving } from "./use-moving";

/** Picking up, dragging and dropping a booking of the grid, by pointer and by keys. */
export function useMove(columns: readonly MoveColumn[], isFixedColumn: boolean) {
  const steps = useMoving(columns);
  const { pointer, columnRef } = useMovePointer({ columns, isFixedColumn, steps });
  const press = (event: KeyboardEvent, block: CalendarBlock, column: number) =>
    pressMoveKey(event, { block, column }, { columns, isFixedColumn, steps });
  return { moving: steps.moving, putBack: steps.putBack, press, pointer, columnRef };
}
export type Move = ReturnType<typeof useMove>;
