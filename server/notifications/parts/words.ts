import type { NotificationKind } from "@/db/vocabulary";
import { type DeliveryContext, isInvitedTo } from "./delivery-context";
import type { Filling, Messaging } from "./messaging";

/** The page of the app where a recipient acts on a message; its path says nothing of the dispute. */
export function pathOf(
  { kind, disputeId, to, invitationId }: Pick<DeliveryContext, "kind" | "disputeId" | "to" | "invitationId">,
  isHelper: boolean,
): string {
  if (to !== "person") return "";
  if (kind === "clueAnswered" || kind === "clueArrived") return "/clues";
  if (kind === "clueHandedUp" || kind === "clueUnanswered" || kind === "clueAtStation") return "/calls?filter=clues";
  if (kind === "roleChanged") return "/account";
  if (kind === "consultationAsked" || kind === "consultationAnswered") return "/consultations";
  if (kind === "accessRequested" || kind === "windowAsked" || kind.startsWith("emergency")) return "/approvals";
  if (kind.startsWith("settlement")) return disputeId ? `/disputes/${disputeId}/violation` : "/notices";
  if (kind === "windowDecided") return disputeId ? `/disputes/${disputeId}` : "/approvals";
  if (kind === "restrictionChanged") return disputeId ? `/disputes/${disputeId}` : "/disputes/restricted";
  if (kind === "mergeChanged") return disputeId ? `/disputes/${disputeId}` : "/disputes";
  if (kind === "accessDecided") return disputeId ? `/disputes/${disputeId}` : "/notices";
  if (kind === "workFailed") return "/admin/work";
  if (kind.startsWith("meeting")) return "/calendar";
  // Of an interpreter, who has no invitation.
  if (kind === "interpreterAsked" || (kind === "answerRecorded" && !invitationId)) return "/my-sessions";
  if (kind === "invited" || kind === "tieWaived" || kind === "answerRecorded")
    return invitationId ? `/invitations/${invitationId}` : "/invitations";
  if (kind === "signingRefused") return disputeId ? `/disputes/${disputeId}/agreement` : "/notices";
  if (kind.startsWith("assignment") && isHelper) return "/invitations";
  if (kind.startsWith("instruction") || kind.startsWith("assignment"))
    return disputeId ? `/disputes/${disputeId}` : "/notices";
  if (kind === "revisitDrawn") return disputeId ? `/disputes/${disputeId}/performance` : "/performance";
  if (kind.startsWith("transfer")) return "/approvals";
  if (kind === "leadChanged") return isHelper ? "/my-sessions" : disputeId ? `/disputes/${disputeId}` : "/notices";
  if (isHelper) return disputeId && !endsAttendance.has(kind) ? `/my-sessions/${disputeId}` : "/my-sessions";
  if ((kind === "linkLocked" || kind === "relapse" || kind === "leadTied") && disputeId)
    return `/disputes/${disputeId}`;
  return disputeId ? `/disputes/${disputeId}/sessions` : "/notices";
}
const endsAttendance: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "attendeeRemoved",
  "sessionCancelled",
  "invitationWithdrawn",
  "helperRecused",
]);

const said = (value: string | number | null | undefined): string => (typeof value === "string" ? value : "");

/** The values that fill a message: times, places, names of staff, a code, a phone, an address in the app. */
export function fillingOf(context: DeliveryContext, messaging: Messaging, now: Date): Filling {
  const { params, recipient, number, lead, videoUrl, guestLink } = context;
  const ownLink = guestLink ? `${messaging.baseUrl}/i#${guestLink}` : "";
  const { locale } = recipient;
  const startsAt = said(params.startsAt);
  const room = said(params.room);
  const point = said(params.point);
  // By video nobody goes anywhere: no room and no address, and the link for those invited.
  const isVideo = context.session?.isVideo ?? false;
  const video = isVideo && isInvitedTo(context) ? videoUrl : "";
  const atRoom = point && room ? messaging.translate(locale, "spot", { point, room }) : point || room;
  const spot = isVideo ? messaging.translate(locale, "videoSpot", { video, hasVideo: video ? "yes" : "no" }) : atRoom;
  return {
    when: startsAt ? messaging.span(locale, startsAt, said(params.endsAt) || startsAt, now) : "",
    hasWhen: startsAt ? "yes" : "no",
    before: params.before ? messaging.moment(locale, said(params.before), now) : "",
    hasBefore: params.before ? "yes" : "no",
    by: params.answerBy ? messaging.moment(locale, said(params.answerBy), now) : "",
    day: params.dueOn ? messaging.day(locale, said(params.dueOn), now) : "",
    clause: typeof params.clause === "number" ? params.clause : 1,
    spot,
    address: isVideo ? "" : said(params.address),
    hasAddress: params.address && !isVideo ? "yes" : "no",
    who: said(params.name),
    formerly: said(params.formerly),
    hasFormerly: params.formerly ? "yes" : "no",
    asker: said(params.asker) || lead.name,
    answer: said(params.answer) || "other",
    number,
    lead: lead.name,
    phone: lead.phone,
    hasPhone: lead.phone ? "yes" : "no",
    // Where a receipt says how far a matter is, to whoever holds it; asks for no sign-in.
    slipLink: context.hasSlip ? `${messaging.baseUrl}/slip` : "",
    hasSlip: context.hasSlip ? "yes" : "no",
    change: said(params.change) || "set",
    count: typeof params.count === "number" ? params.count : 1,
    video,
    hasVideo: video ? "yes" : "no",
    link: `${messaging.baseUrl}/notices`,
    // Whoever has no account has their own link, or calls.
    shortLink: ownLink || `${messaging.baseUrl}/n`,
    ownLink,
    hasOwnLink: ownLink ? "yes" : "no",
    // Whoever can neither sign in nor come in by a link is told whom to call.
    canOpen: ownLink || recipient.hasAccount ? "yes" : "no",
  };
}

/** Text messages that say where to answer; to the others of somebody without an account their link is added. */
const namesLink: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invited",
  "tieWaived",
  "answerRecorded",
  "interpreterAsked",
]);

export interface Said {
  subject: string;
  text: string;
}

/**
 * The text as it is true now, in the recipient's language. Mail is a short letter, a text message one line without any
 * party's name; a robot writes kind, number and time only, since a whole group reads it.
 */
export function wordsOf(context: DeliveryContext, messaging: Messaging, now: Date, path: string): Said {
  const { kind, channel, recipient, to } = context;
  const filling = fillingOf(context, messaging, now);
  const say = (key: string, more: Filling = {}) => messaging.translate(recipient.locale, key, { ...filling, ...more });
  const subject = say(`${kind}.subject`);
  if (channel === "sms")
    return { subject: "", text: say(`${kind}.sms`) + (filling.ownLink && !namesLink.has(kind) ? say("ownLink") : "") };
  if (channel !== "email")
    return {
      subject: "",
      text: say("robot", {
        subject,
        link: context.disputeId ? `${messaging.baseUrl}/disputes/${context.disputeId}/sessions` : (filling.link ?? ""),
      }),
    };
  const lines = [
    recipient.name ? say("greeting", { name: recipient.name }) : "",
    say(`${kind}.text`),
    to === "person" && path && filling.canOpen === "yes"
      ? say("open", { link: filling.ownLink || `${messaging.baseUrl}${path}` })
      : "",
    say("footer"),
  ];
  return { subject, text: lines.filter(Boolean).join("\n\n") };
}
