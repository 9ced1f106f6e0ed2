import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decryptedAddress, maskedIdNumber, maskedPhone } from "../../access/encrypted-contacts";
import { type DisputeRow, type ProceedingRow, readDispute } from "../../access/gate";
import type { Action } from "../../access/policy";
import { type Part, parts, showsPart } from "../../access/views";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { acceptedDay } from "../parts/began-on";
import { allowedActions } from "./allowed";
import { clockOnDay } from "./clock-state";
import type { DisputePage, PageRow, PartyOnPage, ProceedingLine } from "./dispute-page";
import { factsOf } from "./facts";
import { stepDetailOf } from "./step-detail";

/** The parties, each with who stands beside it, how it left and whose place it took. */
const partyRows = (
  ofDispute: SQL,
): SQL => sql`select row_number() over (order by p.side, p.position) as place, json_build_object('id', p.id, 'side', p.side, 'kind', p.kind,
      'standing', p.standing, 'name', p.name, 'isMinor', p.is_minor, 'needsGuardian', p.needs_guardian, 'lacksCapacity', p.lacks_capacity, 'bornOn', p.born_on, 'ownWagesReason', p.own_wages_reason, 'version', p.version, 'isDeparted', p.is_departed,
      'exit', (select json_build_object('kind', e.kind, 'happenedOn', e.happened_on, 'reason', e.reason, 'into', e.into_party_id) from party_exits e
        where e.county_id = p.county_id and e.party_id = p.id and e.undone_at is null),
      'heirOf', (select json_build_object('partyId', h.party_id, 'toldOn', h.told_on, 'answer', h.answer, 'answeredOn', h.answered_on) from party_successions h
        where h.county_id = p.county_id and h.heir_party_id = p.id), 'phone', p.phone, 'idNumber', p.id_number, 'address', p.address, 'employer', p.employer,
      'sex', p.sex, 'bornYear', p.born_year, 'ethnicity', p.ethnicity, 'occupation', p.occupation, 'creditCode', p.credit_code,
      'legalRepresentative', p.legal_representative,
      'links', (select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'phone', l.phone, 'maySign', l.may_sign,
        'note', l.note, 'authorisedOn', l.authorised_on, 'endedOn', l.ended_on, 'endedReason', l.ended_reason) order by l.id), '[]') from app.readable_party_links l where l.county_id = p.county_id and l.party_id = p.id and l.election_id is null),
      'representedBy', (select coalesce(json_agg(distinct l.name), '[]') from app.readable_party_links l
        where l.county_id = p.county_id and l.party_id = p.id and l.election_id is not null and l.ended_at is null)) as row
      from app.readable_parties p where ${ofDispute}`;

/**
 * Everything of one dispute's page in one statement; parts the view hides are not even read. What the gate has read already, the
 * dispute's row and its proceedings, is not asked again: each table named carries its policies into the statement.
 */
function pageRow(dispute: DisputeRow, proceeding: ProceedingRow | null, shows: (part: Part) => boolean): SQL {
  const { countyId, id: disputeId, stationId, committeeId, pointId, registeredBy } = dispute;
  const county = sql`${countyId}::uuid`;
  const station = sql`${stationId}::uuid`;
  const { leadPersonId = null, nextOwnerId = null, nextStep = null } = proceeding ?? {};
  const when = (part: Part, read: SQL) => (shows(part) ? read : sql`null`);
  const ofDispute = (alias: string) =>
    sql`${sql.raw(alias)}.county_id = ${county} and ${sql.raw(alias)}.dispute_id = ${disputeId}::uuid`;
  const list = (of: SQL) => sql`(select coalesce(json_agg(x.row order by x.place), '[]') from (${of}) x)`;
  return sql`select json_build_object(
    'station', (select s.name from stations s where s.county_id = ${county} and s.id = ${station}),
    'committee', (select c.name from committees c where c.county_id = ${county} and c.id = ${committeeId}::uuid),
    'point', (select c.name from contact_points c where c.county_id = ${county} and c.id = ${pointId}::uuid),
    'names', (select json_object_agg(p.id, p.name) from people p where p.county_id = ${county}
      and p.id in (${registeredBy}::uuid, ${leadPersonId}::uuid, ${nextOwnerId}::uuid, ${proceeding?.assistantId ?? null}::uuid)),
    'head', (select p.name from people p where p.county_id = ${county} and p.station_id = ${station} and p.role = 'stationHead'
      and p.disabled_at is null order by p.id limit 1),
    'dutyLeader', (select p.name from people p where p.county_id = ${county} and p.id = (select app.duty_leader(${county}, ${station}, app.now()))),
    'facts', ${when("facts", sql`(select json_build_object('facts', f.facts, 'requests', f.requests, 'neutralSummary', f.neutral_summary, 'version', f.version) from dispute_facts f where ${ofDispute("f")})`)},
    'parties', ${list(partyRows(ofDispute("p")))},
    'calls', ${when(
      "calls",
      list(sql`select c.called_at as place, json_build_object('id', c.id, 'number', c.number, 'calledAt', c.called_at, 'summary', c.summary, 'incidentId', c.incident_id) as row
      from police_calls c where ${ofDispute("c")}`),
    )},
    'activation', ${when(
      "calls",
      sql`(select json_build_object('at', g.activated_at, 'reason', g.activation_reason, 'by', p.name) from repeat_groups g
      join people p on p.county_id = g.county_id and p.id = g.activated_by where ${ofDispute("g")} order by g.activated_at limit 1)`,
    )},
    'notes', ${when(
      "records",
      sql`(select coalesce(json_agg(json_build_object('id', x.id, 'lane', x.lane, 'side', x.side, 'writtenAt', x.written_at,
      'text', case when x.lane in ('open', 'joint') then x.text end) order by x.written_at desc, x.id), '[]')
      from (select n.* from notes n where ${ofDispute("n")} order by n.written_at desc, n.id limit 3) x)`,
    )},
    'triage', ${when(
      "facts",
      sql`(select json_build_object('track', t.track, 'decidedAt', t.decided_at, 'overrideReason', t.override_reason, 'by', p.name) from triages t
      join people p on p.county_id = t.county_id and p.id = t.decided_by where ${ofDispute("t")} order by t.decided_at desc, t.id desc limit 1)`,
    )},
    'now', json_build_object(
      'detail', (select row_to_json(t) from app.step_details(${county}, array[${proceeding?.id ?? null}::uuid], array[${nextStep}::next_step]) t),
      'clocks', (select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'startedOn', c.started_on, 'dueOn', c.due_on,
          'pausedOn', c.paused_on, 'pausedFor', c.paused_for, 'stoppedOn', c.stopped_on, 'stoppedBy', c.stopped_by,
          'changes', ${
            shows("consents")
              ? sql`(select coalesce(json_agg(json_build_object('kind', h.kind, 'happenedOn', h.happened_on, 'oldDueOn', h.old_due_on, 'newDueOn', h.new_due_on,
              'appraisal', h.appraisal, 'reason', h.reason, 'by', w.name) order by h.recorded_at, h.id), '[]')
            from clock_changes h left join people w on w.county_id = h.county_id and w.id = h.recorded_by
            where h.county_id = c.county_id and h.dispute_id = c.dispute_id and h.clock_id = c.id)`
              : sql`'[]'::json`
          }) order by c.kind), '[]')
        from clocks c where c.county_id = ${county} and c.proceeding_id = ${proceeding?.id ?? null}::uuid),
      'routesTold', coalesce((select to_json(e.routes_told) from endings e where e.county_id = ${county} and e.proceeding_id = ${proceeding?.id ?? null}::uuid), '[]')),
    'counts', json_build_object(
      'invitations', (select count(*) from invitations i where ${ofDispute("i")} and i.status <> 'withdrawn'),
      'records', ${when("records", sql`(select count(*) from session_records r where ${ofDispute("r")} and r.version = 1)`)}),
    'changes', ${when(
      "contacts",
      sql`(select coalesce(json_agg(json_build_object('id', h.id, 'field', h.field, 'reason', h.reason, 'at', h.changed_at, 'by', p.name,
        'oldValue', case h.field when 'pointId' then coalesce(o.name, '') else h.old_value end,
        'newValue', case h.field when 'pointId' then coalesce(n.name, '') else h.new_value end) order by h.changed_at desc, h.id), '[]')
      from dispute_changes h left join people p on p.county_id = h.county_id and p.id = h.changed_by
      left join contact_points o on o.county_id = h.county_id and h.field = 'pointId' and o.id::text = h.old_value
      left join contact_points n on n.county_id = h.county_id and h.field = 'pointId' and n.id::text = h.new_value where ${ofDispute("h")})`,
    )},
    'emergencies', (select coalesce(json_agg(json_build_object('id', e.id, 'asker', e.asker, 'second', e.second, 'reason', e.reason,
      'endsAt', e.ends_at)), '[]') from app.open_emergencies(${disputeId}::uuid) e),
    'restriction', (select json_build_object('ground', r.ground, 'reason', r.reason, 'setBy', r.set_by, 'at', r.restricted_at)
      from app.restriction_of(${disputeId}::uuid) r),
    'areMinorsClosed', app.closed_part(${disputeId}::uuid) = 'minors',
    'mergedInto', (select json_build_object('id', m.id, 'number', m.number) from disputes d join disputes m on m.county_id = d.county_id and m.id = d.merged_into
      where d.county_id = ${county} and d.id = ${disputeId}::uuid),
    'hasRelated', exists (select from app.merges_of(${disputeId}::uuid)) or exists (select from app.dispute_links_of(${disputeId}::uuid)),
    'windowEndsAt', (select max(w.ends_at) from app.own_windows w where w.county_id = ${county} and w.dispute_id = ${disputeId}::uuid)
  ) as row`;
}

async function readRow(tx: Tx, query: SQL): Promise<PageRow> {
  const [found] = await tx.execute<{ row: PageRow }>(query);
  if (!found) throw new Error("no dispute row");
  return found.row;
}

/** What the view gave is encrypted; it is opened for the page and nowhere before. */
function partyOnPage(countyId: string, row: PageRow["parties"][number], canContact: boolean): PartyOnPage {
  const { phone, idNumber, address, employer, bornOn, ownWagesReason, links, ...named } = row;
  const { sex, bornYear, ethnicity, occupation, creditCode, legalRepresentative, ...party } = named;
  const at = { countyId, id: party.id };
  return {
    ...party,
    contacts: canContact
      ? {
          phone: maskedPhone("parties", at, phone),
          idNumber: maskedIdNumber(at, idNumber),
          address: decryptedAddress(at, address),
          employer,
          bornOn,
          ownWagesReason,
          particulars: { sex, bornYear, ethnicity, occupation, creditCode, legalRepresentative },
        }
      : null,
    links: links.map((link) => ({ ...link, phone: maskedPhone("party_links", { countyId, id: link.id }, link.phone) })),
  };
}

const refusalOf = ({ notAcceptedAt, notAcceptedOn, notAcceptedReason }: DisputeRow) =>
  notAcceptedAt && notAcceptedReason ? { on: notAcceptedOn ?? dayOf(notAcceptedAt), reason: notAcceptedReason } : null;
const riskOf = (dispute: DisputeRow, { head, dutyLeader }: PageRow) => ({
  level: dispute.risk,
  reason: dispute.riskReason,
  head,
  dutyLeader,
});
const referralOf = ({ referredBy, referralNumber }: DisputeRow) =>
  [referredBy, referralNumber].filter(Boolean).join(" ");

const nameOf = ({ names }: PageRow, personId: string | null) => (personId === null ? null : (names[personId] ?? null));

const lineOf = (proceeding: ProceedingRow): ProceedingLine => ({
  id: proceeding.id,
  ordinal: proceeding.ordinal,
  track: proceeding.track,
  status: proceeding.status,
  acceptedAt: proceeding.acceptedAt.toISOString(),
  acceptedOn: acceptedDay(proceeding),
  endedAt: proceeding.endedAt?.toISOString() ?? null,
  outcome: proceeding.outcome,
  dossierNumber: proceeding.dossierNumber,
});

/** Acts of the page that only read: a reading window allows them as well. */
const readsOf: ReadonlySet<Action> = new Set<Action>(["party.reveal", "harm.read", "gate.read"]);

/** One dispute as its page shows it: what the actor's view hides is null, phones are masked, `allowed` drives the buttons. */
export function disputeById(ctx: Context, { disputeId }: { disputeId: string }): Promise<DisputePage> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const found = await readDispute(tx, actor, "dispute.read", disputeId);
    const { dispute, proceeding, relations, actsBy, view } = found;

    const shows = (part: Part) => showsPart(view, part);
    const { countyId } = actor;
    const [row, facts] = await Promise.all([
      readRow(tx, pageRow(dispute, proceeding, shows)),
      proceeding && factsOf(tx, countyId, proceeding.id, now),
    ]);
    const { id, number, title, type, source, place, pointId, startedOn, version } = dispute;
    const canContact = shows("contacts");
    const acts = new Set(allowedActions(actor, actsBy, dispute, proceeding, facts));
    return {
      id,
      number,
      title,
      type,
      source,
      referral: referralOf(dispute),
      referredBy: dispute.referredBy,
      referralNumber: dispute.referralNumber,
      place,
      pointId,
      startedOn,
      version,
      view,
      parts: parts[view],
      station: row.station,
      committee: row.committee,
      point: row.point,
      registeredAt: dispute.registeredAt.toISOString(),
      registrar: nameOf(row, dispute.registeredBy) ?? "",
      triageDueAt: dispute.triageDueAt.toISOString(),
      notAccepted: refusalOf(dispute),
      merged: dispute.mergedAt && { at: dispute.mergedAt.toISOString(), into: row.mergedInto },
      risk: shows("risk") ? riskOf(dispute, row) : null,
      proceeding: proceeding && {
        ...lineOf(proceeding),
        version: proceeding.version,
        clocks: row.now.clocks.map((clock) => clockOnDay(clock, dayOf(now))),
        leadPersonId: proceeding.leadPersonId,
        lead: nameOf(row, proceeding.leadPersonId) ?? "",
        assistantId: proceeding.assistantId,
        assistant: nameOf(row, proceeding.assistantId),
        leadUnit: proceeding.leadUnit,
        nextStep: proceeding.nextStep,
        nextOwner: nameOf(row, proceeding.nextOwnerId),
        nextDueAt: proceeding.nextDueAt?.toISOString() ?? null,
        detail: stepDetailOf(row.now.detail),
        routesTold: row.now.routesTold,
        asked: facts ? facts.invitationsWaiting + facts.invitationsAccepted : 0,
        accepted: facts?.invitationsAccepted ?? 0,
        // For whoever may end it alone: why it is closed is not for others.
        isGateShut: acts.has("proceeding.end") && facts?.gateShut != null,
      },
      proceedings: found.proceedings.map(lineOf).reverse(),
      facts: row.facts,
      changes: row.changes,
      triage: row.triage,
      parties: row.parties.map((party) => partyOnPage(countyId, party, canContact)),
      calls: row.calls,
      activation: row.activation,
      notes: row.notes,
      counts: row.counts,
      emergencies: row.emergencies,
      restriction: row.restriction,
      areMinorsClosed: row.areMinorsClosed ?? false,
      windowEndsAt: row.windowEndsAt,
      hasRelated: row.hasRelated && acts.has("merge.read"),
      allowed: allowedActions(actor, relations, dispute, proceeding, facts).filter(
        (action) =>
          (acts.has(action) || readsOf.has(action)) &&
          action !== (row.restriction ? "restriction.set" : "restriction.release"),
      ),
    };
  });
}
