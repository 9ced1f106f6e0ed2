import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { EntryStatus, Locale } from "@/db/vocabulary";

/** A booking as a calendar may show it: where and when, never of which dispute or with whom. */
export interface CalendarEntry {
  /** Session or meeting. */
  bookingId: string;
  isMeeting: boolean;
  /** Held by video: the place is no room. */
  isVideo?: boolean;
  status: EntryStatus;
  startsAt: Date;
  endsAt: Date;
  /** Grows with every change of the booking, as clients demand. */
  sequence: number;
  changedAt: Date;
  /** Room, point and address; "" where unknown. */
  room: string;
  point: string;
  address: string;
}

/** All texts of a calendar file. It is read outside our pages, so they are not in the catalogues. */
const said = {
  "zh-CN": { session: "调解会", meeting: "恳谈会", own: "众调日程", video: "视频会" },
  en: { session: "Mediation session", meeting: "Town hall meeting", own: "Zhongtiao calendar", video: "By video" },
} as const satisfies Record<Locale, object>;

const states = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const uidOf = (bookingId: string) => `${bookingId}@zhongtiao`;

function eventOf(entry: CalendarEntry, locale: Locale) {
  return {
    id: uidOf(entry.bookingId),
    sequence: entry.sequence,
    // Times are in UTC: a time zone written into the file could contradict the reader's own.
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    summary: entry.isMeeting ? said[locale].meeting : said[locale].session,
    location: entry.isVideo
      ? said[locale].video
      : [entry.point, entry.room, entry.address].filter(Boolean).join(" ") || null,
    status: states[entry.status],
  };
}

/** The generator escapes line ends in what it calls text, but not in names. */
const oneLine = (name: string) => name.replace(/[\r\n]+/g, " ");

/** The text of a subscribed calendar. `name` is a room's; a person's own calendar is named by the product. */
export function feedText(entries: readonly CalendarEntry[], wanted: { name: string | null; locale: Locale }): string {
  const calendar = ical({
    prodId: { company: "zhongtiao", product: "calendar", language: wanted.locale === "en" ? "EN" : "ZH" },
    name: oneLine(wanted.name ?? said[wanted.locale].own),
    ttl: 15 * 60,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, wanted.locale));
  return `${calendar.toString()}\r\n`;
}

export interface InviteEntry extends CalendarEntry {
  locale: Locale;
  /** Sender and recipient with their mail addresses; a mail program needs both to accept or remove the entry. */
  from: { name: string; email: string };
  to: { name: string; email: string };
}

/** A name is written in double quotes, within which the format allows neither quotes nor line breaks. */
const plain = ({ name, email }: InviteEntry["to"]) => ({ name: name.replace(/["\p{Cc}]+/gu, " ").trim(), email });

/**
 * The `.ics` file of a mail about one booking: METHOD:REQUEST, or CANCEL once the entry is cancelled. UID and SEQUENCE
 * are those of the subscribed calendar, so that a program knows both for the same entry. Send as `text/calendar;
 * charset=utf-8; method=…`.
 */
export function invite(entry: InviteEntry): string {
  const isOver = entry.status === "cancelled";
  const calendar = ical({
    prodId: { company: "zhongtiao", product: "mail", language: entry.locale === "en" ? "EN" : "ZH" },
    method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    ...eventOf(entry, entry.locale),
    organizer: plain(entry.from),
    attendees: [{ ...plain(entry.to), role: ICalAttendeeRole.REQ, rsvp: false }],
  });
  return `${calendar.toString()}\r\n`;
}
