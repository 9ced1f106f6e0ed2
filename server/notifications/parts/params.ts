import type { NotificationParams } from "@/db/schema/notifications";
import type { NotificationKind } from "@/db/vocabulary";
import type { EventAudience, SessionFacts, Target } from "./event-audience";

/** Kinds about an invitation: its offered time, who asks, until when. */
const ofInvitation: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invited",
  "invitationAnswered",
  "answerRecorded",
  "invitationExpired",
  "invitationWithdrawn",
  "timesProposed",
  "tieDisclosed",
  "tieWaived",
  "substituteInvited",
  "noSubstitute",
  "unitSilent",
  "sessionAtRisk",
  "sessionLeft",
  "helperRecused",
  "linkLocked",
]);

const isOfWindow = (kind: NotificationKind) => /^(window|emergency|restriction)/.test(kind);

const placeOf = (facts: SessionFacts | null) =>
  facts && {
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    room: facts.room,
    point: facts.point,
    address: facts.address,
  };

/** The values of one message: times, places, names of staff and codes. Nothing else may be added here. */
export function paramsOf(kind: NotificationKind, audience: EventAudience, target: Target): NotificationParams {
  const { session, invitation, meeting, eventTimes, actorName, leads } = audience;
  if (target.session) return { ...placeOf(target.session) };
  if (kind.startsWith("meeting")) return { ...placeOf(meeting) };
  if (["harmReported", "redRisk", "amberRisk", "relapse", "leadTied"].includes(kind)) return {};
  if (kind === "clueAnswered") return { answer: audience.answer };
  if (kind === "clueHandedUp") return { name: actorName };
  if (["clueArrived", "clueAtStation", "clueUnanswered", "instructionOverdue"].includes(kind)) return {};
  if (kind === "roleChanged")
    return { name: actorName, change: audience.action === "person.endRole" ? "removed" : "set" };
  if (kind === "assistantNamed") return { name: actorName };
  if (kind.startsWith("transfer") || kind.startsWith("leadRequest") || /^(instruction|assignment)/.test(kind))
    return { name: actorName, answer: audience.answer };
  if (kind === "leadChanged") return { name: leads?.after ?? "", formerly: leads?.before ?? "" };
  if (kind === "officeMerged") return { name: audience.offices?.after ?? "", formerly: audience.offices?.before ?? "" };
  if (kind === "unusualLookups") return { name: actorName, count: audience.count };
  if (kind === "mergeChanged")
    return { name: actorName, change: audience.action === "dispute.unmerge" ? "removed" : "set" };
  if (kind === "restrictionChanged")
    return { name: actorName, change: audience.action === "restriction.release" ? "removed" : "set" };
  if (kind.startsWith("consultation") || kind.startsWith("access") || isOfWindow(kind)) return { name: actorName };
  const time = session && {
    ...placeOf(session),
    startsAt: eventTimes.startsAt ?? session.startsAt,
    endsAt: eventTimes.endsAt ?? session.endsAt,
  };
  const offered = invitation?.startsAt && {
    startsAt: invitation.startsAt,
    endsAt: invitation.endsAt,
    room: invitation.room,
    point: invitation.point,
    address: invitation.address,
  };
  if (ofInvitation.has(kind) && invitation) {
    const { name, asker, answerBy, answer, formerly } = invitation;
    return { ...(session ? placeOf(session) : offered || {}), name, asker, answerBy, answer, formerly };
  }
  // One of several people asked in one act.
  if ((kind === "invited" || kind === "interpreterAsked") && target.answerBy)
    return { ...time, asker: actorName, answerBy: new Date(target.answerBy).toISOString() };
  if (kind === "videoLinkSet") return { ...time, asker: actorName, change: eventTimes.change };
  return {
    ...time,
    ...(kind === "sessionMoved" && eventTimes.before ? { before: eventTimes.before } : {}),
    asker: actorName,
  };
}
