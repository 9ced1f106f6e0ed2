import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OfferedTime, ProposedTime } from "@/db/schema/invitations";
import type { Attendance, DisputeType, InvitationStatus, SessionStatus } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { ForceWords } from "../../consents/queries";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { offersNow } from "../parts/held-hour";

/** When and where the invitee is expected; names no dispute. Instants are ISO text. */
export interface OwnSession {
  id: string;
  startsAt: string;
  endsAt: string;
  status: SessionStatus;
  attendance: Attendance;
  room: string;
  point: string;
  address: string;
  /** Held by video: no room is named, and the link is there while it is to be held. */
  isVideo: boolean;
  videoUrl: string | null;
}

/**
 * An invitation as the invitee sees it: never more than was frozen into it, and once it is closed (declined, lapsed,
 * withdrawn, or the matter has ended) its dates, force and number alone. `app.own_cards()` empties everything else.
 */
export interface OwnInvitation {
  id: string;
  status: InvitationStatus;
  /** The card still shows who asks, the parties and the summary. */
  isOpen: boolean;
  /** The dispute's number. */
  number: string;
  /** Waits for their answer and the matter is still open. */
  isWaiting: boolean;
  force: ForceWords & { seat: number };
  roleAsked: string;
  neutralSummary: string;
  partyNames: string[];
  sentAt: string;
  answerBy: string;
  answeredAt: string | null;
  from: { name: string; post: string; phone: string; unit: string };
  sessions: OwnSession[];
  /**
   * The offered times, the held one first. On the card of one invitation the held one is the session's present time,
   * and each says how many others could not come.
   */
  offers: OfferedTime[];
  proposals: ProposedTime[];
  proposalNote: string;
  proposedAt: string | null;
  /** Whether they disclosed a tie, and the parties are being asked or have waived it. */
  disclosure: "none" | "asked" | "waived";
  /** The colleague they named instead of themselves. */
  deputy: string | null;
  /** Whether they named one, also where the card is closed and no longer says whom. */
  isDeputised: boolean;
}

const session = sql`json_build_object('id', s.session_id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'status', s.status,
  'attendance', s.attendance, 'room', s.room, 'point', s.point, 'address', s.address, 'isVideo', s.is_video, 'videoUrl', s.video_url)`;

/** Cards of the reader; `which` are the arguments of `app.own_cards`. */
const cards = (ctx: Context, which: SQL): SQL => sql`
  select i.id, i.status, i.is_waiting as "isWaiting", i.is_open as "isOpen", i.number, i.role_asked as "roleAsked", i.neutral_summary as "neutralSummary",
    to_json(i.party_names) as "partyNames", to_json(i.sent_at) as "sentAt", to_json(i.answer_by) as "answerBy", to_json(i.answered_at) as "answeredAt",
    json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en,
      'seat', (select count(*) from forces o where o.county_id = f.county_id and o.sort < f.sort and o.disabled_at is null)) as force,
    json_build_object('name', coalesce(b.name, ''), 'post', coalesce(b.post, ''), 'phone', coalesce(b.phone, ''), 'unit', coalesce(st.name, '')) as "from",
    case when i.is_open then (select coalesce(json_agg(${session} order by s.starts_at), '[]') from app.own_sessions(i.proceeding_id) s
      where s.status <> 'cancelled') else '[]' end as sessions,
    (select coalesce(json_agg(o order by (o ->> 'isHeld')::boolean desc, o ->> 'startsAt'), '[]') from jsonb_array_elements(i.offers) o) as offers,
    i.proposals, i.proposal_note as "proposalNote", to_json(i.proposed_at) as "proposedAt",
    case when i.disclosed_at is null then 'none'
      when not i.is_waiting or not exists (select from app.barring_ties(f.county_id, i.proceeding_id, i.dispute_id, ${ctx.actor.personId}::uuid)) then 'waived'
      else 'asked' end as disclosure,
    (select p.name from people p where p.county_id = f.county_id and p.id = i.deputy_id) as deputy, i.is_deputised as "isDeputised"
  from app.own_cards(${which}) i
  join forces f on f.county_id = ${ctx.actor.countyId}::uuid and f.code = i.force_code
  left join people b on b.county_id = f.county_id and b.id = i.sent_by
  left join stations st on st.county_id = b.county_id and st.id = b.station_id
  order by i.id desc`;

const readCards = (tx: Tx, query: SQL) => tx.execute<OwnInvitation & Record<string, unknown>>(query);
const pageSize = 20;

/**
 * All invitations that wait for the reader, and a page of the others, newest first; `next` is the cursor of the page
 * after.
 */
export function ownInvitations(
  ctx: Context,
  { before }: { before: string | null },
): Promise<{ waiting: OwnInvitation[]; answered: OwnInvitation[]; next: string | null }> {
  return asActor(ctx, async (tx) => {
    const waiting = before ? [] : await readCards(tx, cards(ctx, sql`p_waiting => true, p_limit => 100`));
    const page = await readCards(
      tx,
      cards(ctx, sql`p_waiting => false, p_before => ${before}::uuid, p_limit => ${pageSize + 1}`),
    );
    const answered = page.slice(0, pageSize);
    return { waiting: [...waiting], answered, next: page.length > pageSize ? (answered.at(-1)?.id ?? null) : null };
  });
}

/** How many invitations wait for their answer. */
export function waitingInvitations(ctx: Context): Promise<{ waiting: number }> {
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from app.own_cards(p_waiting => true)`,
    );
    return { waiting: row?.waiting ?? 0 };
  });
}

/** One invitation of their own; anybody else's is not found. */
export async function ownInvitation(ctx: Context, { invitationId }: { invitationId: string }): Promise<OwnInvitation> {
  const { actor, now } = ctx;
  const card = await asActor(ctx, async (tx) => (await readCards(tx, cards(ctx, sql`${invitationId}::uuid`)))[0]);
  if (!card) throw notFound();
  // Whoever has answered is told the hours of their sessions instead.
  if (!card.isWaiting) return card;
  const read = (tx: Tx) => offersNow(tx, actor.countyId, invitationId, card.offers, now);
  return { ...card, offers: await asActor(ctx, read, { systemTakesPart: true }) };
}

/** What helps an invitee prepare, once they have accepted and while the proceeding is open. */
export interface Brief {
  number: string;
  title: string;
  type: DisputeType;
  place: string;
  facts: string;
  lead: { name: string; phone: string; unit: string };
  /** The others who have accepted. */
  helpers: { name: string; post: string; forceZh: string; forceEn: string }[];
}

export function ownBrief(ctx: Context, { invitationId }: { invitationId: string }): Promise<Brief> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [own] = await tx.execute<{ disputeId: string; proceedingId: string }>(sql`
      select dispute_id as "disputeId", proceeding_id as "proceedingId" from app.own_cards(${invitationId}::uuid)
      where is_open and status = 'accepted'`);
    if (!own) throw notFound();
    const gate = readDispute(tx, actor, "dispute.read", own.disputeId);
    const brief = tx.execute<{ row: Brief }>(sql`
      select json_build_object('number', d.number, 'title', d.title, 'type', d.type, 'place', d.place, 'facts', f.facts,
        'lead', json_build_object('name', l.name, 'phone', l.phone, 'unit', pr.lead_unit),
        'helpers', (select coalesce(json_agg(json_build_object('name', p.name, 'post', p.post, 'forceZh', g.name_zh, 'forceEn', g.name_en) order by g.sort), '[]')
          from invitations i join people p on p.county_id = i.county_id and p.id = i.person_id join forces g on g.county_id = i.county_id and g.code = i.force_code
          where i.county_id = pr.county_id and i.proceeding_id = pr.id and i.status = 'accepted' and i.person_id <> ${actor.personId}::uuid)) as row
      from disputes d
      join dispute_facts f on f.county_id = d.county_id and f.dispute_id = d.id
      join proceedings pr on pr.county_id = d.county_id and pr.id = ${own.proceedingId}::uuid
      join people l on l.county_id = pr.county_id and l.id = pr.lead_person_id
      where d.county_id = ${actor.countyId}::uuid and d.id = ${own.disputeId}::uuid`);
    const [, [found]] = await Promise.all([gate, brief]);
    if (!found) throw notFound();
    return found.row;
  });
}
