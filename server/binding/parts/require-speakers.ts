import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/parties";
import type { SignatureMeans, Track } from "@/db/vocabulary";
import { whoTheyAre } from "../../access/party-as-read";
import { needsGuardian } from "../../disputes/parts/needs-guardian";
import { conflict, invalid } from "../../kernel/problem";
import { barToSpeaking, type Purpose } from "../choices";
import { departedOn, electedOn, followsSince } from "./speakable";

/** A party, and who speaks for it; `linkId` null: the party itself. */
export interface Spoken {
  partyId: string;
  linkId: string | null;
  purpose: Purpose;
  means?: SignatureMeans;
  /** The earlier day on which it was said (`dayIfEarlier`); absent or null where it is said now. */
  on?: string | null;
}
interface Where {
  tx: Tx;
  countyId: string;
  disputeId: string;
  track: Track;
}

/**
 * Refuses whoever may not say this for their party: departedSpeaksNot, partyUnidentified, guardianNeeded, guardianOpposed, agentOpposed, noGuardianHere, linkMayNotSign,
 * suspectInPerson, representativeNeeded, representationOver, notElectedFor, electedLater, authorisedLater, heirLater (with the party's name); unknownReference for a party or a
 * person of another dispute.
 */
export async function requireSpeakers(at: Where, spoken: readonly Spoken[]): Promise<void> {
  if (spoken.length === 0) return;
  const { tx, countyId, disputeId, track } = at;
  const linkIds = [...new Set(spoken.flatMap((one) => one.linkId ?? []))];
  const [found, links] = await Promise.all([
    tx
      .select({
        ...whoTheyAre,
        bornOn: parties.bornOn,
        lacksCapacity: parties.lacksCapacity,
        ownWagesReason: parties.ownWagesReason,
        today: sql<string>`app.day_of(app.now())::text`,
        isDeparted: sql<boolean>`${parties.departedAt} is not null`,
        departedOn: departedOn(sql`${parties}`),
        followsSince: followsSince(sql`${parties}`),
        isSuspect: sql<boolean>`app.is_suspect(${parties.countyId}, ${parties.id})`,
      })
      .from(parties)
      .where(
        and(
          eq(parties.countyId, countyId),
          eq(parties.disputeId, disputeId),
          inArray(parties.id, [...new Set(spoken.map((one) => one.partyId))]),
        ),
      ),
    linkIds.length === 0
      ? []
      : tx
          .select({
            id: partyLinks.id,
            partyId: partyLinks.partyId,
            kind: partyLinks.kind,
            maySign: partyLinks.maySign,
            mayNegotiate: partyLinks.mayNegotiate,
            mayReceive: partyLinks.mayReceive,
            isOpposed: sql<boolean>`app.is_opposed(${partyLinks.countyId}, ${partyLinks.id})`,
            hasEnded: sql<boolean>`${partyLinks.endedAt} is not null`,
            endedOn: partyLinks.endedOn,
            electedOn: electedOn(sql`${partyLinks}`),
            authorisedOn: partyLinks.authorisedOn,
          })
          .from(partyLinks)
          .where(
            and(
              eq(partyLinks.countyId, countyId),
              eq(partyLinks.disputeId, disputeId),
              inArray(partyLinks.id, linkIds),
            ),
          ),
  ]);
  for (const { partyId, linkId, purpose, means, on = null } of spoken) {
    const party = found.find((one) => one.id === partyId);
    const link = linkId ? links.find((one) => one.id === linkId && one.partyId === partyId) : null;
    if (!party || link === undefined) throw invalid("unknownReference");
    const spokenFor = { ...party, needsGuardian: needsGuardian(party, on ?? party.today) };
    const bar = barToSpeaking({ purpose, track, party: spokenFor, link, on, ...(means ? { means } : {}) });
    if (bar) throw conflict(bar, { party: party.name });
  }
}
