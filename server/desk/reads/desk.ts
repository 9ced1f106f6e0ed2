import { sql } from "drizzle-orm";
import type {
  Attendance,
  CardKind,
  CardState,
  FileKind,
  Lane,
  PartyLinkKind,
  PollStatus,
  ProceedingStatus,
  SessionKind,
  SessionMode,
  SessionStatus,
  SignatureMeans,
  Track,
} from "@/db/vocabulary";
import { openDispute } from "../../access/gate";
import { type Action, allows } from "../../access/policy";
import { transitionOf } from "../../disputes/lifecycle";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { privateLanes, writableLanes } from "../../notes/parts/writable-lanes";
import type { DeskInput } from "../inputs";
import { isLive } from "../parts/desk-hours";
import { draftStoreSecret } from "../parts/draft-store-secret";

export interface DeskPerson {
  /** The row of the session's people; attendance is ticked by it. */
  id: string;
  personId: string | null;
  partyId: string | null;
  name: string;
  /** Post of a helper, "" for a party. */
  post: string;
  /** The force a helper came for; null for parties and staff. */
  force: { code: string; nameZh: string; nameEn: string } | null;
  side: number | null;
  attendance: Attendance;
  /** The lead of the proceeding. */
  isLead: boolean;
}
export interface DeskSide {
  side: number;
  parties: {
    id: string;
    name: string;
    isMinor: boolean;
    links: { id: string; name: string; kind: PartyLinkKind; maySign: boolean }[];
  }[];
}
export interface DeskCard {
  id: string;
  lane: Lane;
  side: number | null;
  kind: CardKind;
  partyId: string | null;
  personId: string | null;
  /** Name of the party or person who spoke; null for a note of the desk and while covered. */
  speaker: string | null;
  /** Null while covered: private lanes give their words only through `openCard`. */
  text: string | null;
  state: CardState;
  /** The proposal this one answers. */
  answersId: string | null;
  version: number;
  writtenAt: string;
  changedAt: string;
  authorName: string;
}
export interface DeskPoll {
  id: string;
  question: string;
  amountFen: number;
  sides: number[];
  /** Open until all sides have answered; nobody is told how many have. */
  status: PollStatus;
  openedAt: string;
  closedAt: string | null;
}
export interface DeskStatement {
  id: string;
  /** 1, 2 … within the session; only the newest is signed. */
  ordinal: number;
  lines: string[];
  writtenBy: string;
  writtenAt: string;
  signatures: {
    partyId: string;
    party: string;
    side: number;
    means: SignatureMeans;
    signedAt: string;
    isDrawn: boolean;
  }[];
}
export interface DeskFile {
  id: string;
  lane: Lane;
  side: number | null;
  kind: FileKind;
  /** Null while covered, as of cards; the file itself opens at /api/files/<id>, each opening logged. */
  name: string | null;
  mime: string;
  bytes: number;
  addedBy: string;
  addedAt: string;
}
interface DeskRows {
  session: {
    id: string;
    ordinal: number;
    kind: SessionKind;
    mode: SessionMode;
    status: SessionStatus;
    startsAt: string;
    endsAt: string;
    startedAt: string | null;
    heldUntil: string | null;
    version: number;
    agenda: string;
    /** A door code has been made (it is shown once, when made). */
    hasCheckIn: boolean;
    room: { id: string; name: string; point: string };
    proceeding: { id: string; version: number; track: Track; status: ProceedingStatus };
  } | null;
  title: string;
  people: DeskPerson[];
  sides: DeskSide[];
  cards: DeskCard[];
  polls: DeskPoll[];
  statements: DeskStatement[];
  files: DeskFile[];
}

const deskActions: readonly Action[] = [
  "desk.write",
  "poll.open",
  "poll.answer",
  "poll.cancel",
  "fact.state",
  "fact.sign",
  "file.add",
  "harm.report",
  "session.showCheckIn",
  "session.start",
  "session.record",
  "session.setVideo",
];

const covered = sql.join(
  privateLanes.map((lane) => sql`${lane}`),
  sql`, `,
);

/**
 * Everything of one session's desk in one statement, for its lead; whoever leads another proceeding of the dispute
 * finds none. Private cards come without words. Sealed cards
 * do not come back to the lead at all: row-level security gives them to the head.
 */
export function readDesk(ctx: Context, { disputeId, sessionId }: DeskInput) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { relations } = await openDispute(tx, actor, "desk.read", { disputeId });
    const county = sql`${actor.countyId}::uuid`;
    const [row] = await tx.execute<{ desk: DeskRows }>(sql`
      with se as (select * from sessions where county_id = ${county} and dispute_id = ${disputeId}::uuid and id = ${sessionId}::uuid),
      pr as (select p.* from proceedings p join se on p.county_id = se.county_id and p.id = se.proceeding_id
        where p.lead_person_id = ${actor.personId}::uuid)
      select jsonb_build_object(
        'title', (select d.title from disputes d where d.county_id = ${county} and d.id = ${disputeId}::uuid),
        'session', (select jsonb_build_object('id', se.id, 'ordinal', se.ordinal, 'kind', se.kind, 'mode', se.mode, 'status', se.status,
            'startsAt', se.starts_at, 'endsAt', se.ends_at, 'startedAt', se.started_at, 'heldUntil', se.held_until, 'version', se.version,
            'agenda', se.agenda, 'hasCheckIn', se.check_in_hash is not null,
            'room', jsonb_build_object('id', r.id, 'name', r.name, 'point', cp.name),
            'proceeding', jsonb_build_object('id', pr.id, 'version', pr.version, 'track', pr.track, 'status', pr.status))
          from se cross join pr join rooms r on r.county_id = se.county_id and r.id = se.room_id
            join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id),
        'people', (select coalesce(jsonb_agg(jsonb_build_object('id', sp.id, 'personId', sp.person_id, 'partyId', sp.party_id,
            'name', coalesce(pe.name, pa.name), 'post', coalesce(pe.post, ''), 'side', pa.side, 'attendance', sp.attendance,
            'isLead', sp.person_id is not distinct from pr.lead_person_id, 'force', f.force)
            order by pa.side nulls last, pa.position, sp.person_id is not distinct from pr.lead_person_id, f.sort nulls last, pe.name), '[]')
          from session_people sp cross join pr
            left join people pe on pe.county_id = sp.county_id and pe.id = sp.person_id
            left join parties pa on pa.county_id = sp.county_id and pa.id = sp.party_id
            left join lateral (select fo.sort, jsonb_build_object('code', fo.code, 'nameZh', fo.name_zh, 'nameEn', fo.name_en) as force
              from invitations i join forces fo on fo.county_id = i.county_id and fo.code = i.force_code
              where i.county_id = sp.county_id and i.proceeding_id = pr.id and i.person_id = sp.person_id and i.status = 'accepted'
              order by i.sent_at desc limit 1) f on true
          where sp.county_id = ${county} and sp.session_id = ${sessionId}::uuid),
        'sides', (select coalesce(jsonb_agg(jsonb_build_object('side', side, 'parties', parties) order by side), '[]') from (
          select pa.side, jsonb_agg(jsonb_build_object('id', pa.id, 'name', pa.name, 'isMinor', pa.is_minor,
              'links', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'kind', l.kind, 'maySign', l.may_sign) order by l.id), '[]')
                from party_links l where l.county_id = pa.county_id and l.party_id = pa.id)) order by pa.position) as parties
          from parties pa where pa.county_id = ${county} and pa.dispute_id = ${disputeId}::uuid group by pa.side) s),
        'cards', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'lane', c.lane, 'side', c.side, 'kind', c.kind,
            'partyId', case when c.lane::text in (${covered}) then null else c.party_id end,
            'personId', case when c.lane::text in (${covered}) then null else c.person_id end,
            'speaker', case when c.lane::text in (${covered}) then null else coalesce(pa.name, pe.name) end,
            'text', case when c.lane::text in (${covered}) then null else c.text end,
            'state', c.state, 'answersId', c.answers_id, 'version', c.version, 'writtenAt', c.written_at, 'changedAt', c.changed_at,
            'authorName', au.name) order by c.written_at, c.id), '[]')
          from desk_cards c join people au on au.county_id = c.county_id and au.id = c.author_id
            left join parties pa on pa.county_id = c.county_id and pa.id = c.party_id
            left join people pe on pe.county_id = c.county_id and pe.id = c.person_id
          where c.county_id = ${county} and c.dispute_id = ${disputeId}::uuid and c.session_id = ${sessionId}::uuid),
        'polls', (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'question', n.question, 'amountFen', n.amount_fen, 'sides', n.sides,
            'status', n.status, 'openedAt', n.opened_at, 'closedAt', n.closed_at) order by n.opened_at desc, n.id desc), '[]')
          from number_polls n where n.county_id = ${county} and n.session_id = ${sessionId}::uuid),
        'statements', (select coalesce(jsonb_agg(jsonb_build_object('id', st.id, 'ordinal', st.ordinal, 'lines', st.lines,
            'writtenBy', w.name, 'writtenAt', st.written_at,
            'signatures', (select coalesce(jsonb_agg(jsonb_build_object('partyId', fs.party_id, 'party', pa.name, 'side', pa.side, 'means', fs.means,
                'signedAt', fs.signed_at, 'isDrawn', fs.strokes is not null) order by pa.side, pa.position), '[]')
              from fact_signatures fs join parties pa on pa.county_id = fs.county_id and pa.id = fs.party_id
              where fs.county_id = st.county_id and fs.statement_id = st.id)) order by st.ordinal desc), '[]')
          from fact_statements st join people w on w.county_id = st.county_id and w.id = st.written_by
          where st.county_id = ${county} and st.session_id = ${sessionId}::uuid),
        'files', (select coalesce(jsonb_agg(jsonb_build_object('id', fi.id, 'lane', fi.lane, 'side', fi.side, 'kind', fi.kind,
            'name', case when fi.lane::text in (${covered}) then null else fi.name end, 'mime', fi.mime, 'bytes', fi.bytes,
            'addedBy', ab.name, 'addedAt', fi.added_at) order by fi.added_at desc, fi.id), '[]')
          from files fi join people ab on ab.county_id = fi.county_id and ab.id = fi.added_by
          where fi.county_id = ${county} and fi.dispute_id = ${disputeId}::uuid and (fi.session_id = ${sessionId}::uuid or fi.session_id is null))
      ) as desk`);
    const desk = row?.desk;
    const session = desk?.session;
    if (!desk || !session) throw notFound();

    const live = isLive({ ...session, startsAt: new Date(session.startsAt) }, now);
    const allowed = deskActions.filter((action) => {
      if (!allows(actor.role, action, relations) || session.status !== "booked" || session.heldUntil) return false;
      if (action === "session.start" || action === "session.record" || action === "session.setVideo")
        return transitionOf(session.proceeding.track, action)?.from.includes(session.proceeding.status) ?? false;
      return live || action === "harm.report";
    });
    return {
      ...desk,
      session,
      lanes: allowed.includes("desk.write") ? writableLanes(actor.role, relations) : [],
      allowed,
      draftStoreSecret: draftStoreSecret(actor, sessionId),
      serverNow: now.toISOString(),
    };
  });
}
export type DeskState = Awaited<ReturnType<typeof readDesk>>;
