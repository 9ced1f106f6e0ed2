import { sql } from "drizzle-orm";
import type { AbsenceKind } from "@/db/vocabulary";
import type { Context } from "../kernel/context";
import { asActor } from "../kernel/transaction";
import type { WeekSpan } from "./choices";
import type { ClashesInput } from "./inputs";
import { type BookedThen, bookedRows, bookedThen } from "./parts/booked-then";
import { shownAddress } from "./parts/calendar-address";
import { coversSpan } from "./parts/week";
import { weekSpan } from "./parts/week-span";

export interface OwnAbsence {
  id: string;
  kind: AbsenceKind;
  from: string;
  to: string;
  note: string;
}

export interface OwnCalendar {
  id: string;
  label: string;
  /** The host alone; the rest of the address is as secret as a password. */
  host: string;
  addedAt: string;
  /** When it was last read well; null before the first time. */
  readAt: string | null;
  /** "" when the last reading went well, else a code of `availability.calendarProblems`. */
  problem: string;
  /** Entries that could not be understood, by their starts as the calendar writes them: "20261202T090000", or a day alone. */
  unread: string[];
  /** Spans of taken time it gives for the coming 60 days. */
  spans: number;
}

/** Why a booking conflicts with their times: an absence, another calendar, or outside their usual week. */
export type ClashReason = "absence" | "elsewhere" | "outsideWeek";
export interface OwnClash extends BookedThen {
  reason: ClashReason;
}

export interface OwnAvailability {
  week: WeekSpan[];
  /** What is not over yet, earliest first. */
  absences: OwnAbsence[];
  calendars: OwnCalendar[];
  clashes: OwnClash[];
}

type Ahead = { card: BookedThen; reason: ClashReason | null };

/** The actor's own week, coming absences, imported calendars, and bookings that conflict with them. One statement. */
export function ownAvailability(ctx: Context): Promise<OwnAvailability> {
  const { actor, now } = ctx;
  const mine = sql`county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid`;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{
      week: WeekSpan[];
      absences: OwnAbsence[];
      calendars: (OwnCalendar & { address: string })[];
      ahead: Ahead[];
    }>(sql`
      with ahead as (select b.*, case
            when exists (select from absences a where a.county_id = ${actor.countyId}::uuid and a.person_id = ${actor.personId}::uuid and a.during && b.during)
              then 'absence'
            when exists (select from imported_busy i where i.county_id = ${actor.countyId}::uuid and i.person_id = ${actor.personId}::uuid and i.during && b.during)
              then 'elsewhere' end as reason
        from (${bookedRows(ctx, now, null)}) b order by lower(b.during) limit 200)
      select
        (select coalesce(jsonb_agg(to_jsonb(w) order by w.weekday, w."from"), '[]') from (select ${weekSpan} from weekly_hours where ${mine}) w) as week,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'from', lower(during), 'to', upper(during), 'note', note)
            order by during), '[]')
          from absences where ${mine} and upper(during) > ${now.toISOString()}::timestamptz) as absences,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'label', c.label, 'address', c.address, 'addedAt', c.added_at, 'readAt', c.read_at,
            'problem', c.problem, 'unread', c.unread, 'spans', (select count(*) from imported_busy i
              where i.county_id = c.county_id and i.calendar_id = c.id and upper(i.during) > ${now.toISOString()}::timestamptz)) order by c.id), '[]')
          from imported_calendars c where ${mine}) as calendars,
        (select coalesce(jsonb_agg(jsonb_build_object('card', card, 'reason', reason) order by lower(during)), '[]') from ahead) as ahead`);
    if (!row) return { week: [], absences: [], calendars: [], clashes: [] };
    return {
      week: row.week,
      absences: row.absences,
      calendars: row.calendars.map(({ address, ...calendar }) => ({ ...calendar, host: shownAddress(address) })),
      clashes: row.ahead.flatMap(({ card, reason }) => {
        const why =
          reason ?? (coversSpan(row.week, new Date(card.startsAt), new Date(card.endsAt)) ? null : "outsideWeek");
        return why ? [{ ...card, reason: why }] : [];
      }),
    };
  });
}

/** What is booked in a span the actor is about to mark as an absence. */
export function clashes(ctx: Context, { from, to }: ClashesInput): Promise<BookedThen[]> {
  return asActor(ctx, (tx) => bookedThen(tx, ctx, new Date(from), new Date(to)));
}
