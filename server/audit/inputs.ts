import * as z from "zod";
import { type AuditKind, auditKinds } from "@/db/vocabulary-events";

const kinds = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
const instant = z.iso.datetime({ offset: true });

/** Entries of one kind or all, of people whose name contains `name`, in [from, until); `after` is the last one shown. */
export const auditTrailInput = z.strictObject({
  until: instant,
  from: instant.nullable().default(null),
  kind: z.enum(kinds).nullable().default(null),
  name: z.string().trim().max(40).default(""),
  after: z
    .strictObject({ atUs: z.int().min(0), chain: z.uuid(), seq: z.int().min(1) })
    .nullable()
    .default(null),
});
export type AuditTrailInput = z.output<typeof auditTrailInput>;
