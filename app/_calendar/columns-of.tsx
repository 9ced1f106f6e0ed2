import type { CalendarBlock, CalendarView } from "@/server/sessions/reads/calendar";
import { dayOf, isOn, partOn } from "./days";
import type { TimeColumn } from "./time-grid";
import type { Wanted } from "./view";

/** The blocks of a view: the reader's own and those they may see, a room's, or a person's. */
export function blocksOf({ scope, of }: Wanted, { blocks, people }: CalendarView): CalendarBlock[] {
  if (scope === "people") {
    const person = of || people[0]?.id;
    return blocks.filter(({ personIds }) => personIds.includes(person ?? ""));
  }
  if (scope === "rooms") return blocks.filter(({ roomId }) => roomId !== null && (!of || roomId === of));
  return blocks.filter((block) => block.session || block.meeting || block.isMine);
}

interface Words {
  date: (day: string) => string;
  elsewhere: string;
}

/** Columns of a week's days, or of one day's rooms or people. */
export function columnsOf(wanted: Wanted, found: CalendarView, now: Date, words: Words): TimeColumn[] {
  const { view, scope, day } = wanted;
  if (view === "week") {
    const blocks = blocksOf(wanted, found);
    return found.days.map(({ day: one }) => ({
      key: one,
      head: words.date(one),
      day: one,
      roomId: null,
      isToday: one === dayOf(now),
      blocks: blocks.filter((block) => isOn(block, one)).map((block) => partOn(block, one)),
    }));
  }
  if (scope === "people") {
    return found.people.map((person) => ({
      key: person.id,
      head: (
        <>
          {person.name} <span>{person.post}</span>
        </>
      ),
      day,
      roomId: null,
      blocks: found.blocks.filter(({ personIds }) => personIds.includes(person.id)).map((block) => partOn(block, day)),
    }));
  }
  const blocks = blocksOf({ ...wanted, of: "" }, found);
  const known = new Set(found.rooms.map(({ id }) => id));
  const elsewhere = blocks.filter(({ roomId }) => roomId === null || !known.has(roomId));
  return [
    ...found.rooms.map((room) => ({
      key: room.id,
      head: (
        <>
          {room.name} <span>{room.point}</span>
        </>
      ),
      day,
      roomId: room.id,
      blocks: blocks.filter(({ roomId }) => roomId === room.id),
    })),
    ...(elsewhere.length > 0
      ? [
          {
            key: "elsewhere",
            head: words.elsewhere,
            day,
            roomId: null,
            blocks: elsewhere.map((block) => partOn(block, day)),
          },
        ]
      : []),
  ];
}
