import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type {
  DisputeType,
  NonAcceptanceReason,
  NoticeMeans,
  OtherRoute,
  Outcome,
  PartyKind,
  PartyLinkKind,
  PartyStanding,
  ProceedingStatus,
  RetentionClass,
  Sex,
  Source,
  Track,
} from "@/db/vocabulary";
import { decryptedAddress, decryptedIdNumber, decryptedPhone } from "../../access/encrypted-contacts";

/** Whose papers are made. Without a proceeding it is a matter that was not taken up. */
export interface PapersAt {
  countyId: string;
  disputeId: string;
  proceedingId: string | null;
}
/** Who stands beside a party. */
export interface LinkFacts {
  id: string;
  kind: PartyLinkKind;
  name: string;
  phone: string;
  maySign: boolean;
  mayNegotiate: boolean;
  /** Receiving goes with signing where nothing else was said. */
  mayReceive: boolean;
  /** How they are related, or by which paper they act. */
  note: string;
  endedOn: string | null;
}
/** A party with all that papers name of it; contacts are opened, and empty for a reader who may not have them. */
export interface PartyFacts {
  id: string;
  side: number;
  standing: PartyStanding;
  kind: PartyKind;
  name: string;
  isMinor: boolean;
  needsGuardian: boolean;
  isDeparted: boolean;
  sex: Sex | null;
  /** A birthday, or the year alone; empty where neither is known. */
  born: string;
  ethnicity: string;
  occupation: string;
  employer: string;
  phone: string;
  address: string;
  idNumber: string;
  creditCode: string;
  legalRepresentative: string;
  links: LinkFacts[];
}
/** A party told its rights and duties; `on` is the day on which it was told. */
export interface NoticeFacts {
  partyId: string;
  linkId: string | null;
  means: NoticeMeans;
  on: string;
  by: string;
}
export interface EndingFacts {
  outcome: Outcome;
  reason: string;
  refusedByPartyId: string | null;
  routesTold: OtherRoute[];
  /** The days on which somebody tried to reach a party, in order. */
  triedOn: string[];
  on: string;
  by: string;
}
export interface ProceedingFacts {
  id: string;
  ordinal: number;
  track: Track;
  status: ProceedingStatus;
  acceptedOn: string;
  /** Day of its end; null while it runs. */
  endedOn: string | null;
  archivedOn: string | null;
  archivedBy: string | null;
  dossierNumber: string | null;
  retention: RetentionClass | null;
  lead: string;
  leadId: string;
  assistant: string | null;
  assistantId: string | null;
}
/** What every paper of a matter draws on: who, what, where, which committee, how far it is. Days are 'YYYY-MM-DD'. */
export interface MatterFacts {
  number: string;
  title: string;
  type: DisputeType;
  source: Source;
  referredBy: string;
  referralNumber: string;
  place: string;
  startedOn: string | null;
  registeredOn: string;
  registrar: string;
  facts: string;
  /** What the applicant asks for, a line each. */
  requests: string;
  notAccepted: { on: string; reason: NonAcceptanceReason; by: string } | null;
  committee: string;
  station: string;
  /** Whose numbers its papers take. */
  numberedFor: { committeeId: string; stationId: string; track: Track };
  proceeding: ProceedingFacts | null;
  parties: PartyFacts[];
  notices: NoticeFacts[];
  ending: EndingFacts | null;
}

const dayIn = (column: string) => sql.raw(`(${column} at time zone 'Asia/Shanghai')::date::text`);

const partyRows = (
  countyId: string,
  disputeId: string,
) => sql`(select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side,
    'standing', p.standing, 'kind', p.kind, 'name', p.name, 'isMinor', p.is_minor, 'needsGuardian', p.needs_guardian, 'isDeparted', p.is_departed,
    'sex', p.sex, 'born', coalesce(p.born_on::text, p.born_year::text, ''), 'ethnicity', p.ethnicity, 'occupation', p.occupation, 'employer', p.employer,
    'phone', p.phone, 'address', p.address, 'idNumber', p.id_number, 'creditCode', p.credit_code, 'legalRepresentative', p.legal_representative,
    'links', (select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'phone', l.phone, 'maySign', l.may_sign, 'mayNegotiate', l.may_negotiate, 'mayReceive', coalesce(l.may_receive, l.may_sign),
        'note', l.note, 'endedOn', l.ended_on) order by l.id), '[]')
      from app.readable_party_links l where l.county_id = p.county_id and l.party_id = p.id)) order by p.side, p.position), '[]')
  from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid)`;

const proceedingRow = (
  countyId: string,
  proceedingId: string | null,
) => sql`(select json_build_object('id', r.id, 'ordinal', r.ordinal,
    'track', r.track, 'status', r.status, 'acceptedOn', coalesce(r.accepted_on::text, ${dayIn("r.accepted_at")}), 'endedOn', ${dayIn("r.ended_at")},
    'archivedOn', ${dayIn("r.archived_at")}, 'dossierNumber', r.dossier_number, 'retention', r.retention, 'lead', w.name, 'leadId', w.id,
    'assistant', x.name, 'assistantId', x.id,
    'archivedBy', (select k.name from events e join people k on k.county_id = e.county_id and k.id = e.actor_id
      where e.county_id = r.county_id and e.dispute_id = r.dispute_id and e.proceeding_id = r.id and e.action = 'proceeding.archive' order by e.seq desc limit 1))
  from proceedings r join people w on w.county_id = r.county_id and w.id = r.lead_person_id
    left join people x on x.county_id = r.county_id and x.id = r.assistant_id
  where r.county_id = ${countyId}::uuid and r.id = ${proceedingId}::uuid)`;

/** Reads it in one statement. What the reader may not have comes empty, by the views. Null where there is no such matter. */
export async function matterFacts(tx: Tx, at: PapersAt): Promise<MatterFacts | null> {
  const { countyId, disputeId, proceedingId } = at;
  const [row] = await tx.execute<{ facts: MatterFacts }>(sql`
    select json_build_object('number', d.number, 'title', d.title, 'type', d.type, 'source', d.source, 'referredBy', d.referred_by,
      'referralNumber', d.referral_number, 'place', d.place, 'startedOn', d.started_on, 'registeredOn', ${dayIn("d.registered_at")}, 'registrar', g.name,
      'facts', coalesce((select f.facts from dispute_facts f where f.county_id = d.county_id and f.dispute_id = d.id), ''),
      'requests', coalesce((select f.requests from dispute_facts f where f.county_id = d.county_id and f.dispute_id = d.id), ''),
      'notAccepted', case when d.not_accepted_at is not null then json_build_object('on', coalesce(d.not_accepted_on::text, ${dayIn("d.not_accepted_at")}), 'reason', d.not_accepted_reason,
        'by', (select k.name from triages t join people k on k.county_id = t.county_id and k.id = t.decided_by
          where t.county_id = d.county_id and t.dispute_id = d.id order by t.decided_at desc limit 1)) end,
      'committee', c.name, 'station', s.name, 'numberedFor', json_build_object('committeeId', c.id, 'stationId', s.id, 'track', coalesce(o.track, 'peoples')),
      'proceeding', ${proceedingRow(countyId, proceedingId)}, 'parties', ${partyRows(countyId, disputeId)},
      'notices', (select coalesce(json_agg(json_build_object('partyId', n.party_id, 'linkId', n.spoken_by_link_id, 'means', n.means,
          'on', coalesce(n.happened_on::text, ${dayIn("n.given_at")}), 'by', k.name) order by n.given_at, n.id), '[]')
        from notices n join people k on k.county_id = n.county_id and k.id = n.given_by
        where n.county_id = d.county_id and n.proceeding_id = ${proceedingId}::uuid),
      'ending', (select json_build_object('outcome', e.outcome, 'reason', e.reason, 'refusedByPartyId', e.refused_by_party_id,
          'routesTold', to_json(e.routes_told),
          'triedOn', (select coalesce(json_agg(t."triedOn" order by t."triedOn"), '[]') from jsonb_to_recordset(e.attempts) as t ("triedOn" text)), 'on', coalesce(e.happened_on::text, ${dayIn("e.ended_at")}), 'by', k.name)
        from endings e join people k on k.county_id = e.county_id and k.id = e.ended_by
        where e.county_id = d.county_id and e.proceeding_id = ${proceedingId}::uuid)) as facts
    from disputes d join people g on g.county_id = d.county_id and g.id = d.registered_by
      left join proceedings o on o.county_id = d.county_id and o.id = ${proceedingId}::uuid
      join committees c on c.county_id = d.county_id and c.id = coalesce(o.committee_id, d.committee_id)
      join stations s on s.county_id = d.county_id and s.id = coalesce(o.station_id, d.station_id)
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`);
  return row ? { ...row.facts, parties: row.facts.parties.map((party) => opened(countyId, party)) } : null;
}

/** What the views gave is encrypted; it is opened for the paper and nowhere before. */
function opened(countyId: string, party: PartyFacts): PartyFacts {
  const at = { countyId, id: party.id };
  return {
    ...party,
    phone: decryptedPhone("parties", at, party.phone),
    address: decryptedAddress(at, party.address),
    idNumber: decryptedIdNumber(at, party.idNumber),
    links: party.links.map((link) => ({
      ...link,
      phone: decryptedPhone("party_links", { countyId, id: link.id }, link.phone),
    })),
  };
}
