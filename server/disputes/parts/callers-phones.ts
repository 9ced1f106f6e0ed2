import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decryptedPhone } from "../../access/encrypted-contacts";
import { invalid } from "../../kernel/problem";
import type { RegisterDisputeInput } from "../inputs";

type Intake = Pick<RegisterDisputeInput, "parties" | "callIds">;

/**
 * The parties of an intake, with the phone of whoever made one of its calls where none was typed: whoever wrote the call down
 * does not type it again. To others a caller may have asked to stay unknown (程序规定 63): they get no phone by this way. Refuses
 * a call that is not attached (unknownReference).
 */
export async function withCallersPhones(
  tx: Tx,
  countyId: string,
  { parties, callIds }: Intake,
): Promise<Intake["parties"]> {
  const asked = parties.flatMap(({ callerOf, phone }) => (callerOf && phone === "" ? [callerOf] : []));
  if (parties.some(({ callerOf }) => callerOf && !callIds.includes(callerOf))) throw invalid("unknownReference");
  if (asked.length === 0) return parties;
  const calls = await tx.execute<{ id: string; phone: string }>(sql`
    select c.id, c.phone from app.readable_calls c
    where c.recorded_by = app.person() and c.county_id = ${countyId}::uuid and c.id = any (${`{${asked.join(",")}}`}::uuid[])`);
  const phones = new Map(calls.map(({ id, phone }) => [id, decryptedPhone("police_calls", { countyId, id }, phone)]));
  return parties.map((party) =>
    party.callerOf && party.phone === "" ? { ...party, phone: phones.get(party.callerOf) ?? "" } : party,
  );
}
