import { sql } from "drizzle-orm";
import type {
  Attendance,
  InvitationStatus,
  OtherRoute,
  ProceedingStatus,
  Role,
  SessionKind,
  SessionMode,
  SessionResult,
  SessionStatus,
  SpokenMeans,
  TellingAnswer,
  Track,
} from "@/db/vocabulary";
import { readPart } from "../../access/gate";
import { type Action, allows } from "../../access/policy";
import { showsPart } from "../../access/views";
import type { Speakable } from "../../binding/choices";
import type { Quorum } from "../../bookings/settle-quorum";
import type { ForceWords } from "../../consents/queries";
import { transitionOf } from "../../disputes/lifecycle";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import {
  type Interpreter,
  type InterpretingNeed,
  interpreterRows,
  needRows,
  type RefusedInterpreter,
  refusedRows,
} from "../../disputes/reads/interpreter-rows";
import { unmet } from "../../disputes/requirements";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { notFound, type ProblemParams } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { type PartyChoice, partiesOfDispute, partyChoices } from "./party-choices";

export interface SessionPerson {
  /** The row of the session's people; attendance is recorded by it. */
  id: string;
  personId: string | null;
  partyId: string | null;
  name: string;
  /** Post of a helper, "" for a party. */
  post: string;
  /** Side of a party, counted from 1; null for staff and helpers. */
  side: number | null;
  attendance: Attendance;
  /** Why they are expected although they cannot come as far as is known; "" where nothing speaks against it. */
  despite: string;
  /** Who came for a party, or as their guardian with them; null: the party. */
  spokenByLinkId: string | null;
  /** Who may have come for the party; null for staff and helpers. */
  party: Speakable | null;
  /** The last time a party was told of this session by mouth; null for everybody else, and where tellings are not shown. */
  told: {
    /** The start they were told; where the session has moved since, another one than its own. */
    startsAt: string;
    means: SpokenMeans;
    at: string;
    by: string;
    to: string;
    answer: TellingAnswer;
    note: string;
    enteredBy: string;
    enteredAt: string;
  } | null;
}
export interface RecordVersion {
  version: number;
  text: string;
  /** What each party stated, in the order of sides; the name as the reader may read it. */
  statements: { partyId: string; name: string; side: number; text: string }[];
  facts: string;
  outcome: string;
  routesTold: OtherRoute[];
  correctionReason: string;
  writtenBy: string;
  writtenAt: string;
}
export interface SessionCard {
  id: string;
  ordinal: number;
  kind: SessionKind;
  status: SessionStatus;
  startsAt: string;
  endsAt: string;
  version: number;
  result: SessionResult | null;
  cancelReason: string;
  mode: SessionMode;
  /** Until when it is only held; null = confirmed. */
  heldUntil: string | null;
  /** When it was started; null = not yet. */
  startedAt: string | null;
  /** Since when too few of those who must come can come. */
  atRiskSince: string | null;
  /** Who must come and how many have said yes. */
  quorum: Quorum;
  /** People asked to this session who have not answered yet. */
  asked: { personId: string; name: string; forceCode: string; answerBy: string }[];
  /** The room; where it is held elsewhere, `id` is null and `name` says where in words. */
  room: { id: string | null; name: string; seats: number | null; point: string; address: string };
  /** Who else was there, in words. */
  othersPresent: string;
  /** When it was written down, for one that had been held already; else null. */
  enteredAt: string | null;
  people: SessionPerson[];
  /** Who interprets or reads aloud for whom. */
  interpreters: Interpreter[];
  /** Who was asked to interpret and will not come. */
  refusedInterpreters: RefusedInterpreter[];
  /** Newest first; empty where the reader's view has no records. */
  records: RecordVersion[];
}
interface PersonChoice {
  id: string;
  name: string;
  role: Role;
  post: string;
  isLead: boolean;
}
interface Answered {
  personId: string;
  name: string;
  post: string;
  forceCode: string;
  forceNameZh: string;
  forceNameEn: string;
  status: InvitationStatus;
}
interface SessionsTab {
  sessions: SessionCard[];
  forces: ForceWords[];
  staff: PersonChoice[];
  invited: Answered[];
  parties: PartyChoice[];
  /** Who was a party and is none any more: they may have been at a session that is entered later. */
  departed: PartyChoice[];
  /** Which parties need an interpreter or a reader. */
  needs: InterpretingNeed[];
}

const empty: SessionsTab = { sessions: [], forces: [], staff: [], invited: [], parties: [], departed: [], needs: [] };

const sessionActions: readonly Action[] = [
  "session.book",
  "convening.send",
  "session.confirm",
  "session.swapPerson",
  "session.move",
  "session.cancel",
  "session.start",
  "session.beginNow",
  "session.recordHeld",
  "session.record",
  "session.correctRecord",
  "session.setVideo",
  "session.tell",
  "paper.ask",
  "interpreter.name",
  "interpreter.end",
  "interpreter.recordAnswer",
  "interpreter.tell",
  "interpreter.attend",
  "interpreter.need",
];

/** The newest telling of a party `sp` of session `se`; row-level security shows it to the lead and the committee. */
const lastTold = sql`(select jsonb_build_object('startsAt', tl.starts_at, 'means', tl.means, 'at', tl.told_at, 'by', tb.name, 'to', tl.told_to, 'answer', tl.answer,
    'note', tl.note, 'enteredBy', te.name, 'enteredAt', tl.entered_at)
  from session_tellings tl join people tb on tb.county_id = tl.county_id and tb.id = tl.told_by
    join people te on te.county_id = tl.county_id and te.id = tl.entered_by
  where tl.county_id = se.county_id and tl.session_id = se.id and tl.party_id = sp.party_id
  order by tl.entered_at desc, tl.id desc limit 1)`;

/** All versions of the record of session `se`, newest first; names as the reader may read them. */
const recordsOf = (
  isShown: boolean,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('version', sr.version, 'text', sr.text,
                'facts', sr.facts, 'outcome', sr.outcome, 'routesTold', sr.routes_told, 'statements', (
                  select coalesce(jsonb_agg(jsonb_build_object('partyId', st."partyId", 'name', ps.name, 'side', ps.side, 'text', st.text) order by ps.side, ps.position), '[]')
                  from jsonb_to_recordset(sr.statements) st ("partyId" uuid, text text) join app.readable_parties ps on ps.county_id = sr.county_id and ps.id = st."partyId"),
                'correctionReason', sr.correction_reason, 'writtenBy', w.name, 'writtenAt', sr.written_at) order by sr.version desc), '[]')
              from session_records sr join people w on w.county_id = sr.county_id and w.id = sr.written_by
              where ${isShown} and sr.county_id = se.county_id and sr.session_id = se.id)`;

/**
 * Everything of the sessions tab in one statement: sessions of the newest proceeding with people, room
 * and record versions; who may be asked to come; what the reader may do, and why booking has to wait.
 */
export function ofDispute(ctx: Context, { disputeId }: { disputeId: string }) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { view, dispute, proceeding, actsBy } = await readPart(tx, actor, disputeId, "sessions");
    if (!showsPart(view, "sessions")) throw notFound();
    if (!proceeding)
      return {
        ...empty,
        proceeding: null,
        allowed: [] as Action[],
        waitsFor: null,
        bookable: false,
        hasRecords: false,
      };
    const tab = tx.execute<{ tab: SessionsTab }>(sql`
      with ${partiesOfDispute(actor.countyId, dispute.id)},
      se as materialized (
        select s.*, jsonb_build_object('id', r.id, 'name', coalesce(r.name, s.place), 'seats', r.seats, 'point', coalesce(p.name, ''), 'address', coalesce(p.address, '')) as room
        from sessions s left join rooms r on r.county_id = s.county_id and r.id = s.room_id
          left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where s.county_id = ${actor.countyId}::uuid and s.proceeding_id = ${proceeding.id}::uuid)
      select jsonb_build_object(
        'sessions', (select coalesce(jsonb_agg(jsonb_build_object(
            'id', se.id, 'ordinal', se.ordinal, 'kind', se.kind, 'status', se.status, 'startsAt', se.starts_at, 'endsAt', se.ends_at,
            'version', se.version, 'result', se.result, 'cancelReason', se.cancel_reason, 'room', se.room, 'mode', se.mode, 'heldUntil', se.held_until, 'startedAt', se.started_at, 'atRiskSince', se.at_risk_since,
            'othersPresent', se.others_present, 'enteredAt', se.entered_at,
            'quorum', case when se.status = 'booked' then app.session_quorum(se.county_id, se.id)
              else jsonb_build_object('needs', json_build_array(), 'isMet', true, 'canBeMet', true) end,
            'asked', (select coalesce(jsonb_agg(jsonb_build_object('personId', i.person_id, 'name', pe.name, 'forceCode', i.force_code,
                'answerBy', i.answer_by) order by i.answer_by, pe.name), '[]')
              from invitations i join people pe on pe.county_id = i.county_id and pe.id = i.person_id
              where i.county_id = se.county_id and i.session_id = se.id and i.status in ('sent', 'seen')),
            'people', (select coalesce(jsonb_agg(jsonb_build_object('id', sp.id, 'personId', sp.person_id, 'partyId', sp.party_id,
                'name', coalesce(pe.name, pa.name), 'post', coalesce(pe.post, ''), 'side', pa.side, 'attendance', sp.attendance, 'despite', sp.despite,
                'spokenByLinkId', sp.spoken_by_link_id, 'party', case when pa.id is not null then json_build_object('id', pa.id, 'name', pa.name,
                  'kind', pa.kind, 'isSuspect', pa.is_suspect, 'needsGuardian', pa.needs_guardian, 'isDeparted', pa.is_departed, 'departedOn', pa.departed_on, 'links', coalesce(li.speakers, '[]')) end, 'told', ${lastTold})
                order by pa.side nulls last, pa.position, sp.person_id is distinct from ${proceeding.leadPersonId}::uuid, pe.name), '[]')
              from session_people sp left join people pe on pe.county_id = sp.county_id and pe.id = sp.person_id
                left join party pa on pa.id = sp.party_id left join link li on li.party_id = pa.id
              where sp.county_id = se.county_id and sp.session_id = se.id),
            'interpreters', ${interpreterRows(sql`n.county_id = se.county_id and n.session_id = se.id`)},
            'refusedInterpreters', ${refusedRows(sql`k.county_id = se.county_id and k.session_id = se.id and se.status = 'booked'`)},
            'records', ${recordsOf(showsPart(view, "records"))})
          order by se.starts_at desc), '[]') from se),
        'forces', (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en,
            'shortZh', f.short_zh, 'shortEn', f.short_en) order by f.sort), '[]')
          from forces f where f.county_id = ${actor.countyId}::uuid),
        'staff', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'role', role, 'post', post,
            'isLead', id = ${proceeding.leadPersonId}::uuid) order by id <> ${proceeding.leadPersonId}::uuid, role, ${byName(sql`name`)}), '[]')
          from people where county_id = ${actor.countyId}::uuid and id in (select app.may_sit_among(${actor.countyId}::uuid, ${proceeding.id}::uuid,
            array(select id from people where county_id = ${actor.countyId}::uuid and role in ('mediator', 'committeeHead', 'officer', 'stationHead'))))),
        'invited', (select coalesce(jsonb_agg(jsonb_build_object('personId', i.person_id, 'name', pe.name, 'post', pe.post,
            'forceCode', i.force_code, 'forceNameZh', f.name_zh, 'forceNameEn', f.name_en, 'status', i.status) order by f.sort, i.sent_at), '[]')
          from invitations i join people pe on pe.county_id = i.county_id and pe.id = i.person_id
            join forces f on f.county_id = i.county_id and f.code = i.force_code
          where i.county_id = ${actor.countyId}::uuid and i.proceeding_id = ${proceeding.id}::uuid and i.status <> 'withdrawn'),
        'needs', ${needRows(actor.countyId, dispute.id)},
        'parties', ${partyChoices(sql`not pa.is_departed`)}, 'departed', ${partyChoices(sql`pa.departed_on is not null`)}) as tab`);
    const [[row], facts] = await Promise.all([tab, factsOf(tx, actor.countyId, proceeding.id, now)]);
    const allowed = allowedActions(actor, actsBy, dispute, proceeding, facts).filter((action) =>
      sessionActions.includes(action),
    );
    const needs = transitionOf(proceeding.track, "session.book")?.needs ?? [];
    const gap = allows(actor.role, "session.book", actsBy) && !proceeding.endedAt ? unmet(needs, facts) : null;
    return {
      ...(row?.tab ?? empty),
      proceeding: {
        id: proceeding.id,
        version: proceeding.version,
        status: proceeding.status as ProceedingStatus,
        track: proceeding.track as Track,
      },
      allowed,
      bookable: allowed.includes("session.book"),
      hasRecords: showsPart(view, "records"),
      waitsFor: gap ? { code: gap.code, params: gap.params as ProblemParams } : null,
    };
  });
}
export type SessionsOverview = Awaited<ReturnType<typeof ofDispute>>;
