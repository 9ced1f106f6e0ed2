import { sql } from "drizzle-orm";
import { tieWaiverParties, tieWaivers } from "@/db/schema/panel";
import type { TieKind } from "@/db/vocabulary";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { speakerOf } from "../binding/parts/speaker-of";
import { beganOn } from "../disputes/parts/began-on";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier, happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { WaiveTieInput } from "./inputs";

interface Standing extends Record<string, unknown> {
  kind: TieKind;
  party: string;
}

async function tiesOfPerson({ tx, countyId, ...act }: Act, personId: string): Promise<Standing[]> {
  const rows = await tx.execute<Standing>(sql`
    select distinct t.kind, p.name as party
    from app.ties_of(${countyId}::uuid, ${proceedingOf(act).id}::uuid, ${act.dispute.id}::uuid, ${personId}::uuid) t
    join app.readable_parties p on p.county_id = ${countyId}::uuid and p.id = t.party_id`);
  return [...rows];
}

/** Refuses, with their names, while parties of the dispute have not agreed. The dispute's lock keeps the list stable. */
async function requireEveryParty({ tx, countyId, dispute }: Act, ticked: readonly string[]): Promise<void> {
  const all = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from app.readable_parties where county_id = ${countyId}::uuid and dispute_id = ${dispute.id}::uuid and not is_departed order by position`);
  const missing = all.filter((party) => !ticked.includes(party.id));
  if (missing.length > 0) throw conflict("waiverMissing", { parties: missing.map((party) => party.name).join("、") });
  if (new Set(ticked).size !== all.length) throw invalid("unknownReference");
}

/**
 * Every party knows a helper's ties and does not mind: with a reason and each party's own tick the helper may take part
 * in this proceeding. Covers the named kinds only, which must be exactly those that bar them now; an objection can only
 * be taken back by the party that made it. The event names the person and the kinds, not the reason.
 * They said so on the day that is named, or now. Refuses with noTieToWaive, tiesChanged, objectionStands (parties), waiverMissing
 * (parties), dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function waiveTie(ctx: ActContext, input: WaiveTieInput): Promise<{ waiverId: string }> {
  return perform(ctx, "tie.waive", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { personId, partyIds, reason, happenedOn = null } = input;
    const standing = await tiesOfPerson(act, personId);
    if (standing.length === 0) throw conflict("noTieToWaive");
    const objecting = standing.filter((tie) => tie.kind === "objection");
    if (objecting.length > 0)
      throw conflict("objectionStands", { parties: objecting.map((tie) => tie.party).join("、") });
    const kinds = [...new Set(standing.map((tie) => tie.kind))];
    if (kinds.length !== new Set(input.kinds).size || kinds.some((kind) => !input.kinds.includes(kind)))
      throw conflict("tiesChanged");
    await requireEveryParty(act, partyIds);
    const waivedAt = happenedOn ? happenedAt(happenedOn, { now, earliest: await beganOn(act) }) : now;
    const on = dayIfEarlier(happenedOn, now);
    const said = partyIds.map((partyId) => ({ partyId, linkId: speakerOf(input.speakers, partyId) }));
    await requireSpeakers(
      { tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track },
      said.map((one) => ({ ...one, purpose: "bind", on })),
    );
    const id = newId(now);
    await tx.insert(tieWaivers).values({
      countyId,
      id,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      personId,
      kinds,
      reason,
      waivedBy: ctx.actor.personId,
      waivedAt,
    });
    await tx.insert(tieWaiverParties).values(
      said.map(({ partyId, linkId }) => ({
        countyId,
        waiverId: id,
        disputeId: dispute.id,
        partyId,
        spokenByLinkId: linkId,
      })),
    );
    return { result: { waiverId: id }, payload: { waiver: id, person: personId, kinds, happenedOn: on } };
  });
}
