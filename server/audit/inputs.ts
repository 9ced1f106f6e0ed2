import * as z from "zod";
import { type AuditKind, auditKinds } from "@/db/vocabulary-events";
import { calendarDay } from "../disputes/inputs";
import { instant, words } from "../kernel/words";

/** Kinds of entries, in the order of the page's filter. */
export const kinds = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];

/** Entries of one kind or all, of people whose name contains `name`, before `until`, of one day or all; `after` is the last shown. */
export const auditTrailInput = z.strictObject({
  until: instant,
  day: calendarDay.nullable().default(null),
  kind: z.enum(kinds).nullable().default(null),
  name: words(40).default(""),
  after: z
    .strictObject({ atUs: z.int().min(0), chain: z.uuid(), seq: z.int().min(1) })
    .nullable()
    .default(null),
});
export type AuditTrailInput = z.output<typeof auditTrailInput>;
