import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ProposedTime } from "@/db/schema/invitations";
import type { DeclineReason, InvitationStatus, PointKind, SpokenMeans, TieKind, Track } from "@/db/vocabulary";
import { readDispute, readPart } from "../../access/gate";
import type { Action } from "../../access/policy";
import { showsPart } from "../../access/views";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import type { ForceWords } from "../../consents/queries";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { type Candidate, rankCandidates } from "../../panel/reads/candidates";

/** One invitation as the lead team sees it. Instants are ISO text. */
export interface BoardInvitation {
  id: string;
  forceCode: string;
  personId: string;
  name: string;
  post: string;
  status: InvitationStatus;
  sentBy: string;
  sentAt: string;
  seenAt: string | null;
  answerBy: string;
  answeredAt: string | null;
  /** Entered by somebody who heard it: how it came, who said it, who entered it and when; null for an answer of their own. */
  spoken: { means: SpokenMeans; saidBy: string; enteredBy: string; enteredAt: string } | null;
  declineReason: DeclineReason | null;
  /** Their own words to the lead team; "" for everybody else. */
  declineNote: string;
  /** The person whose seat this one took. */
  replaces: string | null;
  replacesId: string | null;
  /** The session they are asked to; null while only their help as such is asked. */
  sessionId: string | null;
  /** That session while it is still to be held, for moving it to a time they propose. */
  session: { id: string; version: number; startsAt: string; endsAt: string; roomId: string | null } | null;
  proposals: ProposedTime[];
  proposalNote: string;
  proposedAt: string | null;
  disclosedAt: string | null;
  /** The ties they disclosed, for the lead team only; null where ties are hidden. */
  disclosed: { party: string; side: number; kind: TieKind; note: string }[] | null;
  /** They disclosed a tie, and some party has not waived it yet. */
  isWaiverAwaited: boolean;
  /** The colleague they named instead of themselves. */
  deputy: { personId: string; name: string } | null;
  /** The newest link for answering without an account; null where there is none, or links are hidden. */
  link: LinkState | null;
}

/** The state of a link; nobody can read its token or code again. */
export interface LinkState {
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  usedAt: string | null;
  /** Opened by a person who entered the right digits. */
  isOpened: boolean;
  triesLeft: number;
}

/** What the system did about a freed seat: whom it asked, or why it asked nobody. Instants are ISO text. */
export interface Substitution {
  /** The declined or silent invitation. */
  replaces: string;
  invitation: string | null;
  reason: "nobody" | "noTime" | "enough" | "inPerson" | null;
  at: string;
}

/** A force of the board with what its seat needs to know; names of parties are null where consents are hidden. */
export interface BoardForce extends ForceWords {
  /** Parties who have not agreed that this force be asked. */
  missing: Speakable[] | null;
  /** Those of them who said no. */
  objecting: string[] | null;
}

export interface BoardPoint {
  id: string;
  kind: PointKind;
  name: string;
  address: string;
  rooms: { name: string; seats: number }[];
  isChosen: boolean;
}

interface Row {
  lead: {
    name: string;
    post: string;
    unit: string;
    organisation: string;
    assistant: string | null;
    assistantPost: string | null;
  } | null;
  forces: BoardForce[];
  invitations: BoardInvitation[];
  substitutions: Substitution[];
  points: BoardPoint[];
  parties: number;
  unconsented: { id: string; name: string }[] | null;
  hasSummary: boolean;
  summaryVersion: number;
}

export interface Board extends Row {
  proceedingId: string | null;
  track: Track | null;
  /** The proceeding has ended: nobody is asked any more, and consents are not shown. */
  isEnded: boolean;
  /** The best person not yet asked, by force code. */
  suggestions: Record<string, { personId: string; name: string; post: string }>;
  allowed: Action[];
}

const acts: readonly Action[] = [
  "convening.send",
  "invitation.send",
  "invitation.withdraw",
  "invitation.recordAnswer",
  "invitation.makeLink",
  "invitation.revokeLink",
  "session.move",
  "consent.record",
  "notice.give",
];

interface Of {
  countyId: string;
  disputeId: string;
  proceedingId: string | null;
}

/**
 * One statement for the whole board of a proceeding; disclosed ties and invitees' own words are for the lead team
 * alone.
 */
function boardRow({ countyId, disputeId, proceedingId }: Of, isLeadTeam: boolean, isEnded: boolean): SQL {
  const asks = isLeadTeam && !isEnded;
  const whileOpen = (read: SQL) => (asks ? read : sql`null`);
  const forLeadTeam = (read: SQL, other: SQL) => (isLeadTeam ? read : other);
  // The parties' answers are read once, behind the view that says what may be read of a party.
  return sql`with party as materialized (
      select id, name, side, position, json_build_object('id', p.id, 'name', p.name, ${speakable()}) as who
      from app.readable_parties p where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid),
    force as materialized (select code, name_zh, name_en, short_zh, short_en, sort from forces f where county_id = ${countyId}::uuid
      -- Whoever was asked of a force that has left the board since keeps their seat here.
      and (disabled_at is null or exists (select from invitations i where i.county_id = f.county_id and i.proceeding_id = ${proceedingId}::uuid and i.force_code = f.code))),
    gap as materialized (
      select g.force_code, json_agg(y.who order by y.position) as missing
      from app.consent_gaps(${countyId}::uuid, ${proceedingId}::uuid, ${disputeId}::uuid, '{}', array(select code from force union all select null)) g
      join party y on y.id = g.party_id where ${asks}::boolean group by g.force_code),
    said as materialized (
      select x.force_code, json_agg(x.name order by x.position) as objecting from (
        select distinct on (c.force_code, y.id) c.force_code, y.name, y.position, c.answer from consents c join party y on y.id = c.party_id
        where ${asks}::boolean and c.county_id = ${countyId}::uuid and c.proceeding_id = ${proceedingId}::uuid and c.subject = 'inviteForce'
        order by c.force_code, y.id, c.recorded_at desc, c.id desc) x where x.answer = 'refused' group by x.force_code)
  select json_build_object(
    'lead', (select json_build_object('name', l.name, 'post', l.post, 'unit', pr.lead_unit,
      'organisation', coalesce((select c.name from committees c where c.county_id = pr.county_id and c.id = l.committee_id),
        (select s.name from stations s where s.county_id = pr.county_id and s.id = l.station_id), ''),
      'assistant', a.name, 'assistantPost', a.post)
      from proceedings pr join people l on l.county_id = pr.county_id and l.id = pr.lead_person_id
      left join people a on a.county_id = pr.county_id and a.id = pr.assistant_id
      where pr.county_id = ${countyId}::uuid and pr.id = ${proceedingId}::uuid),
    'forces', (select coalesce(json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en,
      'missing', ${whileOpen(sql`coalesce(g.missing, '[]')`)}, 'objecting', ${whileOpen(sql`coalesce(o.objecting, '[]')`)}) order by f.sort), '[]')
      from force f left join gap g on g.force_code = f.code left join said o on o.force_code = f.code),
    'invitations', (select coalesce(json_agg(json_build_object('id', i.id, 'forceCode', i.force_code, 'personId', i.person_id, 'name', p.name,
      'post', coalesce(nullif(p.post, ''), p.employer), 'status', i.status, 'sentBy', b.name, 'sentAt', i.sent_at, 'seenAt', i.seen_at,
      'answerBy', i.answer_by, 'answeredAt', i.answered_at,
      'spoken', (select json_build_object('means', i.spoken_means, 'saidBy', i.said_by, 'enteredBy', e.name, 'enteredAt', i.entered_at)
        from people e where e.county_id = i.county_id and e.id = i.entered_by), 'declineReason', i.decline_reason, 'declineNote', ${forLeadTeam(sql`i.decline_note`, sql`''`)},
      'replaces', (select q.name from invitations o join people q on q.county_id = o.county_id and q.id = o.person_id
        where o.county_id = i.county_id and o.id = i.replaces_id), 'replacesId', i.replaces_id, 'sessionId', i.session_id,
      'session', (select json_build_object('id', s.id, 'version', s.version, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'roomId', s.room_id)
        from sessions s where s.county_id = i.county_id and s.id = i.session_id and s.status = 'booked'),
      'proposals', i.proposals, 'proposalNote', ${forLeadTeam(sql`i.proposal_note`, sql`''`)}, 'proposedAt', i.proposed_at, 'disclosedAt', ${forLeadTeam(sql`i.disclosed_at`, sql`null`)},
      'disclosed', ${whileOpen(sql`(select coalesce(json_agg(json_build_object('party', y.name, 'side', y.side, 'kind', t.kind, 'note', t.note) order by y.position, t.kind), '[]')
        from ties t join party y on y.id = t.party_id
        where t.county_id = i.county_id and t.dispute_id = i.dispute_id and t.person_id = i.person_id and t.source = 'disclosed')`)},
      'isWaiverAwaited', ${forLeadTeam(
        sql`i.disclosed_at is not null and i.status in ('sent', 'seen')
        and exists (select from app.barring_ties(i.county_id, i.proceeding_id, i.dispute_id, i.person_id))`,
        sql`false`,
      )},
      'deputy', (select json_build_object('personId', d.id, 'name', d.name) from people d where d.county_id = i.county_id and d.id = i.deputy_id),
      'link', (select json_build_object('createdAt', l.created_at, 'expiresAt', l.expires_at, 'revokedAt', l.revoked_at, 'usedAt', l.used_at,
          'isOpened', l.visit_expires_at is not null, 'triesLeft', l.tries_left) from invitation_links l
        where l.county_id = i.county_id and l.invitation_id = i.id order by l.created_at desc limit 1)) order by i.id), '[]')
      from invitations i join people p on p.county_id = i.county_id and p.id = i.person_id
      join people b on b.county_id = i.county_id and b.id = i.sent_by
      where i.county_id = ${countyId}::uuid and i.proceeding_id = ${proceedingId}::uuid),
    'substitutions', (select coalesce(json_agg(json_build_object('replaces', e.said ->> 'replaces', 'invitation', e.said ->> 'invitation',
        'reason', e.said ->> 'reason', 'at', to_timestamp(e.at_us / 1000000.0)) order by e.seq), '[]')
      from (select seq, at_us, payload::jsonb as said from events where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid
        and proceeding_id = ${proceedingId}::uuid and action = 'invitation.substitute') e),
    'points', (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'address', p.address,
      'isChosen', p.id is not distinct from d.point_id,
      'rooms', (select coalesce(json_agg(json_build_object('name', r.name, 'seats', r.seats) order by r.name), '[]') from rooms r
        where r.county_id = p.county_id and r.point_id = p.id and r.disabled_at is null))
      order by p.id is not distinct from d.point_id desc, p.kind, p.name), '[]')
      from contact_points p where p.county_id = d.county_id and p.disabled_at is null
        -- Of the station that has this proceeding: after a transfer the dispute's is another one.
        and p.station_id = coalesce((select pr.station_id from proceedings pr where pr.county_id = d.county_id and pr.id = ${proceedingId}::uuid), d.station_id)
        and (p.id is not distinct from d.point_id or exists (select from rooms r where r.county_id = p.county_id and r.point_id = p.id and r.disabled_at is null))),
    'parties', (select count(*) from party),
    'unconsented', ${whileOpen(sql`coalesce((select missing from gap where force_code is null), '[]')`)},
    'hasSummary', coalesce(facts.neutral_summary <> '', false), 'summaryVersion', facts.version
  ) as row from disputes d left join dispute_facts facts on facts.county_id = d.county_id and facts.dispute_id = d.id where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`;
}

async function bestOf(tx: Tx, of: Of, now: Date): Promise<Board["suggestions"]> {
  const best = await tx.execute<Candidate & Record<string, unknown>>(
    rankCandidates(of, { now, forceCode: null, limit: 1 }),
  );
  return Object.fromEntries(
    best
      .filter((one) => one.status === null && one.barring.length === 0)
      .map((one) => [one.forceCode, { personId: one.personId, name: one.name, post: one.post }]),
  );
}

/** The 1+8+N of a dispute's newest proceeding: lead, forces with their invitations, points, and what may be done. */
export function boardOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Board> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy, view } = await readPart(tx, actor, disputeId, "board");
    if (!showsPart(view, "board")) throw forbidden();
    const of = { countyId: actor.countyId, disputeId, proceedingId: proceeding?.id ?? null };
    const isEnded = Boolean(proceeding?.endedAt);
    const isLeadTeam = showsPart(view, "consents");
    const [[found], facts, suggestions] = await Promise.all([
      tx.execute<{ row: Row }>(boardRow(of, isLeadTeam, isEnded)),
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
      // A suggestion that skips a person would tell other readers of a tie.
      proceeding && !isEnded && isLeadTeam ? bestOf(tx, of, now) : {},
    ]);
    if (!found) throw new Error("no board row");
    const may = allowedActions(actor, actsBy, dispute, proceeding, facts);
    return {
      ...found.row,
      proceedingId: of.proceedingId,
      track: proceeding?.track ?? null,
      isEnded,
      suggestions,
      allowed: acts.filter((action) => may.includes(action)),
    };
  });
}

/** The people of one force who could be asked, best first. */
export function candidatesFor(
  ctx: Context,
  { disputeId, forceCode }: { disputeId: string; forceCode: string },
): Promise<Candidate[]> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "invitation.candidates", disputeId);
    const of = { countyId: actor.countyId, disputeId, proceedingId: proceeding?.id ?? null };
    return [
      ...(await tx.execute<Candidate & Record<string, unknown>>(rankCandidates(of, { now, forceCode, limit: 60 }))),
    ];
  });
}
