import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputeMergeParties } from "@/db/schema/merges";
import type { PartyKind, PartyStanding } from "@/db/vocabulary";
import { decryptedAddress, decryptedIdNumber, decryptedPhone } from "../../access/encrypted-contacts";
import type { PartyLinkInput, RegisterDisputeInput } from "../../disputes/inputs";
import { addParties } from "../../disputes/parts/add-parties";
import { nextPosition } from "../../disputes/parts/next-position";
import { invalid } from "../../kernel/problem";
import { sayWhy } from "../../kernel/say-why";
import type { Rules } from "../../rules/defaults";

type PartyInput = RegisterDisputeInput["parties"][number];

/** A party with everything that is known of them; phones, the ID number and the address are encrypted. */
interface KnownParty {
  id: string;
  kind: PartyKind;
  standing: PartyStanding;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  employer: string;
  isMinor: boolean;
  lacksCapacity: boolean;
  bornOn: string | null;
  ownWagesReason: string;
  links: (PartyLinkInput & { id: string })[];
}

/** Whom somebody says a party of the absorbed registration is: a party of the other, or nobody there yet, who comes to a side. */
export interface Same {
  partyId: string;
  intoPartyId: string | null;
  side: number;
}
interface Merge {
  tx: Tx;
  countyId: string;
  now: Date;
  rules: Rules;
  mergeId: string;
  disputeId: string;
  intoDisputeId: string;
  reason: string;
}

/** Those who still are parties, in their order; asked with the system's privileges, which read all of them. */
async function partiesOf(tx: Tx, countyId: string, disputeId: string): Promise<KnownParty[]> {
  const rows = await tx.execute<{ row: KnownParty }>(sql`
    select json_build_object('id', p.id, 'kind', p.kind, 'standing', p.standing, 'name', p.name, 'phone', p.phone, 'idNumber', p.id_number,
      'address', p.address, 'employer', p.employer, 'isMinor', p.is_minor, 'lacksCapacity', p.lacks_capacity, 'bornOn', p.born_on,
      'ownWagesReason', p.own_wages_reason, 'links', (
        select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'phone', l.phone, 'maySign', l.may_sign, 'note', l.note,
            'authorisedOn', l.authorised_on)
          order by l.id), '[]')
        from app.readable_party_links l where l.county_id = p.county_id and l.party_id = p.id and l.ended_at is null)) as row
    from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid and not p.is_departed
    order by p.position`);
  return rows.map(({ row }) => row);
}

/** The same as somebody would enter it under the other registration. */
function asEntered(countyId: string, { id, links, ...party }: KnownParty, side: number): PartyInput {
  const row = { countyId, id };
  return {
    ...party,
    side,
    phone: decryptedPhone("parties", row, party.phone),
    idNumber: decryptedIdNumber(row, party.idNumber),
    address: decryptedAddress(row, party.address),
    links: links.map(({ id: linkId, ...link }) => ({
      ...link,
      phone: decryptedPhone("party_links", { countyId, id: linkId }, link.phone),
    })),
  };
}

/**
 * Says of each party of the absorbed registration who they are under the other; those who were no party there come as one, with
 * those who stand beside them. Refuses partiesUnmatched where somebody is left out, named twice or not there. Gives who came.
 */
export async function addAbsorbedParties(merge: Merge, said: readonly Same[]): Promise<string[]> {
  const { tx, countyId, now, rules, mergeId, disputeId, intoDisputeId } = merge;
  const absorbed = await partiesOf(tx, countyId, disputeId);
  const there = new Set((await partiesOf(tx, countyId, intoDisputeId)).map(({ id }) => id));
  const pairs = absorbed.map((party) => ({ party, same: said.filter((one) => one.partyId === party.id) }));
  const isWhole = said.length === absorbed.length && pairs.every(({ same }) => same.length === 1);
  if (!isWhole || said.some(({ intoPartyId }) => intoPartyId && !there.has(intoPartyId)))
    throw invalid("partiesUnmatched");
  const coming = pairs.flatMap(({ party, same: [one] }) =>
    one && !one.intoPartyId ? [{ party, side: one.side }] : [],
  );
  await sayWhy(tx, merge.reason);
  const of = { countyId, disputeId: intoDisputeId, now, rules };
  const entered = coming.map(({ party, side }) => asEntered(countyId, party, side));
  const came = entered.length > 0 ? await addParties(tx, of, entered, await nextPosition(tx, of)) : [];
  if (said.length > 0)
    await tx.insert(disputeMergeParties).values(
      said.map(({ partyId, intoPartyId }) => ({
        ...{ countyId, mergeId, disputeId, partyId, intoDisputeId },
        intoPartyId: intoPartyId ?? came[coming.findIndex(({ party }) => party.id === partyId)] ?? "",
        isCarried: intoPartyId === null,
      })),
    );
  return came;
}
