import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { countyId, moment, ref } from "./columns";
import { accounts } from "./people";
import { byColumns } from "./references";

/** Browsers in which a person has signed in with the right password; the cookie holds the token, this its SHA-256. */
export const knownDevices = pgTable(
  "known_devices",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    usedAt: moment("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.tokenHash] }),
    byColumns("known_devices_of_account", [t.countyId, t.personId], [accounts.countyId, accounts.personId]),
  ],
);

/** Wrong tries to sign in, by hashed key, and until when the next one has to wait; shared by all web processes. */
export const signInTries = pgTable(
  "sign_in_tries",
  {
    key: text("key").primaryKey(),
    wrong: integer("wrong").notNull(),
    waitUntil: moment("wait_until").notNull(),
    forgetAt: moment("forget_at").notNull(),
  },
  (t) => [index("sign_in_tries_by_forget").on(t.forgetAt)],
);
