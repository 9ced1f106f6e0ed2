import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { rooms, stations } from "./places";
import { inCounty } from "./references";
import { meetingStatusEnum } from "./words";

/** A weekly town-hall meeting 恳谈会: open talk, no dispute. Its meetings are booked one by one in the same slot table. */
export const townHalls = pgTable(
  "town_halls",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    title: text("title").notNull(),
    roomId: ref("room_id").notNull(),
    chairId: ref("chair_id").notNull(),
    /** 1 = Monday … 7 = Sunday, local time of Shanghai. */
    weekday: smallint("weekday").notNull(),
    startsAt: time("starts_at").notNull(),
    minutes: smallint("minutes").notNull(),
    fromDay: day("from_day").notNull(),
    untilDay: day("until_day").notNull(),
    createdBy: ref("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    cancelledAt: moment("cancelled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("town_halls_of_station", t, t.stationId, stations),
    inCounty("town_halls_in_room", t, t.roomId, rooms),
    inCounty("town_halls_chair_known", t, t.chairId, people),
    check("town_halls_weekday_range", sql`${t.weekday} between 1 and 7`),
    check("town_halls_minutes_range", sql`${t.minutes} between 15 and 480`),
    check("town_halls_from_before_until", sql`${t.fromDay} <= ${t.untilDay} and ${t.untilDay} <= ${t.fromDay} + 366`),
    index("town_halls_by_station").on(t.countyId, t.stationId, t.fromDay),
  ],
);

/** One meeting of the series; it may be moved or cancelled alone. */
export const townHallMeetings = pgTable(
  "town_hall_meetings",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    townHallId: ref("town_hall_id").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    roomId: ref("room_id").notNull(),
    status: meetingStatusEnum("status").notNull().default("booked"),
    /** What was raised, in a few lines; what becomes a dispute is registered as one. */
    summary: text("summary").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("town_hall_meetings_start_once").on(t.countyId, t.townHallId, t.startsAt),
    inCounty("town_hall_meetings_of_series", t, t.townHallId, townHalls),
    inCounty("town_hall_meetings_in_room", t, t.roomId, rooms),
    check("town_hall_meetings_start_before_end", sql`${t.startsAt} < ${t.endsAt}`),
    index("town_hall_meetings_by_start").on(t.countyId, t.startsAt),
  ],
);
