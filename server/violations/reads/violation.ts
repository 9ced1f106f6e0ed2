import { sql } from "drizzle-orm";
import type {
  MediationFailure,
  NoticeMeans,
  OnSpotLosses,
  Outcome,
  ProceedingStatus,
  SettlementWay,
  SignatureMeans,
  Track,
  ViolationCircumstance,
  ViolationKind,
  ViolationPart,
  YesNoUnclear,
} from "@/db/vocabulary";
import { decryptedAddress, maskedIdNumber } from "../../access/encrypted-contacts";
import { readDispute } from "../../access/gate";
import type { Action } from "../../access/policy";
import type { Speakable } from "../../binding/choices";
import { speakable, standsFor } from "../../binding/parts/speakable";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { MediationBar } from "../choices";

/** A party of the case with whoever may stand beside them. */
export interface ViolationParty extends Speakable {
  side: number;
  isMinor: boolean;
  /** What the paper says beside their name and is stored encrypted, the ID number masked; empty for whoever may not read it. */
  contact: { idNumber: string; address: string };
  /** Parties in whose place this one stands: those whose heir stepped in, those merged into it. */
  standsFor: string[];
  /** The guardian who was told, or why nobody had to be; the latest that still holds. */
  summons: { guardian: string | null; means: NoticeMeans | null; exceptionReason: string; toldAt: string } | null;
}
/** A finding; times are ISO text. */
export interface ViolationFinding extends Record<MediationBar, YesNoUnclear> {
  id: string;
  isViolation: YesNoUnclear;
  isMinor: YesNoUnclear;
  kinds: ViolationKind[];
  circumstance: ViolationCircumstance | null;
  basis: string;
  people: { partyId: string; part: ViolationPart }[];
  by: string;
  at: string;
}
export interface SettlementApplication {
  id: string;
  way: SettlementWay;
  peoplesOrdinal: number | null;
  agreedOn: string;
  agreed: string;
  performedOn: string;
  proof: string;
  appliedOn: string;
  applicants: { partyId: string; byName: string | null; means: SignatureMeans }[];
  by: string;
  isApproved: boolean | null;
  decisionReason: string;
  decidedBy: string | null;
  decidedAt: string | null;
}
/** What a mediation agreement says of the case; `happenedAt` is ISO text. */
export interface CaseAccount {
  organ: string;
  happenedAt: string;
  place: string;
  cause: string;
  course: string;
  circumstances: string;
  result: string;
  performanceWay: string;
  others: string;
}
/** What the paper that was sent to sign says beside its clauses, as it stood then. */
export interface PoliceContent {
  station: string;
  host: string;
  hostPost: string;
  /** Absent for whoever does not read minors' names. */
  particulars?: { partyId: string; bornOn: string | null; employer: string }[];
  people: { partyId: string; part: ViolationPart }[];
  account: CaseAccount | null;
  onSpot: Pick<OnSpotForm, "settledAt" | "place" | "losses" | "recording" | "secondOfficer" | "others"> | null;
}
/** What the on-the-spot form says beside its agreement. */
export interface OnSpotForm {
  number: string;
  form: "written" | "oral";
  settledAt: string;
  place: string;
  losses: OnSpotLosses;
  recording: string;
  officer: string;
  secondOfficer: string | null;
  others: string;
}

interface Row {
  parties: ViolationParty[];
  /** The latest first. */
  findings: ViolationFinding[];
  applications: SettlementApplication[];
  onSpot: OnSpotForm | null;
  /** The latest account of the case, with who wrote it and when. */
  account: (CaseAccount & { by: string; at: string }) | null;
  /** Null while nothing was sent to sign or settled on the spot. */
  paper: PoliceContent | null;
  /** ID number (masked) and address of its parties as they were then; none for whoever may not read them, none in older papers. */
  paperContacts: { id: string; contact: ViolationParty["contact"] }[];
  ending: { outcome: Outcome; failure: MediationFailure | null; failedOn: string | null } | null;
  /** People's mediations of this dispute that ended: their agreements may be applied for. */
  peoples: { id: string; ordinal: number }[];
  officers: { id: string; name: string }[];
}

export interface ViolationPage extends Row {
  proceeding: { id: string; track: Track; status: ProceedingStatus; version: number; station: string } | null;
  /** By the latest finding: a minor violation (程序规定 178), and nothing bars its mediation (179). */
  isMinorViolation: boolean;
  mayMediate: boolean;
  allowed: Action[];
  today: string;
}

/** Everything of a police case that is neither notice, consent nor agreement; nothing of it is shown to the committee or to helpers. */
export function violationOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<ViolationPage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy } = await readDispute(tx, actor, "violation.read", disputeId);
    const id = proceeding?.id ?? null;
    const isPolice = proceeding?.track === "publicSecurity";
    const [[found], facts] = await Promise.all([
      tx.execute<{ row: Row & { station: string } }>(rowOf(actor.countyId, disputeId, id)),
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
    ]);
    if (!found) throw new Error("no row");
    const { station, ...row } = found.row;
    return {
      ...row,
      parties: row.parties.map((party) => asRead(actor.countyId, party)),
      paperContacts: row.paperContacts.map((one) => asRead(actor.countyId, one)),
      proceeding: proceeding && {
        id: proceeding.id,
        track: proceeding.track,
        status: proceeding.status,
        version: proceeding.version,
        station,
      },
      isMinorViolation: isPolice && (facts?.isMinorViolation ?? false),
      mayMediate: isPolice && (facts?.mayMediateViolation ?? false),
      allowed: allowedActions(actor, actsBy, dispute, proceeding, facts),
      today: dayOf(now),
    };
  });
}

/** What the view gave is encrypted; it is opened for the page and nowhere before. */
function asRead<P extends Pick<ViolationParty, "id" | "contact">>(countyId: string, party: P): P {
  const { contact } = party;
  const at = { countyId, id: party.id };
  return {
    ...party,
    contact: { idNumber: maskedIdNumber(at, contact.idNumber), address: decryptedAddress(at, contact.address) },
  };
}

const rowOf = (countyId: string, disputeId: string, proceedingId: string | null) => sql`
  select json_build_object(
    'station', (select s.name from disputes d join stations s on s.county_id = d.county_id and s.id = d.station_id
      where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name, 'isMinor', p.is_minor,
        'contact', json_build_object('idNumber', p.id_number, 'address', p.address), ${speakable()}, 'standsFor', ${standsFor()},
        'summons', (select json_build_object('guardian', l.name, 'means', g.means, 'exceptionReason', g.exception_reason, 'toldAt', g.told_at)
          from guardian_summonses g left join app.readable_party_links l on l.county_id = g.county_id and l.id = g.link_id
          where g.county_id = p.county_id and g.proceeding_id = ${proceedingId}::uuid and g.party_id = p.id and app.summons_holds(g.county_id, g)
          order by g.recorded_at desc, g.id desc limit 1))
      order by p.side, p.position), '[]')
      from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}::uuid),
    'findings', (select coalesce(json_agg(json_build_object('id', f.id, 'isViolation', f.is_violation, 'isMinor', f.is_minor, 'kinds', to_json(f.kinds),
        'circumstance', f.circumstance, 'hired', f.hired, 'gang', f.gang, 'repeated', f.repeated, 'newViolation', f.new_violation, 'fled', f.fled,
        'otherUnfit', f.other_unfit, 'basis', f.basis, 'by', w.name, 'at', f.found_at,
        'people', (select coalesce(json_agg(json_build_object('partyId', v.party_id, 'part', v.part) order by v.part, v.party_id), '[]')
          from violation_people v where v.county_id = f.county_id and v.finding_id = f.id)) order by f.found_at desc, f.id desc), '[]')
      from violation_findings f join people w on w.county_id = f.county_id and w.id = f.found_by
      where f.county_id = ${countyId}::uuid and f.proceeding_id = ${proceedingId}::uuid),
    'applications', (select coalesce(json_agg(json_build_object('id', s.id, 'way', s.way, 'agreedOn', s.agreed_on, 'agreed', s.agreed,
        'peoplesOrdinal', (select q.ordinal from proceedings q where q.county_id = s.county_id and q.id = s.peoples_proceeding_id),
        'performedOn', s.performed_on, 'proof', s.proof, 'appliedOn', s.applied_on, 'by', w.name, 'isApproved', s.is_approved,
        'decisionReason', s.decision_reason, 'decidedBy', h.name, 'decidedAt', s.decided_at,
        'applicants', (select coalesce(json_agg(json_build_object('partyId', a.party_id, 'byName', l.name, 'means', a.means) order by a.party_id), '[]')
          from settlement_applicants a left join app.readable_party_links l on l.county_id = a.county_id and l.id = a.link_id
          where a.county_id = s.county_id and a.application_id = s.id)) order by s.recorded_at desc, s.id desc), '[]')
      from settlement_applications s join people w on w.county_id = s.county_id and w.id = s.recorded_by
      left join people h on h.county_id = s.county_id and h.id = s.decided_by
      where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceedingId}::uuid),
    'onSpot', (select json_build_object('number', a.number, 'form', a.form, 'settledAt', o.settled_at, 'place', o.place, 'losses', o.losses,
        'recording', o.recording, 'officer', w.name, 'secondOfficer', h.name, 'others', o.others)
      from on_spot_forms o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status = 'effective'
      join people w on w.county_id = a.county_id and w.id = a.drafted_by left join people h on h.county_id = o.county_id and h.id = o.second_officer_id
      where o.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid),
    'account', (select json_build_object('organ', c.organ, 'happenedAt', c.happened_at, 'place', c.place, 'cause', c.cause, 'course', c.course,
        'circumstances', c.circumstances, 'result', c.result, 'performanceWay', c.performance_way, 'others', c.others, 'by', w.name, 'at', c.recorded_at)
      from case_accounts c join people w on w.county_id = c.county_id and w.id = c.recorded_by
      where c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid order by c.recorded_at desc, c.id desc limit 1),
    'paper', (select k.police from agreements a join app.readable_papers k on k.county_id = a.county_id and k.agreement_id = a.id
      where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and a.status in ('signing', 'effective') order by a.ordinal desc limit 1),
    'paperContacts', (select coalesce(json_agg(json_build_object('id', q.party_id, 'contact', json_build_object('idNumber', q.id_number, 'address', q.address))), '[]')
      from (select a.county_id, a.id from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid
        and a.status in ('signing', 'effective') order by a.ordinal desc limit 1) a
      join paper_particulars q on q.county_id = a.county_id and q.agreement_id = a.id),
    'ending', (select json_build_object('outcome', e.outcome, 'failure', e.failure, 'failedOn', e.failed_on) from endings e
      where e.county_id = ${countyId}::uuid and e.proceeding_id = ${proceedingId}::uuid),
    'peoples', (select coalesce(json_agg(json_build_object('id', q.id, 'ordinal', q.ordinal) order by q.ordinal), '[]') from proceedings q
      where q.county_id = ${countyId}::uuid and q.dispute_id = ${disputeId}::uuid and q.track = 'peoples' and q.ended_at is not null),
    'officers', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by ${byName(sql`o.name`)}), '[]')
      from proceedings q join people o on o.county_id = q.county_id and o.station_id = q.station_id and o.role in ('officer', 'stationHead')
        and o.disabled_at is null and o.id <> q.lead_person_id
      where q.county_id = ${countyId}::uuid and q.id = ${proceedingId}::uuid)) as row`;
