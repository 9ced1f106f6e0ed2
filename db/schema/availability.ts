import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref, tstzrange } from "./columns";
import { people } from "./people";
import { byColumns, inCounty } from "./references";
import { absenceKindEnum, availabilityMoodEnum } from "./words";

/** A person's usual week. Without any rows it is unknown, and only hours already taken make the person unavailable. */
export const weeklyHours = pgTable(
  "weekly_hours",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    /** 1 = Monday … 7 = Sunday, local time of Shanghai. */
    weekday: smallint("weekday").notNull(),
    fromTime: time("from_time").notNull(),
    untilTime: time("until_time").notNull(),
    mood: availabilityMoodEnum("mood").notNull().default("free"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.weekday, t.fromTime] }),
    inCounty("weekly_hours_of_person", t, t.personId, people),
    check("weekly_hours_weekday_range", sql`${t.weekday} between 1 and 7`),
    check("weekly_hours_from_before_until", sql`${t.fromTime} < ${t.untilTime}`),
  ],
);

/** Leave, court days and blocked hours. The note is their own; others learn that they are not free. */
export const absences = pgTable(
  "absences",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    personId: ref("person_id").notNull(),
    during: tstzrange("during").notNull(),
    kind: absenceKindEnum("kind").notNull(),
    note: text("note").notNull().default(""),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("absences_of_person", t, t.personId, people),
    check(
      "absences_during_whole",
      sql`not isempty(${t.during}) and not lower_inf(${t.during}) and not upper_inf(${t.during})`,
    ),
    index("absences_by_person").on(t.countyId, t.personId),
  ],
);

/** A person's calendar elsewhere, read from an ICS address. The address is as secret as a password and never shown whole. */
export const importedCalendars = pgTable(
  "imported_calendars",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    personId: ref("person_id").notNull(),
    address: text("address").notNull(),
    label: text("label").notNull().default(""),
    addedAt: moment("added_at").notNull(),
    readAt: moment("read_at"),
    etag: text("etag").notNull().default(""),
    /** Why the last reading failed, a code of the catalogue; "" when it went well. */
    problem: text("problem").notNull().default(""),
    /** Entries the last reading could not understand, by their starts as the file writes them. */
    unread: text("unread").array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("imported_calendars_within_person").on(t.countyId, t.personId, t.id),
    unique("imported_calendars_address_once").on(t.countyId, t.personId, t.address),
    inCounty("imported_calendars_of_person", t, t.personId, people),
  ],
);

/** Time taken according to an imported calendar: from and to, nothing of what it is. */
export const importedBusy = pgTable(
  "imported_busy",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    calendarId: ref("calendar_id").notNull(),
    personId: ref("person_id").notNull(),
    during: tstzrange("during").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    byColumns(
      "imported_busy_of_calendar",
      [t.countyId, t.personId, t.calendarId],
      [importedCalendars.countyId, importedCalendars.personId, importedCalendars.id],
    ).onDelete("cascade"),
    check("imported_busy_during_not_empty", sql`not isempty(${t.during})`),
    index("imported_busy_by_person").on(t.countyId, t.personId),
  ],
);
