import { sql } from "drizzle-orm";
import type { InterpreterKind, InvitationStatus } from "@/db/vocabulary";
import type { AskingVisit } from "../../access/link-entry";
import type { OwnInvitation, OwnSession } from "../../invitations/reads/own";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";

/** A question to an interpreter as they see it: what for, when and where, who asks; no dispute, no party. Times are ISO text. */
export interface Asking extends Pick<OwnInvitation, "from" | "proposals" | "answerBy" | "answeredAt" | "offers"> {
  id: string;
  status: InvitationStatus;
  /** The session goes on and they may come. */
  isOpen: boolean;
  isWaiting: boolean;
  helps: { kind: InterpreterKind; language: string }[];
  /** Null once it is closed. */
  session: OwnSession | null;
}

/**
 * The question of a visit. Once it is closed (no, too late, taken back, the session over) nothing is left of it but what
 * became of it.
 */
export function visitedAsking(visit: AskingVisit): Promise<Asking> {
  const { countyId } = visit.actor;
  return asActor({ actor: visit.actor, now: visit.now }, async (tx) => {
    const [found] = await tx.execute<{ asking: Omit<Asking, "offers"> }>(sql`
      select jsonb_build_object('id', k.id, 'status', k.status, 'isOpen', c.is_open, 'isWaiting', c.is_open and k.status = 'sent',
        'answerBy', k.answer_by, 'answeredAt', k.answered_at, 'proposals', case when c.is_open then k.proposals else '[]' end,
        'helps', (select coalesce(jsonb_agg(distinct jsonb_build_object('kind', n.kind, 'language', n.language)), '[]') from interpreters n
          where n.county_id = k.county_id and n.asking_id = k.id and n.ended_at is null),
        'from', jsonb_build_object('name', a.name, 'post', a.post, 'phone', a.phone, 'unit', coalesce(st.name, '')),
        'session', case when c.is_open then jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'status', s.status, 'attendance', 'expected',
          'room', case when v.is_video then '' else coalesce(r.name, s.place) end, 'point', case when v.is_video then '' else coalesce(p.name, '') end,
          'address', case when v.is_video then '' else coalesce(p.address, '') end, 'isVideo', v.is_video,
          'videoUrl', (select l.url from video_links l where v.is_video and l.county_id = s.county_id and l.session_id = s.id)) end) as asking
      from interpreter_askings k
        cross join lateral (select app.asking_is_open(k.county_id, k.id) as is_open) c
        join sessions s on s.county_id = k.county_id and s.id = k.session_id
        cross join lateral (select s.mode = 'video' as is_video) v
        join people a on a.county_id = k.county_id and a.id = k.asked_by
        left join stations st on st.county_id = a.county_id and st.id = a.station_id
        left join rooms r on r.county_id = s.county_id and r.id = s.room_id
        left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
      where k.county_id = ${countyId}::uuid and k.id = ${visit.askingId}::uuid`);
    if (!found) throw notFound();
    const { session } = found.asking;
    return { ...found.asking, offers: session ? [{ ...session, isHeld: true }] : [] };
  });
}
