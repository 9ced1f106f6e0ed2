import { sql } from "drizzle-orm";
import { notices } from "@/db/schema/proceedings";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { speakerOf } from "../../binding/parts/speaker-of";
import { dateAcceptance } from "../../disputes/parts/move-acceptance";
import { type Act, type Done, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { dayIfEarlier } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import { conflict } from "../../kernel/problem";
import type { GiveNoticeInput } from "../inputs";
import { isTold } from "./told";

/** The body of the notice; also used where telling and asking are one act. */
export async function tellParties(
  act: Act<PersonActor>,
  input: Omit<GiveNoticeInput, "answers">,
): Promise<Done<{ told: number }>> {
  const { tx, countyId, dispute, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const waiting = await tx.execute<{ id: string }>(sql`
    select p.id from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid
      and not p.is_departed and p.kind <> 'unidentified' and not ${isTold({ proceedingId, track })}
    order by p.position`);
  const whom = input.partyIds.length > 0 ? input.partyIds : waiting.map((party) => party.id);
  if (whom.length === 0) throw conflict("everyoneTold");
  const happenedOn = dayIfEarlier(input.happenedOn, now);
  if (happenedOn) await dateAcceptance(act, happenedOn);
  const told = whom.map((partyId) => ({ partyId, linkId: speakerOf(input.speakers, partyId) }));
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track },
    told.map((one) => ({ ...one, purpose: "hear", on: happenedOn })),
  );
  await tx.insert(notices).values(
    told.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      means: input.means,
      spokenByLinkId: linkId,
      givenBy: act.actor.personId,
      givenAt: now,
      happenedOn,
    })),
  );
  return {
    result: { told: whom.length },
    payload: { parties: whom, means: input.means, ...(happenedOn ? { happenedOn } : {}) },
  };
}
