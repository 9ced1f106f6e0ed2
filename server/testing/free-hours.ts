import { addDays, dayOf, instantOf, weekdayOf } from "../kernel/shanghai";
import type { DayLine } from "../sessions/reads/rooms";
import { freeStarts } from "../slots/free-starts";

export type { DayLine };

interface Wanted {
  room: { id: string };
  personIds: readonly string[];
  minutes: number;
  /** From when on, as ISO text; the fortnight after it is looked through. */
  from: string;
}

/** Starts on the first day on which room and people are free for so long, as ISO text, read off the board of each day. */
export async function freeHours(
  boardOf: (asked: { day: string; personIds: readonly string[] }) => Promise<DayLine[]>,
  { room, personIds, minutes, from }: Wanted,
): Promise<string[]> {
  const first = dayOf(new Date(from));
  for (let day = first; day <= addDays(first, 14); day = addDays(day, 1)) {
    const lines = await boardOf({ day, personIds });
    const own = lines.find(({ id }) => id === room.id);
    if (!own?.opens || !own.closes) continue;
    const busy = lines
      .filter(({ id }) => id === room.id || personIds.includes(id))
      .flatMap((line) => line.busy.map((span) => ({ from: new Date(span.from), to: new Date(span.to) })));
    const begins = new Date(Math.max(Date.parse(from), instantOf(day, own.opens).getTime()));
    const hours = new Map([[weekdayOf(day), { opens: own.opens, closes: own.closes }]]);
    // Further days have hours of their own, and what is taken then is not on this board.
    const starts = freeStarts({ hours, busy, minutes, from: begins, max: 8 }).filter((start) => dayOf(start) === day);
    if (starts.length > 0) return starts.map((start) => start.toISOString());
  }
  return [];
}
