import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { countyId, day, moment, ref, rowVersion } from "./columns";
import { isHashed, phoneHash } from "./encrypted";
import { committees, contactPoints, counties, stations } from "./places";
import { byColumns, inCounty } from "./references";
import { units } from "./units";
import { localeEnum, roleEnum } from "./words";

/** Staff and helpers, never parties. One main role each; force members are experts with forces, or hold that role beside theirs. */
export const people = pgTable(
  "people",
  {
    countyId: countyId().references(() => counties.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    role: roleEnum("role").notNull(),
    /** A colleague's or helper's number at work, which the directory shows: not encrypted. The hash finds it among encrypted ones. */
    phone: text("phone").notNull().default(""),
    phoneHash: phoneHash(),
    /** Office as shown beside the name, e.g. 柳湾人民法庭法官. */
    post: text("post").notNull().default(""),
    /** The same in English, shown beside it to whoever reads English. */
    postEn: text("post_en").notNull().default(""),
    employer: text("employer").notNull().default(""),
    email: text("email").notNull().default(""),
    /** The partner unit; its lead is told when the person repeatedly leaves invitations unanswered. */
    unitId: ref("unit_id"),
    /** Where a force member helps: free words, a street, a village, a grid. */
    area: text("area").notNull().default(""),
    stationId: ref("station_id"),
    committeeId: ref("committee_id"),
    pointId: ref("point_id"),
    deputyId: ref("deputy_id"),
    disabledAt: moment("disabled_at"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("people_of_station", t, t.stationId, stations),
    inCounty("people_of_committee", t, t.committeeId, committees),
    inCounty("people_of_point", t, t.pointId, contactPoints),
    inCounty("people_of_unit", t, t.unitId, units),
    inCounty("people_deputy_known", t, t.deputyId, t),
    check("people_phone_hashed", isHashed(t.phone, t.phoneHash)),
    check("people_not_own_deputy", sql`${t.deputyId} is distinct from ${t.id}`),
    check(
      "people_workplace_by_role",
      sql`case ${t.role} when 'mediator' then ${t.committeeId} is not null and ${t.stationId} is not null
        when 'committeeHead' then ${t.committeeId} is not null
        when 'officer' then ${t.stationId} is not null when 'stationHead' then ${t.stationId} is not null
        when 'gridMember' then ${t.stationId} is not null else true end`,
    ),
    index("people_by_role").on(t.countyId, t.role, t.name),
    // Each list names the head of each dispute's station.
    index("people_heads").on(t.countyId, t.stationId).where(sql`${t.role} = 'stationHead' and ${t.disabledAt} is null`),
  ],
);

export const accounts = pgTable(
  "accounts",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    username: text("username").notNull(),
    passwordHash: text("password_hash").notNull(),
    mustChangePassword: boolean("must_change_password").notNull().default(true),
    /** Chosen language; null follows the browser's cookie. */
    locale: localeEnum("locale"),
    disabledAt: moment("disabled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId] }),
    inCounty("accounts_of_person", t, t.personId, people),
    uniqueIndex("accounts_username_once").on(sql`lower(${t.username})`),
  ],
);

/**
 * A role that somebody holds beside their main one. They act in one of them at a time (sign_ins.acting_role_id), so that no
 * right of the one is added to those of the other.
 */
export const personRoles = pgTable(
  "person_roles",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    personId: ref("person_id").notNull(),
    role: roleEnum("role").notNull(),
    stationId: ref("station_id"),
    /** The contact point they keep in this role. */
    pointId: ref("point_id"),
    fromOn: day("from_on").notNull(),
    /** The last day; null where nobody said one. */
    untilOn: day("until_on"),
    reason: text("reason").notNull(),
    givenBy: ref("given_by").notNull(),
    givenAt: moment("given_at").notNull(),
    endedReason: text("ended_reason").notNull().default(""),
    endedBy: ref("ended_by"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("person_roles_of_one").on(t.countyId, t.personId, t.id),
    inCounty("person_roles_of_person", t, t.personId, people),
    inCounty("person_roles_of_station", t, t.stationId, stations),
    inCounty("person_roles_of_point", t, t.pointId, contactPoints),
    inCounty("person_roles_given_by", t, t.givenBy, people),
    inCounty("person_roles_ended_by", t, t.endedBy, people),
    check(
      "person_roles_workplace_by_role",
      sql`case ${t.role} when 'mediator' then ${t.stationId} is not null and ${t.pointId} is null
        when 'gridMember' then ${t.stationId} is not null when 'expert' then ${t.stationId} is null else false end`,
    ),
    check("person_roles_span", sql`${t.untilOn} >= ${t.fromOn}`),
    check(
      "person_roles_ended_whole",
      sql`num_nulls(${t.endedBy}, ${t.endedAt}) in (0, 2) and (${t.endedAt} is null) = (${t.endedReason} = '')`,
    ),
    uniqueIndex("person_roles_once").on(t.countyId, t.personId, t.role).where(sql`${t.endedAt} is null`),
    index("person_roles_by_point").on(t.countyId, t.pointId).where(sql`${t.endedAt} is null`),
  ],
);

/** One row per signed-in browser; the cookie holds the id, this table its SHA-256. */
export const signIns = pgTable(
  "sign_ins",
  {
    idHash: text("id_hash").primaryKey(),
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    createdAt: moment("created_at").notNull(),
    seenAt: moment("seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    /** Browser and system in words, e.g. "Edge · Windows", so that people recognise their own machines. */
    device: text("device").notNull().default(""),
    /** The address it came from; empty where none could be told. */
    origin: text("origin").notNull().default(""),
    /** Until when it may bind a subject of the single sign-on provider to its account. */
    bindsUntil: moment("binds_until"),
    /** The role it acts in; null: the person's main one. */
    actingRoleId: ref("acting_role_id"),
  },
  (t) => [
    byColumns("sign_ins_of_account", [t.countyId, t.personId], [accounts.countyId, accounts.personId]),
    byColumns(
      "sign_ins_acting_role",
      [t.countyId, t.personId, t.actingRoleId],
      [personRoles.countyId, personRoles.personId, personRoles.id],
    ),
    index("sign_ins_by_person").on(t.countyId, t.personId),
  ],
);

/** The "8" and more: reference data of a county; the first eight by sort take the board's seats. */
export const forces = pgTable(
  "forces",
  {
    countyId: countyId().references(() => counties.id),
    code: text("code").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    shortZh: text("short_zh").notNull(),
    shortEn: text("short_en").notNull(),
    sort: integer("sort").notNull(),
    disabledAt: moment("disabled_at"),
    version: rowVersion(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.code] }),
    unique("forces_sort_once").on(t.countyId, t.sort),
    check("forces_code_shape", sql`${t.code} ~ '^[a-z][A-Za-z0-9]{1,31}$'`),
  ],
);

export const personForces = pgTable(
  "person_forces",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    forceCode: text("force_code").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.forceCode] }),
    inCounty("person_forces_of_person", t, t.personId, people),
    byColumns("person_forces_of_force", [t.countyId, t.forceCode], [forces.countyId, forces.code]),
    index("person_forces_by_force").on(t.countyId, t.forceCode),
  ],
);

/** Counters of rate-limiter-flexible; shared by all web processes. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: moment("expire"),
});
