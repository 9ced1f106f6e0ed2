import { sql } from "drizzle-orm";
import { isSuspect } from "../../binding/parts/speakable";
import { type Act, proceedingOf } from "../../disputes/perform";
import { conflict, invalid } from "../../kernel/problem";
import type { RecordElectionInput } from "../inputs";

interface Elector extends Record<string, unknown> {
  id: string;
  side: number;
  name: string;
  kind: string;
  needsGuardian: boolean;
  isSuspect: boolean;
}

/**
 * The members and the representatives of an election, once nothing speaks against it: people of that side who are known and
 * act themselves, enough of the ones and not too many of the others. A suspect of the police is represented by nobody
 * (程序规定 181).
 */
export async function checkElected(
  act: Act,
  { side, memberIds, representativeIds, mayNegotiate, maySign, mayReceive }: RecordElectionInput,
): Promise<{ members: Elector[]; representatives: Elector[] }> {
  const { tx, countyId, dispute, rules } = act;
  if (!mayNegotiate && !maySign && !mayReceive) throw invalid("electedForNothing");
  const most = rules["election.representativesMax"];
  if (representativeIds.length > most) throw invalid("tooManyRepresentatives", { most });
  const there = await tx.execute<Elector>(sql`
    select p.id, p.side, p.name, p.kind, p.needs_guardian as "needsGuardian", ${isSuspect(sql`p`)} as "isSuspect" from app.readable_parties p
    where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid and not p.is_departed order by p.position`);
  const representatives = there.filter(({ id }) => representativeIds.includes(id));
  const members = there.filter(({ id }) => memberIds.includes(id) || representativeIds.includes(id));
  const asked = new Set([...memberIds, ...representativeIds]);
  if (members.length !== asked.size || members.some((one) => one.side !== side)) throw invalid("notOfThatSide");
  const fewest = rules["election.membersMin"];
  if (members.length < fewest) throw invalid("tooFewMembers", { fewest });
  if (representatives.some(({ kind }) => kind !== "person")) throw invalid("electedIsPerson");
  for (const { name: party, kind, needsGuardian, isSuspect: suspected } of members) {
    if (kind === "unidentified") throw conflict("partyUnidentified", { party });
    if (needsGuardian) throw conflict("guardianNeeded", { party });
    if (suspected && proceedingOf(act).track === "publicSecurity") throw conflict("suspectInPerson", { party });
  }
  return { members, representatives };
}
