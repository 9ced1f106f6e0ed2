import { sql } from "drizzle-orm";
import { type AuditKind, auditKinds } from "@/db/vocabulary-events";
import type { Context } from "../../kernel/context";
import { addDays, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { AuditTrailInput } from "../inputs";

/** One entry: what was read, searched, refused, printed, or a sign-in. */
export interface AuditEntry {
  atUs: number;
  chain: string;
  seq: number;
  /** ISO text. */
  at: string;
  kind: AuditKind;
  action: string;
  who: string | null;
  post: string;
  dispute: { id: string; number: string } | null;
  /** The policy action that was asked or refused. */
  what: string | null;
  /** What was searched for, shortened. */
  terms: readonly string[];
  /** Lines of a sheet that was exported; null of everything else. */
  lines: number | null;
  /** Why a phone was revealed, or the checkpoints began anew and by whom. */
  reason: string;
}
export interface AuditPage {
  rows: AuditEntry[];
  next: { atUs: number; chain: string; seq: number } | null;
}

const pageSize = 50;
const kindOf = new Map<string, AuditKind>(
  (Object.entries(auditKinds) as [AuditKind, readonly string[]][]).flatMap(([kind, actions]) =>
    actions.map((action): [string, AuditKind] => [action, kind]),
  ),
);

/** The audit as far as the reader is entitled to it (app.audit_trail), newest first, by keyset. */
export function auditTrail(ctx: Context, { until, day, kind, name, after }: AuditTrailInput): Promise<AuditPage> {
  const actions = kind ? auditKinds[kind] : Object.values(auditKinds).flat();
  const list = sql.join(
    actions.map((action) => sql`${action}`),
    sql`, `,
  );
  const us = (instant: Date) => instant.getTime() * 1000;
  const from = day ? us(instantOf(day, "00:00")) : 0;
  const end = Math.min(us(new Date(until)), day ? us(instantOf(addDays(day, 1), "00:00")) : Number.POSITIVE_INFINITY);
  return asActor(ctx, async (tx) => {
    const found = await tx.execute<
      Record<string, unknown> & {
        at_us: string;
        chain: string;
        seq: string;
        action: string;
        who: string | null;
        post: string | null;
        dispute_id: string | null;
        number: string | null;
        payload: { what?: string; terms?: string[]; reason?: string; by?: string; rows?: number };
      }
    >(sql`select * from app.audit_trail(array[${list}]::text[], ${name}, ${from}::bigint, ${end}::bigint,
      ${after?.atUs ?? null}::bigint, ${after?.chain ?? null}::uuid, ${after?.seq ?? null}::bigint, ${pageSize + 1})`);
    const rows = found.slice(0, pageSize).map(({ at_us, action, dispute_id, number, payload, ...row }): AuditEntry => {
      const atUs = Number(at_us);
      return {
        atUs,
        chain: row.chain,
        seq: Number(row.seq),
        at: new Date(atUs / 1000).toISOString(),
        kind: kindOf.get(action) ?? "refuse",
        action,
        who: row.who,
        post: row.post ?? "",
        dispute: dispute_id && number ? { id: dispute_id, number } : null,
        what: payload.what ?? null,
        terms: payload.terms ?? [],
        lines: payload.rows ?? null,
        reason: [payload.reason, payload.by].filter(Boolean).join(" · "),
      };
    });
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return { rows, next: last ? { atUs: last.atUs, chain: last.chain, seq: last.seq } : null };
  });
}
