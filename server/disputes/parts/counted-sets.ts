import { type SQL, sql } from "drizzle-orm";

/*
 * Sets of disputes that are counted without a span of time, each said once: lists, tiles, badges and tabs of one word show one
 * number. All are asked of dispute `d`. Figures of a span are in server/statistics/reads/figures.ts; "open" there, at the end
 * of a span that lasts until now, is `isOpen` here.
 */

const someProceeding = (wanted: SQL): SQL =>
  sql`exists (select from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id and ${wanted})`;

/** A registration that was merged into another is in none of them: one matter is one. */
const isItself = sql`d.merged_at is null`;

/** 等受理: registered, and neither taken up nor refused. */
export const isUntriaged = sql`(${isItself} and d.not_accepted_at is null and not ${someProceeding(sql`true`)})`;

/** 在办: taken up, and not over. */
export const isOpen = someProceeding(sql`x.ended_at is null`);

/** 在办 of one lead, or what is late of it: what a committee's head reads of each lead. */
export const isInHand = (leadId: string | null, lateAt: Date | null): SQL =>
  someProceeding(
    sql.join(
      [
        sql`x.ended_at is null`,
        ...(leadId ? [sql`x.lead_person_id = ${leadId}::uuid`] : []),
        ...(lateAt ? [sql`x.next_due_at < ${lateAt.toISOString()}::timestamptz`] : []),
      ],
      sql` and `,
    ),
  );

/** 我的: not filed, and led by this person or waiting for them; or registered by them and waiting for triage. */
export const isMine = (personId: string): SQL => sql`(
  ${isItself} and ${someProceeding(sql`x.archived_at is null and (x.lead_person_id = ${personId}::uuid or x.next_owner_id = ${personId}::uuid)`)}
  or d.registered_by = ${personId}::uuid and ${isUntriaged})`;

/** 近 7 天没并进纠纷的, of call `c`: older ones that are part of none are listed and no longer counted as new. */
export const isFreshCall = (now: Date): SQL =>
  sql`(c.dispute_id is null and c.called_at > ${now.toISOString()}::timestamptz - interval '168 hours')`;

/**
 * 待盖章, of agreement `a` of proceeding `pr`: everybody has signed and the committee's seal is missing. What else waits at the same
 * matter, such as a request for another lead, comes first as its next step and changes nothing about the paper.
 */
export const awaitsSeal = sql`(a.status = 'signing' and pr.track = 'peoples' and pr.ended_at is null
  and exists (select from signatures m where m.county_id = a.county_id and m.agreement_id = a.id and m.signer_kind = 'mediator')
  and not exists (select from app.readable_parties y where y.county_id = a.county_id and y.dispute_id = a.dispute_id and not y.is_departed
    and not exists (select from signatures s where s.county_id = a.county_id and s.agreement_id = a.id and s.party_id = y.id)))`;
