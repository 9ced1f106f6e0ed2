import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NotificationParams, recordedReference } from "@/db/schema/notifications";
import type { Channel, DeliveryStatus, NotificationKind, RecipientKind } from "@/db/vocabulary";
import { decryptedWay } from "../access/encrypted-contacts";
import { openDispute } from "../access/gate";
import { allows } from "../access/policy";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { rulesByOwner } from "../rules/queries";
import type { OwnNotificationsInput } from "./inputs";
import { lastAskedAt, remindableFrom } from "./parts/remind-pause";
import { pathOf } from "./parts/words";

const pageSize = 30;
/** The bell counts to here and then says "more". */
const countMax = 100;

/** One line of the bell's page. */
export interface OwnNotification {
  id: string;
  kind: NotificationKind;
  params: NotificationParams;
  at: string;
  isRead: boolean;
  /** A later notification has replaced it. */
  isReplaced: boolean;
  /** Title of the dispute, only for whoever may read it now. */
  title: string | null;
  /** The page it leads to; "" when there is none the reader may open. */
  href: string;
}

/**
 * A page of the reader's own notifications, newest first; `next` is the cursor of the one after it. Once the reader's part in
 * the matter is over, a notification names neither a person nor a place (`app.own_notifications`).
 */
export function ownNotifications(
  ctx: Context,
  { before }: OwnNotificationsInput,
): Promise<{ rows: OwnNotification[]; next: string | null }> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<
      Record<string, unknown> &
        Omit<OwnNotification, "href"> & { disputeId: string | null; invitationId: string | null; mayOpen: boolean }
    >(sql`
      select n.id, n.kind, n.params, ${isoText(sql`n.created_at`)} as at, n.read_at is not null as "isRead", n.dispute_id as "disputeId",
        n.invitation_id as "invitationId", d.id is not null as "mayOpen", d.title,
        exists (select from deliveries x where x.county_id = ${actor.countyId}::uuid and x.notification_id = n.id and x.problem = 'superseded') as "isReplaced"
      from app.own_notifications(${before}::uuid, ${pageSize + 1}) n
        left join lateral (select d.id, d.title from disputes d where d.county_id = ${actor.countyId}::uuid and d.id = n.dispute_id and exists (
          select from dispute_access a where a.county_id = d.county_id and a.dispute_id = d.id and a.relation <> 'invited') offset 0) d on true
      order by n.id desc`);
    const isHelper = actor.role === "expert" || actor.role === "gridMember";
    const page = rows.slice(0, pageSize).map(({ disputeId, invitationId, mayOpen, ...row }): OwnNotification => {
      const place = pathOf(
        { kind: row.kind, to: "person", disputeId: mayOpen ? disputeId : null, invitationId },
        isHelper,
      );
      return { ...row, href: place === "/notices" ? "" : place };
    });
    return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
  });
}

/**
 * How many notifications the reader has not seen; counts to a hundred. One index-only statement, since every page asks
 * it.
 */
export function unreadCount(ctx: Context): Promise<number> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from (select from notifications where county_id = ${actor.countyId}::uuid
        and recipient_id = ${actor.personId}::uuid and recipient_kind = 'person' and read_at is null limit ${countMax}) unread`);
    return row?.count ?? 0;
  });
}

export interface DeliveryState {
  id: string;
  channel: Channel;
  status: DeliveryStatus;
  /** Masked on the server. */
  address: string;
  problem: string;
  /** Written down only: no provider is set up. */
  isRecorded: boolean;
  sentAt: string | null;
  notBefore: string;
}
export interface NotifiedRecipient {
  id: string;
  kind: NotificationKind;
  to: RecipientKind;
  name: string;
  side: number | null;
  at: string;
  isRead: boolean;
  ways: DeliveryState[];
}
export interface WaitingInvitee {
  invitationId: string;
  name: string;
  forceNameZh: string;
  forceNameEn: string;
  seenAt: string | null;
  answerBy: string;
  /** When they may be reminded again. */
  remindFrom: string;
}

/** Who was told what about a dispute and whether it reached them, newest first; and who has not answered yet. */
export function deliveriesOf(ctx: Context, { disputeId }: { disputeId: string }) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding, actsBy } = await openDispute(tx, actor, "delivery.list", { disputeId });
    const statement = sql`
      select (select coalesce(jsonb_agg(t.card order by t.id desc), '[]') from (
          select n.id, jsonb_build_object('id', n.id, 'kind', n.kind, 'to', n.recipient_kind, 'name', coalesce(pe.name, pa.name, u.name, ''), 'side', pa.side,
            'at', n.created_at, 'isRead', n.read_at is not null, 'ways', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel,
                'status', d.status, 'address', d.address_masked, 'problem', d.problem, 'isRecorded', d.reference = ${recordedReference},
                'sentAt', d.sent_at, 'notBefore', d.not_before) order by d.channel), '[]')
              from deliveries d where d.county_id = n.county_id and d.notification_id = n.id)) as card
          from notifications n
            left join people pe on n.recipient_kind = 'person' and pe.county_id = n.county_id and pe.id = n.recipient_id
            left join app.readable_parties pa on n.recipient_kind = 'party' and pa.county_id = n.county_id and pa.id = n.recipient_id
            left join units u on n.recipient_kind = 'unit' and u.county_id = n.county_id and u.id = n.recipient_id
          where n.county_id = ${actor.countyId}::uuid and n.dispute_id = ${disputeId}::uuid and n.kind <> 'harmReported'
          order by n.id desc limit ${listLimits.notifiedOfDispute}) t) as notified,
        (select coalesce(jsonb_agg(jsonb_build_object('invitationId', i.id, 'name', pe.name, 'forceNameZh', f.name_zh, 'forceNameEn', f.name_en,
            'seenAt', i.seen_at, 'answerBy', i.answer_by, 'lastAskedAt', ${lastAskedAt(sql`i`)})
            order by i.answer_by), '[]')
          from invitations i join people pe on pe.county_id = i.county_id and pe.id = i.person_id
            join forces f on f.county_id = i.county_id and f.code = i.force_code
          where i.county_id = ${actor.countyId}::uuid and i.proceeding_id = ${proceeding?.id ?? null}::uuid and i.status in ('sent', 'seen')
            and i.answer_by > ${now.toISOString()}::timestamptz) as waiting`;
    const [[row], rulesOf] = await Promise.all([
      tx.execute<{ notified: NotifiedRecipient[]; waiting: (WaitingInvitee & { lastAskedAt: string })[] }>(statement),
      rulesByOwner(tx, actor.countyId, dayOf(now)),
    ]);
    const rules = rulesOf(proceeding);
    const waiting = (row?.waiting ?? []).map(
      ({ lastAskedAt, ...one }): WaitingInvitee => ({
        ...one,
        remindFrom: remindableFrom(lastAskedAt, rules).toISOString(),
      }),
    );
    return {
      notified: (row?.notified ?? []).map((one) => ({
        ...one,
        ways: one.ways.map((way) => ({
          ...way,
          address: decryptedWay({ countyId: actor.countyId, id: way.id }, way.address),
        })),
      })),
      waiting,
      mayRetry: allows(actor.role, "delivery.retry", actsBy) && !proceeding?.endedAt,
      mayRemind: allows(actor.role, "invitation.remind", actsBy) && !proceeding?.endedAt,
    };
  });
}
export type DeliveryOverview = Awaited<ReturnType<typeof deliveriesOf>>;

export interface ChannelCount {
  channel: Channel;
  sent: number;
  recorded: number;
  waiting: number;
  failed: number;
}

/** What was sent in the last thirty days, as numbers; for the administrator, who sees to the channels. */
export function deliveryCounts(ctx: Context): Promise<ChannelCount[]> {
  const { actor, now } = ctx;
  const counts = (tx: Tx) =>
    withSystemPrivileges(tx, async () => {
      const rows = await tx.execute<ChannelCount & Record<string, unknown>>(sql`
        select d.channel, count(*) filter (where d.status = 'sent' and d.reference <> ${recordedReference})::int as sent,
          count(*) filter (where d.status = 'sent' and d.reference = ${recordedReference})::int as recorded,
          count(*) filter (where d.status in ('queued', 'sending'))::int as waiting, count(*) filter (where d.status = 'failed')::int as failed
        from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
        where d.county_id = ${actor.countyId}::uuid and n.created_at > ${now.toISOString()}::timestamptz - interval '720 hours' group by d.channel order by d.channel`);
      return [...rows];
    });
  return asActor(ctx, counts, { systemTakesPart: true });
}
