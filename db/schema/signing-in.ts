import { index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
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

/** The second factor of an account: a secret for one-time codes, encrypted with a key outside the database. */
export const secondFactors = pgTable(
  "second_factors",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    secret: text("secret").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Null until a code of it was typed; only then it is asked for. */
    confirmedAt: moment("confirmed_at"),
    /** The newest step whose code was used: each code counts once. */
    lastStep: integer("last_step").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId] }),
    byColumns("second_factors_of_account", [t.countyId, t.personId], [accounts.countyId, accounts.personId]),
  ],
);

/** Codes for the day the phone is lost, by their SHA-256; each counts once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    codeHash: text("code_hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.codeHash] }),
    byColumns("recovery_codes_of_account", [t.countyId, t.personId], [accounts.countyId, accounts.personId]),
  ],
);

/** Which account a subject of the single sign-on provider belongs to. Bound by the person themselves, never by a mail address. */
export const boundSubjects = pgTable(
  "bound_subjects",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    countyId: countyId(),
    personId: ref("person_id").notNull(),
    boundAt: moment("bound_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    byColumns("bound_subjects_of_account", [t.countyId, t.personId], [accounts.countyId, accounts.personId]),
    unique("bound_subjects_once_per_account").on(t.countyId, t.personId, t.issuer),
  ],
);
