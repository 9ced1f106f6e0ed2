import { sql } from "drizzle-orm";
import { consents } from "@/db/schema/proceedings";
import type { SpeakerInput } from "../../binding/inputs";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { conflict } from "../../kernel/problem";

/**
 * Writes down each party's own yes to what is agreed without a paper, with who gave it. Refuses with yesMissing (parties) and
 * what `requireSpeakers` refuses.
 */
export async function recordYes(act: Act<PersonActor>, saidYes: readonly SpeakerInput[]): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const at = { tx, countyId, disputeId: dispute.id, track };
  await requireSpeakers(
    at,
    saidYes.map((one) => ({ ...one, purpose: "bind" })),
  );
  const missing = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from app.readable_parties where county_id = ${countyId}::uuid and dispute_id = ${dispute.id}::uuid and not is_departed order by position`);
  const silent = missing.filter((party) => !saidYes.some((one) => one.partyId === party.id));
  if (silent.length > 0) throw conflict("yesMissing", { parties: silent.map((party) => party.name).join("、") });
  await tx.insert(consents).values(
    saidYes.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      subject: "agreement" as const,
      answer: "agreed" as const,
      spokenByLinkId: linkId,
      recordedBy: actor.personId,
      recordedAt: now,
    })),
  );
}
