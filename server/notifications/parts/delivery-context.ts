import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dueKinds, type NotificationParams } from "@/db/schema/notifications";
import {
  type InvitationStatus,
  locales,
  type NotificationKind,
  type RecipientKind,
  type SessionStatus,
} from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";
import { comingKinds, type OuterChannel, timeKinds } from "./channels";
import { owingParties } from "./owing-parties";
import { contactsOf, type Recipient, type RecipientRow, recipientOf } from "./recipient-contacts";

/** A delivery about to be sent, and its recipient's present relation to the dispute. */
export interface DeliveryContext {
  channel: OuterChannel;
  attempts: number;
  kind: NotificationKind;
  to: RecipientKind;
  params: NotificationParams;
  sessionId: string | null;
  invitationId: string | null;
  disputeId: string | null;
  recipient: Recipient;
  /** Number of the dispute; nothing else of it leaves the system. */
  number: string;
  /** Whom to ask, with a phone. */
  lead: { name: string; phone: string };
  session: { status: SessionStatus; startsAt: string; isComing: boolean; isVideo: boolean } | null;
  invitation: { status: InvitationStatus; answerBy: string } | null;
  /** What they were asked as an interpreter at the session, the latest. */
  asking: { id: string; isOpen: boolean; isWaiting: boolean } | null;
  /** Leads the dispute or belongs to its committee, and it is still open. */
  isInCharge: boolean;
  /** Works at the station or in the committee of the dispute as it stands. */
  isOfOffice: boolean;
  /** On duty for, or the asker of, the consultation this is about; heads the station it happened at. */
  isHead: boolean;
  hasNewer: boolean;
  /**
   * The consultation it is about: whether it still waits, and whether for this recipient (or for the station while
   * nobody is on duty).
   */
  question: { isWaiting: boolean; isTheirs: boolean } | null;
  /** A reminder of what is due: whether this recipient still owes it. */
  stillOwes: boolean;
  /** A receipt of the matter works, by which whoever holds it reads how far it is. */
  hasSlip: boolean;
  videoUrl: string;
  /** The token of the link of somebody without an account; set when it is sent. */
  guestLink?: string | null;
}

interface Row {
  kind: RecipientKind;
  notificationKind: NotificationKind;
}

/** Everything the decision and the words need, in one statement. */
export async function deliveryContextOf(tx: Tx, countyId: string, deliveryId: string): Promise<DeliveryContext | null> {
  const times = sql.join(
    timeKinds.map((kind) => sql`${kind}::notification_kind`),
    sql`, `,
  );
  const dueList = sql.join(
    dueKinds.map((kind) => sql`${kind}::notification_kind`),
    sql`, `,
  );
  const [row] = await tx.execute<
    Omit<RecipientRow, "kind"> & Omit<DeliveryContext, "recipient" | "kind"> & Row & Record<string, unknown>
  >(sql`
    with d as (select * from deliveries where county_id = ${countyId}::uuid and id = ${deliveryId}::uuid),
    n as (select n.* from d join notifications n on n.county_id = d.county_id and n.id = d.notification_id)
    select r.*, d.channel, d.attempts, n.kind as "notificationKind", n.recipient_kind as "to", n.params, n.session_id as "sessionId",
      n.invitation_id as "invitationId", n.dispute_id as "disputeId", coalesce(di.number, '') as number,
      jsonb_build_object('name', coalesce(le.name, ''), 'phone', coalesce(le.phone, '')) as lead,
      (select jsonb_build_object('status', s.status, 'startsAt', s.starts_at, 'isVideo', s.mode = 'video', 'isComing', exists (select from session_people sp
          where sp.county_id = s.county_id and sp.session_id = s.id and n.recipient_id in (sp.person_id, sp.party_id))
          or exists (select from interpreters y where y.county_id = s.county_id and y.session_id = s.id and n.recipient_id in (y.person_id, y.asking_id) and y.ended_at is null))
        from sessions s where s.county_id = n.county_id and s.id = n.session_id) as session,
      (select jsonb_build_object('status', i.status, 'answerBy', i.answer_by)
        from invitations i where i.county_id = n.county_id and i.id = n.invitation_id and i.person_id = n.recipient_id) as invitation,
      (select jsonb_build_object('id', k.id, 'isOpen', app.asking_is_open(k.county_id, k.id), 'isWaiting', k.status = 'sent') from interpreter_askings k where k.county_id = n.county_id
        and k.session_id = n.session_id and n.recipient_id in (k.person_id, k.id) order by k.asked_at desc, k.id desc limit 1) as asking,
      pr.ended_at is null and exists (select from dispute_access a where a.county_id = n.county_id and a.dispute_id = n.dispute_id
        and a.subject_id = n.recipient_id and a.relation = 'lead' and a.proceeding_id = pr.id) as "isInCharge",
      exists (select from people h where h.county_id = n.county_id and h.id = n.recipient_id and h.role = 'stationHead' and h.station_id = app.heir_of(di.county_id, di.station_id)) as "isHead",
      exists (select from people h where h.county_id = n.county_id and h.id = n.recipient_id
        and (h.station_id = app.heir_of(di.county_id, di.station_id) or h.committee_id = app.heir_of(di.county_id, di.committee_id))) as "isOfOffice",
      n.kind in (${times}) and exists (select from notifications o where o.county_id = n.county_id and o.session_id = n.session_id
        and o.recipient_id = n.recipient_id and o.kind in (${times}) and o.id > n.id) as "hasNewer",
      (select jsonb_build_object('isWaiting', c.status = 'waiting', 'isTheirs', coalesce(c.duty_id = n.recipient_id, true))
        from events e join consultations c on c.county_id = e.county_id and c.id::text = e.payload::jsonb->>'consultationId'
        where e.county_id = n.county_id and e.chain = case n.kind when 'consultationAsked' then split_part(n.cause, ':', 1)::uuid end
          and e.seq = case n.kind when 'consultationAsked' then split_part(n.cause, ':', 2)::bigint end) as question,
      n.kind in (${dueList}) and exists (select from ${owingParties(countyId)} w
        where w.id = case when n.kind in (${dueList}) then split_part(n.cause, ':', 2)::uuid end and w.party_id = n.recipient_id) as "stillOwes",
      exists (select from registration_slips g where g.county_id = n.county_id and g.dispute_id = n.dispute_id and g.revoked_at is null
        and g.expires_at > app.now()) as "hasSlip",
      coalesce((select v.url from video_links v where v.county_id = n.county_id and v.session_id = n.session_id), '') as "videoUrl"
    from d join n on true
      join lateral (${contactsOf(countyId, sql`select n.recipient_kind::text, n.recipient_id`)}) r on true
      left join disputes di on di.county_id = n.county_id and di.id = n.dispute_id
      left join lateral (select p.* from proceedings p where p.county_id = n.county_id and p.dispute_id = n.dispute_id order by p.ordinal desc limit 1) pr on true
      left join people le on le.county_id = pr.county_id and le.id = pr.lead_person_id`);
  if (!row) return null;
  const recipient = recipientOf(countyId, row);
  // A robot writes to the whole group, in the system's language, whoever the notification is for.
  if (isGroup(row.channel)) recipient.locale = locales[0];
  return { ...row, kind: row.notificationKind, recipient };
}

/** For the lead team alone, and not for a person who has handed the dispute on. */
const forLeadTeam: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invitationAnswered",
  "invitationExpired",
  "timesProposed",
  "tieDisclosed",
  "substituteInvited",
  "noSubstitute",
  "sessionAtRisk",
  "sessionLeft",
  "linkLocked",
  "holdExpired",
]);
/** For the office that has the matter: not for whoever works elsewhere by the time it is sent. */
const forOffice: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "leadTied",
  "redRisk",
  "amberRisk",
  "relapse",
  "accessRequested",
  "windowAsked",
  "emergencyAsked",
  "restrictionChanged",
  "settlementAsked",
  "leadRequested",
  "instructionGiven",
  "instructionOverdue",
  "revisitDrawn",
]);
const toInvitee: ReadonlySet<NotificationKind> = new Set<NotificationKind>(["invited", "tieWaived"]);
const toAttendees: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  ...comingKinds,
  "reminderDay",
  "reminderHours",
  "videoLinkSet",
]);

const isGroup = (channel: OuterChannel) => channel === "wecom" || channel === "dingtalk";
export const isAsked = ({ invitation }: Pick<DeliveryContext, "invitation">) =>
  invitation?.status === "sent" || invitation?.status === "seen";

/** Whether the recipient is invited to the session, seated or asked: they, and nobody else, get its video link. */
export const isInvitedTo = (context: DeliveryContext): boolean =>
  context.to !== "unit" && !isGroup(context.channel) && (context.session?.isComing || isAsked(context));

/**
 * Why a delivery must not be sent any more, as a code; null when it may. Rights are checked again: whoever was
 * recused, withdrawn or left meanwhile receives only the message that says so.
 */
export function hindranceOf(context: DeliveryContext, now: Date): string | null {
  const { kind, to, recipient, session, params } = context;
  const ofGroup = isGroup(context.channel);
  if (recipient.isDisabled && !ofGroup) return "personLeft";
  if (context.hasNewer) return "superseded";
  if (forLeadTeam.has(kind) && !context.isInCharge && !ofGroup) return "handedOn";
  if (kind === "unitSilent" && to === "person" && !context.isInCharge) return "handedOn";
  if (kind === "harmReported" && !context.isHead) return "handedOn";
  if (forOffice.has(kind) && !context.isOfOffice && !context.isInCharge && !ofGroup) return "handedOn";
  if (kind === "consultationAsked" && context.question) {
    if (!context.question.isWaiting) return "notAskedAnyMore";
    if (!context.question.isTheirs) return "handedOn";
  }
  if (kind === "interpreterAsked" && !(context.asking?.isOpen && context.asking.isWaiting)) return "notAskedAnyMore";
  if (dueKinds.includes(kind)) {
    if (!context.stillOwes) return "notOwedAnyMore";
    const [today, dueOn] = [dayOf(now), String(params.dueOn)];
    if (kind === "obligationDueSoon" ? today >= dueOn : today > dueOn) return "tooLate";
  }
  if (toInvitee.has(kind)) {
    if (!isAsked(context)) return "notAskedAnyMore";
    if (context.invitation && new Date(context.invitation.answerBy) <= now) return "tooLate";
  }
  if (toAttendees.has(kind)) {
    if (session?.status !== "booked") return "sessionOver";
    if (!session.isComing && !isAsked(context) && !ofGroup) return "notComing";
    if (
      typeof params.startsAt === "string" &&
      new Date(session.startsAt).getTime() !== new Date(params.startsAt).getTime()
    )
      return "superseded";
    if (new Date(session.startsAt) <= now) return "tooLate";
  }
  return null;
}
