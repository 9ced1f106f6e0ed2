import * as z from "zod";
import { roles } from "@/db/vocabulary";
import { calendarDay, phone } from "../disputes/inputs";
import { filled, reason, words } from "../kernel/words";
import { usernameShape } from "./choices";

export const forceCode = z.string().regex(/^[a-z][A-Za-z0-9]{1,31}$/);
const place = z.uuid().nullable().default(null);

export const createPersonInput = z.strictObject({
  name: filled(60),
  role: z.enum(roles),
  phone: phone.default(""),
  post: words(60).default(""),
  /** Shown beside the post to whoever reads English; absent: as it was. */
  postEn: words(80).optional(),
  employer: words(60).default(""),
  area: words(60).default(""),
  stationId: place,
  committeeId: place,
  pointId: place,
  deputyId: place,
  /** Only experts have forces, and each has at least one. */
  forceCodes: z.array(forceCode).max(12).default([]),
});
export type CreatePersonInput = z.output<typeof createPersonInput>;
export const amendPersonInput = createPersonInput.extend({ personId: z.uuid(), personVersion: z.int() });
export type AmendPersonInput = z.output<typeof amendPersonInput>;

export const personIdInput = z.strictObject({ personId: z.uuid() });
export type PersonIdInput = z.output<typeof personIdInput>;
export const disablePersonInput = z.strictObject({ personId: z.uuid(), reason: reason(200) });
export type DisablePersonInput = z.output<typeof disablePersonInput>;

const username = z.string().trim().toLowerCase().max(32).regex(usernameShape);
export const createAccountInput = z.strictObject({ personId: z.uuid(), username });
export type CreateAccountInput = z.output<typeof createAccountInput>;

export const giveRoleInput = z.strictObject({
  personId: z.uuid(),
  role: z.enum(roles),
  stationId: place,
  pointId: place,
  /** Only of an expert. */
  forceCodes: z.array(forceCode).max(12).default([]),
  /** The last day; null where it has none. */
  untilOn: calendarDay.nullable().default(null),
  reason: reason(200),
});
export type GiveRoleInput = z.output<typeof giveRoleInput>;
export const endRoleInput = z.strictObject({ roleId: z.uuid(), reason: reason(200) });
export type EndRoleInput = z.output<typeof endRoleInput>;

export const peopleFilter = z.strictObject({
  q: words(40).default(""),
  role: z.enum(roles).nullable().default(null),
  stationId: z.uuid().nullable().default(null),
  /** People who left are kept, and shown when asked for. */
  state: z.enum(["inOffice", "left"]).default("inOffice"),
  /** The last person of the page before. */
  after: z.uuid().nullable().default(null),
});
export type PeopleFilter = z.output<typeof peopleFilter>;

export const directoryFilter = z.strictObject({ q: words(40).default(""), force: forceCode.nullable().default(null) });
export type DirectoryFilter = z.output<typeof directoryFilter>;
