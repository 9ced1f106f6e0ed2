"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { MoveCheck } from "@/server/calendars/reads/move-check";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import { isPossible, judge, type MoveTarget, type Verdict } from "./move-target";

/** A column of the grid: its day, and its room where it has one. */
export interface MoveColumn {
  day: string;
  roomId: string | null;
}

/** A booking being moved: where it would go now, and what prevents that (null until the server has answered). */
export interface Moving {
  block: CalendarBlock;
  column: number;
  target: MoveTarget;
  verdict: Verdict | null;
  check: MoveCheck | null;
  /** Dropped on a possible place: the confirmation is open. */
  isDropped: boolean;
}

/** Only a possible place is confirmed; over others the booking stays picked up. With no answer yet, the drop waits. */
function dropped(moving: Moving): Moving | null {
  const { verdict } = moving;
  if (verdict?.state === "same") return null;
  return { ...moving, isDropped: !verdict || isPossible(verdict) };
}

function judged(moving: Moving): Moving | null {
  if (!moving.check) return moving;
  const verdict = judge(moving.check, moving.target, new Date());
  return moving.isDropped ? dropped({ ...moving, verdict }) : { ...moving, verdict };
}

/**
 * The booking being moved and the four steps of moving it. The server is asked once for all conflicts when a booking is
 * picked up; after that every place is judged here, before the drop.
 */
export function useMoving(columns: readonly MoveColumn[]) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [moving, setMoving] = useState<Moving | null>(null);

  function pickUp(block: CalendarBlock, column: number) {
    const days = columns.map(({ day }) => day).sort();
    const target = { roomId: block.roomId ?? "", startsAt: block.startsAt, endsAt: block.endsAt };
    setMoving({ block, column, target, verdict: null, check: null, isDropped: false });
    const asked = {
      bookingId: block.id,
      disputeId: block.session?.disputeId,
      from: days[0] ?? "",
      to: days.at(-1) ?? "",
    };
    void client
      .fetchQuery({ ...trpc.calendars.moveCheck.queryOptions(asked), staleTime: 0 })
      .then((check) => setMoving((now) => (now?.block.id === block.id ? judged({ ...now, check }) : now)))
      .catch(() => setMoving((now) => (now?.block.id === block.id ? null : now)));
  }

  function aim(column: number, target: MoveTarget) {
    setMoving((now) => now && judged({ ...now, column, target, isDropped: false }));
  }

  const drop = () => setMoving((now) => now && dropped(now));
  const putBack = () => setMoving(null);
  return { moving, pickUp, aim, drop, putBack };
}
export type MovingSteps = ReturnType<typeof useMoving>;
