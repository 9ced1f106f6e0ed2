import { toWallClock } from "@/app/_ui/format/shanghai";
import type { useFormat } from "@/app/_ui/format/use-format";

/** The hours of a shift under the day on which it begins; another day of its end is named: 22:00–12月2日 08:00. */
export function shiftSpan({ from, until }: { from: string; until: string }, f: ReturnType<typeof useFormat>): string {
  const dayOf = (at: string | number) => toWallClock(new Date(at)).slice(0, 10);
  const [last, end] = [dayOf(Date.parse(until) - 1), f.time(until)];
  const to = last === dayOf(from) ? (end === "00:00" ? "24:00" : end) : `${f.day(last)} ${end}`;
  return `${f.time(from)}–${to}`;
}
