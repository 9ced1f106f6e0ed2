"use client";
import { concern } from "../concern";
import type { useTicks } from "./use-ticks";

/** Ticks made here that the server does not have yet. */
export type Ticks = ReturnType<typeof useTicks>;

export const [TicksContext, useAttendance] = concern<Ticks>("attendance");
