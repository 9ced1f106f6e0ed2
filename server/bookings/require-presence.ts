import type { Tx } from "@/db/client";
import type { OpenDispute } from "../access/gate";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { conflict } from "../kernel/problem";

interface At extends Pick<OpenDispute, "dispute" | "proceeding"> {
  tx: Tx;
  countyId: string;
}

/**
 * Refuses a party as present when nobody who may hear for them came: a person nobody knows, a child without their guardian, a
 * suspect who sent somebody (程序规定 181). Rows of staff and helpers name no party.
 */
export async function requirePresence(
  { tx, countyId, dispute, proceeding }: At,
  came: readonly { partyId: string | null; linkId: string | null }[],
): Promise<void> {
  if (!proceeding) throw conflict("noProceeding");
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track: proceeding.track },
    came.flatMap(({ partyId, linkId }) => (partyId ? [{ partyId, linkId, purpose: "hear" as const }] : [])),
  );
}
