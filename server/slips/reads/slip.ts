import { sql } from "drizzle-orm";
import type { ProceedingStatus } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import { printedCode, slipCodeOf } from "../../access/link-secret";
import type { Action } from "../../access/policy";
import { allowedActions } from "../../disputes/reads/allowed";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";

/** What is printed for whoever came: who handles their matter and what comes next; nothing of what it is about. */
export interface Slip {
  disputeId: string;
  number: string;
  station: string;
  registeredAt: string;
  /** Until when somebody decides what becomes of it; null once that is decided. */
  triageDueAt: string | null;
  status: ProceedingStatus | null;
  wasRefused: boolean;
  /** Whoever leads it, else whoever registered it. */
  handler: { name: string; post: string; phone: string; leads: boolean };
  /** The slip that works; its code is null where the key it was made with is gone. */
  made: { madeAt: string; expiresAt: string; code: string | null } | null;
  allowed: Action[];
}

type Row = Omit<Slip, "allowed" | "made" | "handler"> & {
  name: string;
  post: string;
  phone: string;
  slipId: string | null;
  codeHash: string;
  madeAt: string;
  expiresAt: string;
};

export function slipOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<Slip> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, relations } = await readDispute(tx, actor, "slip.read", disputeId);
    const handlerId = proceeding?.leadPersonId ?? dispute.registeredBy;
    const [row] = await tx.execute<Row & Record<string, unknown>>(sql`
      select st.name as station, w.name, w.post, w.phone, s.id as "slipId", s.code_hash as "codeHash",
        ${isoText(sql`s.made_at`)} as "madeAt", ${isoText(sql`s.expires_at`)} as "expiresAt"
      from stations st
      join people w on w.county_id = st.county_id and w.id = ${handlerId}::uuid
      left join registration_slips s on s.county_id = st.county_id and s.dispute_id = ${disputeId}::uuid and s.revoked_at is null
        and s.expires_at > ${ctx.now.toISOString()}::timestamptz
      where st.county_id = ${actor.countyId}::uuid and st.id = ${dispute.stationId}::uuid`);
    if (!row) throw new Error("a dispute has its station and whoever registered it");
    const { slipId, codeHash, madeAt, expiresAt, name, post, phone, station } = row;
    const code = slipId ? slipCodeOf(slipId, codeHash) : null;
    return {
      disputeId,
      number: dispute.number,
      station,
      registeredAt: dispute.registeredAt.toISOString(),
      triageDueAt: proceeding || dispute.notAcceptedAt ? null : dispute.triageDueAt.toISOString(),
      status: proceeding?.status ?? null,
      wasRefused: !proceeding && dispute.notAcceptedAt !== null,
      handler: { name, post, phone, leads: proceeding !== null },
      made: slipId ? { madeAt, expiresAt, code: code && printedCode(code) } : null,
      allowed: allowedActions(actor, relations, dispute, proceeding, null).filter((one) => one.startsWith("slip.")),
    };
  });
}
