import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { disputes } from "./disputes";
import { people } from "./people";
import { inCounty } from "./references";

/** The receipt of a registration, handed to whoever came: by its code anybody who holds it learns the stage, and nothing else. */
export const registrationSlips = pgTable(
  "registration_slips",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** SHA-256 of the code, which is worked out from the id and a key outside the database. */
    codeHash: text("code_hash").notNull(),
    madeBy: ref("made_by").notNull(),
    madeAt: moment("made_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedBy: ref("revoked_by"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("registration_slips_code_once").on(t.codeHash),
    inCounty("registration_slips_of_dispute", t, t.disputeId, disputes),
    inCounty("registration_slips_made_by", t, t.madeBy, people),
    inCounty("registration_slips_revoked_by", t, t.revokedBy, people),
    check(
      "registration_slips_shape",
      sql`${t.codeHash} ~ '^[0-9a-f]{64}$' and ${t.expiresAt} > ${t.madeAt} and (${t.revokedAt} is null) = (${t.revokedBy} is null)`,
    ),
    uniqueIndex("registration_slips_one_live").on(t.countyId, t.disputeId).where(sql`${t.revokedAt} is null`),
    index("registration_slips_by_dispute").on(t.countyId, t.disputeId),
  ],
);
