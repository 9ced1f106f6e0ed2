import type { Page } from "@playwright/test";
import { addDays, dayOf, instantOf, weekdayOf } from "@/server/kernel/shanghai";
import type { DayLine } from "@/server/sessions/reads/rooms";
import { freeStarts } from "@/server/slots/free-starts";
import { ask, must } from "./api";

interface Wanted {
  room: { id: string };
  personIds: readonly string[];
  minutes: number;
  /** From when on, as ISO text; the fortnight after it is looked through. */
  from: string;
}

/** Starts on the first day on which room and people are free for so long, as ISO text: read off the board of each day. */
export async function freeTimes(asker: Page, { room, personIds, minutes, from }: Wanted): Promise<string[]> {
  for (let day = dayOf(new Date(from)), last = addDays(day, 14); day <= last; day = addDays(day, 1)) {
    const lines = await must(ask<DayLine[]>(asker, "sessions.dayBoard", { day, personIds }));
    const own = lines.find(({ id }) => id === room.id);
    if (!own?.opens || !own.closes) continue;
    const asked = lines.filter(({ id }) => id === room.id || personIds.includes(id));
    const busy = asked.flatMap((line) =>
      line.busy.map((span) => ({ from: new Date(span.from), to: new Date(span.to) })),
    );
    const begins = new Date(Math.max(Date.parse(from), instantOf(day, own.opens).getTime()));
    const hours = new Map([[weekdayOf(day), { opens: own.opens, closes: own.closes }]]);
    const starts = freeStarts({ hours, busy, minutes, from: begins, max: 8 });
    const today = starts.filter((start) => dayOf(start) === day);
    if (today.length > 0) return today.map((start) => start.toISOString());
  }
  return [];
}
