import { type SQL, sql } from "drizzle-orm";
import type { SessionKind, SessionStatus } from "@/db/vocabulary";
import { readDispute } from "../access/gate";
import type { PersonActor } from "../kernel/actor";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { asActor } from "../kernel/transaction";

/** A signed opinion. Row-level security keeps one for the mediator to its signer and the lead. */
export interface Opinion {
  id: string;
  lane: "joint" | "mediator";
  by: string;
  post: string;
  isOwn: boolean;
  signedAt: string;
  /** The number of the session it is about. */
  ordinal: number;
  /** Null while covered: one for the mediator gives its words only through `openOpinion`. */
  text: string | null;
}

const signed = (actor: PersonActor, disputeId: string, own: SQL): SQL => sql`
  select o.id, o.lane, p.name as by, p.post, o.person_id = ${actor.personId}::uuid as "isOwn", ${isoText(sql`o.signed_at`)} as "signedAt",
    s.ordinal, case when o.lane = 'joint' then o.text end as text
  from opinions o join people p on p.county_id = o.county_id and p.id = o.person_id
    join sessions s on s.county_id = o.county_id and s.id = o.session_id
  where o.county_id = ${actor.countyId}::uuid and o.dispute_id = ${disputeId}::uuid and ${own} order by o.signed_at desc, o.id desc limit ${listLimits.opinionsOfDispute}`;

/** Every opinion on a dispute the reader may know of, newest first. */
export function ofDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<Opinion[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "opinion.read", disputeId);
    return [...(await tx.execute<Opinion & Record<string, unknown>>(signed(actor, disputeId, sql`true`)))];
  });
}

/** What the page of writing an opinion needs: their sessions of this dispute, what is at issue, what they have signed. */
export interface OpinionOverview {
  title: string;
  lead: string;
  sessions: {
    id: string;
    ordinal: number;
    kind: SessionKind;
    status: SessionStatus;
    startsAt: string;
    endsAt: string;
  }[];
  /** The issues on the session's joint cards, oldest first. */
  issues: { id: string; text: string; isAgreed: boolean }[];
  own: Opinion[];
}

export function opinionOverview(ctx: Context, { disputeId }: { disputeId: string }): Promise<OpinionOverview> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding } = await readDispute(tx, actor, "opinion.sign", disputeId);
    const county = sql`${actor.countyId}::uuid`;
    const [row] = await tx.execute<Omit<OpinionOverview, "title" | "own">>(sql`select
      (select coalesce(max(l.name), '') from people l where l.county_id = ${county} and l.id = ${proceeding?.leadPersonId ?? null}::uuid) as lead,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'ordinal', s.ordinal, 'kind', s.kind, 'status', s.status,
          'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at), '[]')
        from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id = ${actor.personId}::uuid
        where s.county_id = ${county} and s.proceeding_id = ${proceeding?.id ?? null}::uuid and s.status <> 'cancelled') as sessions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'isAgreed', c.state = 'agreed') order by c.written_at, c.id), '[]')
        from desk_cards c join sessions s on s.county_id = c.county_id and s.id = c.session_id and s.proceeding_id = ${proceeding?.id ?? null}::uuid
        where c.county_id = ${county} and c.dispute_id = ${disputeId}::uuid and c.lane = 'joint' and c.kind = 'issue' and c.state <> 'withdrawn') as issues`);
    const own = await tx.execute<Opinion & Record<string, unknown>>(
      signed(actor, disputeId, sql`o.person_id = ${actor.personId}::uuid`),
    );
    return {
      title: dispute.title,
      lead: row?.lead ?? "",
      sessions: row?.sessions ?? [],
      issues: row?.issues ?? [],
      own: [...own],
    };
  });
}
