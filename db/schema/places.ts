import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref, rowVersion } from "./columns";
import { inCounty } from "./references";
import { pointKindEnum } from "./words";

export const counties = pgTable("counties", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  /** The name in English, shown beside it to whoever reads English; empty where nobody gave one. */
  nameEn: text("name_en").notNull().default(""),
});

/** A police station: host of the mediation room, and the unit every dispute is counted under. */
export const stations = pgTable(
  "stations",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The name in English, shown beside it to whoever reads English; empty where nobody gave one. */
    nameEn: text("name_en").notNull().default(""),
    /** Two to four capital letters that open each dispute number, e.g. LW in LW-2026-0417. */
    code: text("code").notNull(),
    disabledAt: moment("disabled_at"),
    /** The station that took its work, people and places when it closed. */
    successorId: ref("successor_id"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("stations_successor_known", t, t.successorId, { countyId: t.countyId, id: t.id }),
    unique("stations_name_once").on(t.countyId, t.name),
    unique("stations_code_once").on(t.countyId, t.code),
    check("stations_code_shape", sql`${t.code} ~ '^[A-Z]{2,4}$'`),
  ],
);

/** People's mediation committee; its seal makes written agreements effective (人民调解法 29). */
export const committees = pgTable(
  "committees",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The name in English, shown beside it to whoever reads English; empty where nobody gave one. */
    nameEn: text("name_en").notNull().default(""),
    /** The characters inside a dossier number: （2026）柳人调字第 087 号. */
    dossierWord: text("dossier_word").notNull(),
    disabledAt: moment("disabled_at"),
    /** The committee that took its work and people when it closed. */
    successorId: ref("successor_id"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("committees_successor_known", t, t.successorId, { countyId: t.countyId, id: t.id }),
    unique("committees_name_once").on(t.countyId, t.name),
  ],
);

/** The "N": a node of the tree county → station → point. */
export const contactPoints = pgTable(
  "contact_points",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    stationId: ref("station_id").notNull(),
    kind: pointKindEnum("kind").notNull(),
    name: text("name").notNull(),
    /** The name in English, shown beside it to whoever reads English; empty where nobody gave one. */
    nameEn: text("name_en").notNull().default(""),
    address: text("address").notNull().default(""),
    phone: text("phone").notNull().default(""),
    disabledAt: moment("disabled_at"),
    /** The point of the same station that took its work when it closed. */
    successorId: ref("successor_id"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("contact_points_of_station", t, t.stationId, stations),
    inCounty("contact_points_successor_known", t, t.successorId, { countyId: t.countyId, id: t.id }),
    unique("contact_points_name_once").on(t.countyId, t.stationId, t.name),
  ],
);

export const rooms = pgTable(
  "rooms",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    pointId: ref("point_id").notNull(),
    name: text("name").notNull(),
    /** The name in English, shown beside it to whoever reads English; empty where nobody gave one. */
    nameEn: text("name_en").notNull().default(""),
    seats: integer("seats").notNull(),
    disabledAt: moment("disabled_at"),
    /** The room of the same station that took its sessions to come when it closed. */
    successorId: ref("successor_id"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("rooms_of_point", t, t.pointId, contactPoints),
    inCounty("rooms_successor_known", t, t.successorId, { countyId: t.countyId, id: t.id }),
    unique("rooms_name_once").on(t.countyId, t.pointId, t.name),
    unique("rooms_within_point").on(t.countyId, t.pointId, t.id),
    check("rooms_seats_range", sql`${t.seats} between 2 and 200`),
  ],
);

/** Opening hours; weekday 1 = Monday … 7 = Sunday, times of day in Asia/Shanghai. */
export const roomHours = pgTable(
  "room_hours",
  {
    countyId: countyId(),
    roomId: ref("room_id").notNull(),
    weekday: smallint("weekday").notNull(),
    opensAt: time("opens_at").notNull(),
    closesAt: time("closes_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.roomId, t.weekday] }),
    inCounty("room_hours_of_room", t, t.roomId, rooms),
    check("room_hours_weekday_range", sql`${t.weekday} between 1 and 7`),
    check("room_hours_open_before_close", sql`${t.opensAt} < ${t.closesAt}`),
  ],
);
