import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { counties } from "./places";
import { actorKindEnum } from "./words";

/** Head of each hash chain; the row lock orders the appends. Chain = dispute id, or county id for acts without a dispute. */
export const eventHeads = pgTable(
  "event_heads",
  {
    countyId: countyId(),
    chain: ref("chain").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.chain] })],
);

/** Time line, audit trail and outbox at once. Payload holds words, ids and masked values, never confidential text. */
export const events = pgTable(
  "events",
  {
    countyId: countyId(),
    chain: ref("chain").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    disputeId: ref("dispute_id"),
    proceedingId: ref("proceeding_id"),
    actorId: ref("actor_id"),
    actorKind: actorKindEnum("actor_kind").notNull(),
    action: text("action").notNull(),
    /** Microseconds since 1970, as hashed; the same instant in every time zone. */
    atUs: bigint("at_us", { mode: "number" }).notNull(),
    /** JSON text exactly as hashed. */
    payload: text("payload").notNull(),
    prev: text("prev").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.chain, t.seq] }),
    index("events_by_dispute").on(t.countyId, t.disputeId, t.seq.desc()),
    index("events_by_actor").on(t.countyId, t.actorId, t.atUs.desc()),
  ],
);

/** Same key and body replays the stored answer; another body is refused. Pruned after 7 days. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    countyId: countyId(),
    actorId: ref("actor_id").notNull(),
    key: uuid("key").notNull(),
    action: text("action").notNull(),
    bodyHash: text("body_hash").notNull(),
    response: jsonb("response"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.actorId, t.key] }), index("idempotency_keys_by_age").on(t.createdAt)],
);

/** Gapless numbers: the row lock is the allocation. Scope = station or committee id. */
export const counters = pgTable(
  "counters",
  {
    countyId: countyId(),
    scope: ref("scope").notNull(),
    kind: text("kind").notNull(),
    year: integer("year").notNull(),
    value: integer("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.scope, t.kind, t.year] })],
);

/** Statutory clocks and local settings of a county from a day on; defaults live in server/rules. */
export const rules = pgTable(
  "rules",
  {
    countyId: countyId().references(() => counties.id),
    key: text("key").notNull(),
    validFrom: day("valid_from").notNull(),
    value: integer("value").notNull(),
    source: text("source").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.key, t.validFrom] })],
);

/** Days the State Council notice (or a local one) makes working or free, beyond the shipped calendar. */
export const dayOverrides = pgTable(
  "day_overrides",
  {
    countyId: countyId().references(() => counties.id),
    day: day("day").notNull(),
    isWorkday: boolean("is_workday").notNull(),
    note: text("note").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.day] })],
);
