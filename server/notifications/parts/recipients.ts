import type { NotificationKind } from "@/db/vocabulary";
import type { AnnouncedEvent } from "@/db/vocabulary-events";
import type { Flag, Group } from "./audience-groups";

export interface Line {
  who: readonly Group[];
  kind: NotificationKind;
  /** Only when the event says so. */
  when?: Flag;
  /** Also to whoever acted: what the act led to is news to them too. */
  isForActor?: true;
}

const leadTeam: readonly Group[] = ["lead", "assistant"];
const heads: readonly Group[] = ["stationHeads", "committeeHeads"];
const table: readonly Group[] = ["attendees", "interpreters", "sides"];
const nowCertain: Line = { who: table, kind: "sessionConfirmed", when: "confirmed" };
/** Whoever accepts has it confirmed, with its calendar entry: the last one, and one who joins a session that is certain already. */
const certainByAccepting: readonly Line[] = [
  { ...nowCertain, isForActor: true },
  { who: ["invitee"], kind: "sessionConfirmed", when: "certain", isForActor: true },
];
const nowAtRisk: Line = { who: leadTeam, kind: "sessionAtRisk", when: "atRisk" };
const nobodyLeft: Line = { who: leadTeam, kind: "noSubstitute", when: "noSubstitute" };
const ended: readonly Line[] = [
  { who: ["transferSenders"], kind: "transferEnded", when: "takenOver" },
  { who: ["expectedAtCancelled"], kind: "sessionCancelled" },
  { who: ["dropped"], kind: "invitationWithdrawn" },
];

/**
 * Who is told of what. The first line that finds a person counts, so nobody is told of one event twice; whoever acted
 * is not told, unless the line says so. One row for each event that db/vocabulary-events.ts calls announced, and for no other.
 */
export const audienceByAction = {
  "invitation.send": [{ who: ["invitee"], kind: "invited" }],
  "invitation.remind": [{ who: ["invitee"], kind: "invited" }],
  "invitation.substitute": [
    nobodyLeft,
    { who: ["invitee"], kind: "invited", when: "asked" },
    { who: leadTeam, kind: "substituteInvited", when: "asked" },
  ],
  "invitation.accept": [...certainByAccepting, { who: leadTeam, kind: "invitationAnswered" }],
  "invitation.decline": [nowAtRisk, nobodyLeft, { who: leadTeam, kind: "invitationAnswered" }],
  // The invitee first: whatever else the answer did, they are told that it was entered in their name.
  "invitation.recordAnswer": [
    { who: ["invitee"], kind: "answerRecorded" },
    nowCertain,
    nowAtRisk,
    nobodyLeft,
    { who: leadTeam, kind: "invitationAnswered" },
  ],
  "invitation.expire": [nowAtRisk, nobodyLeft, { who: leadTeam, kind: "invitationExpired" }],
  "invitation.withdraw": [{ who: ["invitee"], kind: "invitationWithdrawn" }, nowAtRisk],
  "invitation.propose": [{ who: leadTeam, kind: "timesProposed" }],
  "invitation.delegate": [
    nowAtRisk,
    { who: ["invitee"], kind: "invited", when: "deputised" },
    { who: leadTeam, kind: "substituteInvited", when: "deputised" },
    { who: leadTeam, kind: "invitationAnswered" },
  ],
  "invitation.leaveSession": [nowAtRisk, { who: leadTeam, kind: "sessionLeft" }],
  "invitation.disclose": [{ who: leadTeam, kind: "tieDisclosed" }],
  "invitation.escalate": [{ who: ["unit", ...leadTeam], kind: "unitSilent" }],
  "invitation.lockLink": [{ who: leadTeam, kind: "linkLocked" }],
  // The lead first where it is they who are tied: their heads name another. Nobody is told what the tie is.
  "tie.recuse": [
    { who: [...leadTeam, ...heads], kind: "leadTied", when: "leadTied" },
    nowAtRisk,
    { who: ["invitee", ...leadTeam, "leftSessions"], kind: "helperRecused", when: "helperRecused" },
  ],
  "tie.waive": [{ who: ["invitee"], kind: "tieWaived" }],

  "convening.send": [
    { who: ["waiting"], kind: "invited" },
    { who: table, kind: "sessionHeld", when: "held" },
    { who: table, kind: "sessionBooked", when: "certain" },
    { who: ["dropped"], kind: "invitationWithdrawn" },
  ],
  "dispute.relapse": [{ who: ["lastLead", ...heads], kind: "relapse" }],
  "dispute.maybeRelapse": [{ who: ["lastLead", ...heads], kind: "relapse" }],
  // With each session its calendar entry: new for whoever took it over, cancelled for whoever gave it up.
  "lead.set": [
    { who: ["lead", "assistant", "formerLead", "helpers", "parties", ...heads], kind: "leadChanged" },
    { who: ["seatsTaken"], kind: "sessionBooked" },
    { who: ["seatsHeldTaken"], kind: "sessionHeld" },
    { who: ["seatsLeft"], kind: "attendeeRemoved" },
  ],
  "assistant.set": [{ who: ["assistant"], kind: "assistantNamed" }],
  "dispute.merge": [{ who: [...leadTeam, "newestLeads"], kind: "mergeChanged" }, ...ended],
  "dispute.unmerge": [{ who: [...leadTeam, "newestLeads"], kind: "mergeChanged" }],
  "dispute.succeed": [{ who: ["parties"], kind: "officeMerged" }],
  "office.merge": [{ who: ["officeStaff"], kind: "officeMerged" }],
  "instruction.give": [{ who: leadTeam, kind: "instructionGiven" }],
  // Whoever asked first: a head who leads is told as the one who asked.
  "instruction.pass": [{ who: ["instructor", ...leadTeam], kind: "instructionOverdue" }],
  "instruction.answer": [{ who: ["instructor"], kind: "instructionAnswered" }],
  "assignment.give": [{ who: ["assignee"], kind: "assignmentGiven" }],
  "assignment.answer": [{ who: leadTeam, kind: "assignmentAnswered" }],
  "assignment.settle": [{ who: ["assignee", ...leadTeam], kind: "assignmentSettled" }],
  "leadRequest.record": [{ who: ["leadDeciders", ...leadTeam], kind: "leadRequested" }],
  "leadRequest.decide": [{ who: ["leadAsker", ...leadTeam], kind: "leadRequestDecided" }],
  "transfer.offer": [{ who: ["transferTargets"], kind: "transferOffered" }],
  "transfer.withdraw": [{ who: ["transferTargets"], kind: "transferWithdrawn" }],
  "transfer.accept": [
    { who: ["transferSenders"], kind: "transferAnswered" },
    { who: ["newestLeads", "parties"], kind: "leadChanged" },
    // Whoever answers for danger there, who was never told of it.
    { who: ["stationHeads", "dutyLeader"], kind: "redRisk", when: "red" },
    { who: ["dutyLeader"], kind: "amberRisk", when: "amber" },
    ...ended,
  ],
  "transfer.decline": [{ who: ["transferSenders"], kind: "transferAnswered" }],
  "transfer.recordAnswer": [{ who: ["transferSenders"], kind: "transferAnswered" }, ...ended],
  "transfer.recordResult": [{ who: ["transferSenders"], kind: "transferEnded" }],
  "agreement.refuse": [{ who: [...leadTeam, "parties"], kind: "signingRefused" }],
  "interpreter.name": [{ who: ["askedNow"], kind: "interpreterAsked" }],
  "interpreter.answer": [
    { who: leadTeam, kind: "timesProposed", when: "proposed" },
    { who: leadTeam, kind: "invitationAnswered" },
  ],
  "interpreter.recordAnswer": [
    { who: ["askedNow"], kind: "answerRecorded" },
    { who: leadTeam, kind: "invitationAnswered" },
  ],
  "interpreter.expire": [{ who: leadTeam, kind: "invitationExpired" }],
  "interpreter.end": [{ who: ["leavers"], kind: "attendeeRemoved" }],
  "session.book": [{ who: table, kind: "sessionBooked" }],
  "session.hold": [{ who: table, kind: "sessionHeld" }],
  "session.confirm": [{ who: table, kind: "sessionConfirmed" }],
  "session.move": [
    { who: [...table, "waiting"], kind: "sessionMoved" },
    // Asked anew: it is another hour.
    { who: ["askedInterpreters"], kind: "interpreterAsked" },
    { who: ["leavers"], kind: "attendeeRemoved" },
  ],
  "session.cancel": [
    { who: [...table, "askedInterpreters", "waiting"], kind: "sessionCancelled" },
    { who: ["dropped"], kind: "invitationWithdrawn" },
  ],
  "session.swapPerson": [
    nowCertain,
    { who: ["leavers"], kind: "attendeeRemoved" },
    { who: ["joiners"], kind: "sessionHeld", when: "held" },
    { who: ["joiners"], kind: "sessionBooked", when: "certain" },
    { who: ["invitee"], kind: "invited" },
    nowAtRisk,
  ],
  "session.expireHold": [
    { who: leadTeam, kind: "holdExpired" },
    { who: [...table, "askedInterpreters", "waiting"], kind: "sessionCancelled" },
    { who: ["dropped"], kind: "invitationWithdrawn" },
  ],
  "session.setVideo": [{ who: [...table, "askedInterpreters", "waiting"], kind: "videoLinkSet" }],
  "session.changePlace": [{ who: [...table, "askedInterpreters", "waiting"], kind: "sessionMoved" }],

  "townHall.plan": [{ who: ["chair"], kind: "meetingPlanned" }],
  "townHall.move": [{ who: ["chair"], kind: "meetingPlanned" }],
  "townHall.cancel": [{ who: ["chair"], kind: "meetingCancelled" }],
  "consultation.ask": [{ who: ["duty"], kind: "consultationAsked" }],
  "consultation.pass": [{ who: ["duty"], kind: "consultationAsked" }],
  "consultation.answer": [{ who: ["questioner"], kind: "consultationAnswered" }],
  "clue.report": [
    { who: ["clueKeepers"], kind: "clueArrived" },
    { who: ["clueLeader"], kind: "clueAtStation" },
  ],
  "clue.escalate": [{ who: ["clueLeader"], kind: "clueHandedUp" }],
  "clue.pass": [{ who: ["clueLeader"], kind: "clueUnanswered" }],
  "clue.settle": [{ who: ["reporter"], kind: "clueAnswered" }],
  "clue.take": [{ who: ["reporter"], kind: "clueAnswered" }],
  "clue.decline": [{ who: ["reporter"], kind: "clueAnswered" }],
  "person.giveRole": [{ who: ["roleHolder"], kind: "roleChanged" }],
  "person.endRole": [{ who: ["roleHolder"], kind: "roleChanged" }],
  "access.request": [{ who: ["stationHeads", "committeeHeads"], kind: "accessRequested" }],
  "access.decide": [{ who: ["requester", "stationHeads", "committeeHeads"], kind: "accessDecided" }],
  "restriction.set": [{ who: [...heads, "newestLeads"], kind: "restrictionChanged" }],
  "restriction.release": [{ who: [...heads, "newestLeads"], kind: "restrictionChanged" }],
  "window.ask": [{ who: heads, kind: "windowAsked" }],
  "window.decide": [{ who: ["reader", "newestLeads"], kind: "windowDecided" }],
  "window.askEmergency": [{ who: [...heads, "newestLeads"], kind: "emergencyAsked" }],
  "window.confirm": [{ who: [...heads, "newestLeads", "reader"], kind: "emergencyOpened" }],
  "window.review": [{ who: ["reader", "newestLeads"], kind: "emergencyReviewed" }],
  // Nobody on duty: the station's head stands in.
  "risk.raise": [
    { who: ["stationHeads", "dutyLeader"], kind: "redRisk", when: "red" },
    { who: ["dutyLeader"], kind: "amberRisk", when: "amber" },
  ],
  "settlement.apply": [{ who: ["stationHeads"], kind: "settlementAsked" }],
  "settlement.decide": [{ who: leadTeam, kind: "settlementDecided" }, ...ended],
  "harm.report": [{ who: ["stationHeads"], kind: "harmReported" }],
  "lookup.unusual": [{ who: ["stationHeads"], kind: "unusualLookups" }],

  "refusal.record": ended,
  "proceeding.end": ended,
  "proceeding.close": ended,
  "proceeding.archive": ended,
} as const satisfies Record<AnnouncedEvent, readonly Line[]>;

/** The lines of an action; none for an event that is not announced. */
export const linesOf = (action: string): readonly Line[] =>
  (audienceByAction as Readonly<Record<string, readonly Line[]>>)[action] ?? [];
