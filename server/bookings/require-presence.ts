import type { Tx } from "@/db/client";
import type { SessionKind } from "@/db/vocabulary";
import type { OpenDispute } from "../access/gate";
import type { SpeakerInput } from "../binding/inputs";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { speakerOf } from "../binding/parts/speaker-of";
import { conflict } from "../kernel/problem";
import { requireSides } from "./attendees";

interface At extends Pick<OpenDispute, "dispute" | "proceeding"> {
  tx: Tx;
  countyId: string;
}

/**
 * Refuses a party as present when nobody who may hear for them came: a person nobody knows, a child without their guardian, a
 * suspect who sent somebody (程序规定 181). Of a session of an earlier day (`on`) that day decides. Rows of staff and helpers name no party.
 */
export async function requirePresence(
  { tx, countyId, dispute, proceeding }: At,
  came: readonly { partyId: string | null; linkId: string | null }[],
  on: string | null = null,
): Promise<void> {
  if (!proceeding) throw conflict("noProceeding");
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track: proceeding.track },
    came.flatMap(({ partyId, linkId }) => (partyId ? [{ partyId, linkId, purpose: "hear" as const, on }] : [])),
  );
}

/** The parties of a session that nobody booked ahead: those its kind needs, each there through somebody who may hear for them. */
export async function requireSidesPresent(
  act: At,
  { kind, partyIds: named, speakers }: { kind: SessionKind; partyIds: readonly string[]; speakers?: SpeakerInput[] },
  on: string | null = null,
): Promise<string[]> {
  const partyIds = await requireSides(act.tx, act.dispute, kind, named);
  await requirePresence(
    act,
    partyIds.map((partyId) => ({ partyId, linkId: speakerOf(speakers, partyId) })),
    on,
  );
  return partyIds;
}
