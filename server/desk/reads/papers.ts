import { sql } from "drizzle-orm";
import type { CardKind, HarmKind, Lane } from "@/db/vocabulary";
import { openDispute, readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { DeskInput } from "../inputs";
import { composeRecord, type RecordDraft } from "../parts/compose-record";
import type { DeskCard, DeskStatement } from "./desk";

/** A draft of the joint record from the cards of one session; all lists empty where the desk was not used. */
export function recordDraft(ctx: Context, { disputeId, sessionId }: DeskInput): Promise<RecordDraft> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await openDispute(tx, actor, "session.record", { disputeId });
    const cards = await tx.execute<
      Pick<DeskCard, "lane" | "kind" | "state" | "text" | "speaker"> & Record<string, unknown>
    >(sql`
      select c.lane, c.kind, c.state, c.text, coalesce(pa.name, pe.name) as speaker
      from desk_cards c left join app.readable_parties pa on pa.county_id = c.county_id and pa.id = c.party_id
        left join people pe on pe.county_id = c.county_id and pe.id = c.person_id
      where c.county_id = ${actor.countyId}::uuid and c.dispute_id = ${disputeId}::uuid and c.session_id = ${sessionId}::uuid
        and c.lane = 'joint' and c.state <> 'withdrawn'
      order by c.written_at, c.id`);
    return composeRecord(cards);
  });
}

export interface AgreedCard {
  cardId: string;
  text: string;
  speaker: string | null;
  side: number | null;
  /** Number of the session it was agreed in. */
  ordinal: number;
}

/** Proposals agreed in joint sessions of the newest proceeding, oldest first: the first clauses of an agreement. */
export function agreedOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<AgreedCard[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "agreement.draft", disputeId);
    if (!proceeding) return [];
    const [row] = await tx.execute<{ cards: AgreedCard[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('cardId', c.id, 'text', c.text, 'speaker', coalesce(pa.name, pe.name),
          'side', pa.side, 'ordinal', s.ordinal) order by c.changed_at, c.id), '[]') as cards
      from desk_cards c join sessions s on s.county_id = c.county_id and s.id = c.session_id
        left join app.readable_parties pa on pa.county_id = c.county_id and pa.id = c.party_id
        left join people pe on pe.county_id = c.county_id and pe.id = c.person_id
      where c.county_id = ${actor.countyId}::uuid and c.dispute_id = ${disputeId}::uuid and s.proceeding_id = ${proceeding.id}::uuid
        and c.lane = 'joint' and c.kind = 'proposal' and c.state = 'agreed'`);
    return row?.cards ?? [];
  });
}

export interface HarmReport {
  id: string;
  kind: HarmKind;
  text: string;
  reason: string;
  reportedBy: string;
  reportedAt: string;
  /** Number of the session it was said in; null outside one. */
  ordinal: number | null;
}

/** Reports of danger to the station, newest first. */
export function harmOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<HarmReport[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "harm.read", disputeId);
    const [row] = await tx.execute<{ reports: HarmReport[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'text', h.text, 'reason', h.reason,
          'reportedBy', p.name, 'reportedAt', h.reported_at, 'ordinal', s.ordinal) order by h.reported_at desc, h.id desc), '[]') as reports
      from harm_reports h join people p on p.county_id = h.county_id and p.id = h.reported_by
        left join sessions s on s.county_id = h.county_id and s.id = h.session_id
      where h.county_id = ${actor.countyId}::uuid and h.dispute_id = ${disputeId}::uuid`);
    return row?.reports ?? [];
  });
}

/** Statements of undisputed facts of a dispute with who signed, newest first; for everyone who takes part. */
export function statementsOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<DeskStatement[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "fact.read", disputeId);
    const [row] = await tx.execute<{ statements: DeskStatement[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('id', st.id, 'ordinal', st.ordinal, 'lines', st.lines, 'writtenBy', w.name,
          'writtenAt', st.written_at, 'signatures', (select coalesce(jsonb_agg(jsonb_build_object('partyId', fs.party_id, 'party', pa.name,
              'side', pa.side, 'means', fs.means, 'signedAt', fs.signed_at, 'isDrawn', fs.strokes is not null) order by pa.side, pa.position), '[]')
            from fact_signatures fs join app.readable_parties pa on pa.county_id = fs.county_id and pa.id = fs.party_id
            where fs.county_id = st.county_id and fs.statement_id = st.id)) order by st.written_at desc, st.ordinal desc), '[]') as statements
      from fact_statements st join people w on w.county_id = st.county_id and w.id = st.written_by
      where st.county_id = ${actor.countyId}::uuid and st.dispute_id = ${disputeId}::uuid`);
    return row?.statements ?? [];
  });
}

export interface SealedCard {
  id: string;
  lane: Lane;
  kind: CardKind;
  authorName: string;
  writtenAt: string;
  ordinal: number;
}

/**
 * Sealed cards of a dispute without their words, newest first. Row-level security shows them to the head alone, who
 * opens each by `openCard`.
 */
export function sealedOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<SealedCard[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "note.read", disputeId);
    const [row] = await tx.execute<{ cards: SealedCard[] }>(sql`
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'lane', c.lane, 'kind', c.kind, 'authorName', p.name,
          'writtenAt', c.written_at, 'ordinal', s.ordinal) order by c.written_at desc, c.id desc), '[]') as cards
      from desk_cards c join people p on p.county_id = c.county_id and p.id = c.author_id
        join sessions s on s.county_id = c.county_id and s.id = c.session_id
      where c.county_id = ${actor.countyId}::uuid and c.dispute_id = ${disputeId}::uuid and c.lane = 'sealed'`);
    return row?.cards ?? [];
  });
}
