import { describe, expect, it } from "vitest";
import { countyEvents, disputeEvents, type EventAction } from "@/db/vocabulary-events";
import { announcement } from "../../kernel/announced";
import { targetsOf } from "../announce-event";
import type { Flag, Group } from "./audience-groups";
import type { EventAudience, SessionFacts, Target } from "./event-audience";
import { audienceByAction, linesOf } from "./recipients";

const hour = { startsAt: "2026-01-05T01:00:00.000Z", endsAt: "2026-01-05T02:00:00.000Z" };
const sessionAt = (id: string): SessionFacts => ({ id, status: "booked", room: "", point: "", address: "", ...hour });
const everybody: Record<Group, Target[]> = {
  invitee: [{ to: "person", id: "invitee" }],
  lead: [{ to: "person", id: "lead" }],
  assistant: [{ to: "person", id: "assistant" }],
  attendees: [
    { to: "person", id: "lead" },
    { to: "person", id: "attendee" },
  ],
  joiners: [{ to: "person", id: "joiner" }],
  interpreters: [{ to: "person", id: "interpreter" }],
  askedInterpreters: [{ to: "outsider", id: "askedInterpreter" }],
  askedNow: [{ to: "outsider", id: "askedNow" }],
  leftSessions: [{ to: "person", id: "tablemate" }],
  sides: [{ to: "party", id: "side" }],
  waiting: [{ to: "person", id: "waiting", invitationId: "w" }],
  leavers: [{ to: "person", id: "leaver" }],
  expectedAtCancelled: [{ to: "person", id: "expectedAtCancelled" }],
  dropped: [{ to: "person", id: "dropped", invitationId: "d" }],
  unit: [{ to: "unit", id: "unit" }],
  stationHeads: [{ to: "person", id: "head" }],
  committeeHeads: [{ to: "person", id: "committeeHead" }],
  requester: [{ to: "person", id: "requester" }],
  reader: [{ to: "person", id: "reader" }],
  newestLeads: [{ to: "person", id: "lead" }],
  formerLead: [{ to: "person", id: "formerLead" }],
  seatsTaken: [{ to: "person", id: "lead", session: sessionAt("s1") }],
  seatsHeldTaken: [{ to: "person", id: "lead", session: sessionAt("s2") }],
  seatsLeft: [{ to: "person", id: "formerLead", session: sessionAt("s1") }],
  lastLead: [{ to: "person", id: "lastLead" }],
  helpers: [{ to: "person", id: "helper" }],
  parties: [{ to: "party", id: "party" }],
  leadAsker: [{ to: "party", id: "asker" }],
  leadDeciders: [{ to: "person", id: "decider" }],
  transferTargets: [{ to: "person", id: "target" }],
  transferSenders: [{ to: "person", id: "sender" }],
  duty: [{ to: "person", id: "duty" }],
  officeStaff: [{ to: "person", id: "staff" }],
  dutyLeader: [{ to: "person", id: "dutyLeader" }],
  reporter: [{ to: "person", id: "reporter" }],
  questioner: [{ to: "person", id: "questioner" }],
  instructor: [{ to: "person", id: "instructor" }],
  assignee: [{ to: "person", id: "assignee" }],
  ...{ clueKeepers: [{ to: "person", id: "keeper" }], clueLeader: [{ to: "person", id: "clueLeader" }] },
  roleHolder: [{ to: "person", id: "roleHolder" }],
  chair: [{ to: "person", id: "chair" }],
};

function audience(action: string, flags: Partial<Record<Flag, boolean>>, actorId: string | null): EventAudience {
  const off: Record<Flag, boolean> = {
    confirmed: false,
    atRisk: false,
    noSubstitute: false,
    asked: true,
    deputised: false,
    proposed: false,
    held: false,
    certain: true,
    takenOver: false,
    leadTied: false,
    helperRecused: false,
    red: false,
    amber: false,
  };
  return {
    action,
    at: new Date(0),
    actorId,
    disputeId: "d",
    sessionId: "s",
    invitationId: "i",
    eventTimes: { startsAt: null, endsAt: null, before: null, change: null },
    session: null,
    invitation: null,
    meeting: null,
    actorName: "",
    leads: null,
    offices: null,
    answer: "",
    count: 0,
    flags: { ...off, ...flags },
    groups: everybody,
  };
}

/** "kind: a, b" per kind, in order. */
function hear(action: string, flags: Partial<Record<Flag, boolean>> = {}, actorId: string | null = null): string[] {
  const kinds = new Map<string, string[]>();
  for (const { kind, id } of targetsOf(audience(action, flags, actorId), linesOf(action)))
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  return [...kinds].map(([kind, ids]) => `${kind}: ${ids.join(", ")}`);
}

describe("who is told of what", () => {
  it.each<[string, Partial<Record<Flag, boolean>>, string[]]>([
    ["invitation.send", {}, ["invited: invitee"]],
    ["invitation.remind", {}, ["invited: invitee"]],
    ["invitation.substitute", {}, ["invited: invitee", "substituteInvited: lead, assistant"]],
    ["invitation.substitute", { noSubstitute: true, asked: false }, ["noSubstitute: lead, assistant"]],
    ["invitation.accept", { certain: false }, ["invitationAnswered: lead, assistant"]],
    ["invitation.accept", {}, ["sessionConfirmed: invitee", "invitationAnswered: lead, assistant"]],
    [
      "invitation.accept",
      { confirmed: true },
      ["sessionConfirmed: lead, attendee, interpreter, side, invitee", "invitationAnswered: assistant"],
    ],
    ["invitation.recordAnswer", {}, ["answerRecorded: invitee", "invitationAnswered: lead, assistant"]],
    ["invitation.decline", {}, ["invitationAnswered: lead, assistant"]],
    ["invitation.decline", { atRisk: true }, ["sessionAtRisk: lead, assistant"]],
    ["invitation.decline", { noSubstitute: true }, ["noSubstitute: lead, assistant"]],
    ["invitation.expire", {}, ["invitationExpired: lead, assistant"]],
    ["invitation.expire", { atRisk: true }, ["sessionAtRisk: lead, assistant"]],
    ["invitation.expire", { noSubstitute: true }, ["noSubstitute: lead, assistant"]],
    ["invitation.withdraw", {}, ["invitationWithdrawn: invitee"]],
    ["invitation.withdraw", { atRisk: true }, ["invitationWithdrawn: invitee", "sessionAtRisk: lead, assistant"]],
    ["invitation.propose", {}, ["timesProposed: lead, assistant"]],
    ["invitation.delegate", { deputised: true }, ["invited: invitee", "substituteInvited: lead, assistant"]],
    ["invitation.delegate", {}, ["invitationAnswered: lead, assistant"]],
    ["invitation.delegate", { atRisk: true }, ["sessionAtRisk: lead, assistant"]],
    ["invitation.leaveSession", {}, ["sessionLeft: lead, assistant"]],
    ["invitation.leaveSession", { atRisk: true }, ["sessionAtRisk: lead, assistant"]],
    ["invitation.disclose", {}, ["tieDisclosed: lead, assistant"]],
    ["invitation.escalate", {}, ["unitSilent: unit, lead, assistant"]],
    ["invitation.lockLink", {}, ["linkLocked: lead, assistant"]],
    ["tie.waive", {}, ["tieWaived: invitee"]],
    ["tie.recuse", { leadTied: true }, ["leadTied: lead, assistant, head, committeeHead"]],
    ["tie.recuse", { helperRecused: true }, ["helperRecused: invitee, lead, assistant, tablemate"]],
    [
      "tie.recuse",
      { helperRecused: true, atRisk: true },
      ["sessionAtRisk: lead, assistant", "helperRecused: invitee, tablemate"],
    ],
    [
      "convening.send",
      { held: true, certain: false },
      ["invited: waiting", "sessionHeld: lead, attendee, interpreter, side", "invitationWithdrawn: dropped"],
    ],
    [
      "convening.send",
      {},
      ["invited: waiting", "sessionBooked: lead, attendee, interpreter, side", "invitationWithdrawn: dropped"],
    ],
    ["dispute.relapse", {}, ["relapse: lastLead, head, committeeHead"]],
    ["dispute.maybeRelapse", {}, ["relapse: lastLead, head, committeeHead"]],
    [
      "lead.set",
      {},
      [
        "leadChanged: lead, assistant, formerLead, helper, party, head, committeeHead",
        "sessionBooked: lead",
        "sessionHeld: lead",
        "attendeeRemoved: formerLead",
      ],
    ],
    ["assistant.set", {}, ["assistantNamed: assistant"]],
    ["dispute.succeed", {}, ["officeMerged: party"]],
    ["office.merge", {}, ["officeMerged: staff"]],
    ["instruction.give", {}, ["instructionGiven: lead, assistant"]],
    ["instruction.pass", {}, ["instructionOverdue: instructor, lead, assistant"]],
    ["instruction.answer", {}, ["instructionAnswered: instructor"]],
    ["assignment.give", {}, ["assignmentGiven: assignee"]],
    ["assignment.answer", {}, ["assignmentAnswered: lead, assistant"]],
    ["assignment.settle", {}, ["assignmentSettled: assignee, lead, assistant"]],
    ["leadRequest.record", {}, ["leadRequested: decider, lead, assistant"]],
    ["leadRequest.decide", {}, ["leadRequestDecided: asker, lead, assistant"]],
    ["transfer.offer", {}, ["transferOffered: target"]],
    ["transfer.withdraw", {}, ["transferWithdrawn: target"]],
    [
      "transfer.accept",
      {},
      [
        "transferAnswered: sender",
        "leadChanged: lead, party",
        "sessionCancelled: expectedAtCancelled",
        "invitationWithdrawn: dropped",
      ],
    ],
    ["transfer.decline", {}, ["transferAnswered: sender"]],
    [
      "transfer.recordAnswer",
      {},
      ["transferAnswered: sender", "sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"],
    ],
    ["transfer.recordResult", {}, ["transferEnded: sender"]],
    [
      "proceeding.end",
      { takenOver: true },
      ["transferEnded: sender", "sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"],
    ],
    ["session.book", {}, ["sessionBooked: lead, attendee, interpreter, side"]],
    ["session.hold", {}, ["sessionHeld: lead, attendee, interpreter, side"]],
    ["session.confirm", {}, ["sessionConfirmed: lead, attendee, interpreter, side"]],
    [
      "session.move",
      {},
      [
        "sessionMoved: lead, attendee, interpreter, side, waiting",
        "interpreterAsked: askedInterpreter",
        "attendeeRemoved: leaver",
      ],
    ],
    [
      "session.cancel",
      {},
      [
        "sessionCancelled: lead, attendee, interpreter, side, askedInterpreter, waiting",
        "invitationWithdrawn: dropped",
      ],
    ],
    ["session.swapPerson", {}, ["attendeeRemoved: leaver", "sessionBooked: joiner", "invited: invitee"]],
    [
      "session.swapPerson",
      { confirmed: true },
      [
        "sessionConfirmed: lead, attendee, interpreter, side",
        "attendeeRemoved: leaver",
        "sessionBooked: joiner",
        "invited: invitee",
      ],
    ],
    [
      "session.swapPerson",
      { held: true, certain: false, atRisk: true },
      ["attendeeRemoved: leaver", "sessionHeld: joiner", "invited: invitee", "sessionAtRisk: lead, assistant"],
    ],
    [
      "session.expireHold",
      {},
      [
        "holdExpired: lead, assistant",
        "sessionCancelled: attendee, interpreter, side, askedInterpreter, waiting",
        "invitationWithdrawn: dropped",
      ],
    ],
    ["session.setVideo", {}, ["videoLinkSet: lead, attendee, interpreter, side, askedInterpreter, waiting"]],
    ["session.changePlace", {}, ["sessionMoved: lead, attendee, interpreter, side, askedInterpreter, waiting"]],
    ["townHall.plan", {}, ["meetingPlanned: chair"]],
    ["townHall.move", {}, ["meetingPlanned: chair"]],
    ["townHall.cancel", {}, ["meetingCancelled: chair"]],
    ["consultation.ask", {}, ["consultationAsked: duty"]],
    ["consultation.pass", {}, ["consultationAsked: duty"]],
    ["consultation.answer", {}, ["consultationAnswered: questioner"]],
    ["person.giveRole", {}, ["roleChanged: roleHolder"]],
    ["person.endRole", {}, ["roleChanged: roleHolder"]],
    ["clue.report", {}, ["clueArrived: keeper", "clueAtStation: clueLeader"]],
    ["clue.escalate", {}, ["clueHandedUp: clueLeader"]],
    ["clue.pass", {}, ["clueUnanswered: clueLeader"]],
    ["clue.settle", {}, ["clueAnswered: reporter"]],
    ["clue.take", {}, ["clueAnswered: reporter"]],
    ["clue.decline", {}, ["clueAnswered: reporter"]],
    ["access.request", {}, ["accessRequested: head, committeeHead"]],
    ["access.decide", {}, ["accessDecided: requester, head, committeeHead"]],
    ["window.ask", {}, ["windowAsked: head, committeeHead"]],
    ["window.decide", {}, ["windowDecided: reader, lead"]],
    ["window.askEmergency", {}, ["emergencyAsked: head, committeeHead, lead"]],
    ["window.confirm", {}, ["emergencyOpened: head, committeeHead, lead, reader"]],
    ["window.review", {}, ["emergencyReviewed: reader, lead"]],
    ["restriction.set", {}, ["restrictionChanged: head, committeeHead, lead"]],
    ["restriction.release", {}, ["restrictionChanged: head, committeeHead, lead"]],
    ["risk.raise", { red: true }, ["redRisk: head, dutyLeader"]],
    ["risk.raise", { amber: true }, ["amberRisk: dutyLeader"]],
    ["harm.report", {}, ["harmReported: head"]],
    ["lookup.unusual", {}, ["unusualLookups: head"]],
    ["refusal.record", {}, ["sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"]],
    ["proceeding.end", {}, ["sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"]],
    ["proceeding.close", {}, ["sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"]],
    ["proceeding.archive", {}, ["sessionCancelled: expectedAtCancelled", "invitationWithdrawn: dropped"]],
  ])("%s %j", (action, flags, expected) => {
    expect(hear(action, flags)).toEqual(expected);
  });

  it("leaves out whoever acted, in every group they belong to; but whoever accepts has the session confirmed", () => {
    expect(hear("session.move", {}, "lead")).toEqual([
      "sessionMoved: attendee, interpreter, side, waiting",
      "interpreterAsked: askedInterpreter",
      "attendeeRemoved: leaver",
    ]);
    expect(hear("invitation.accept", { confirmed: true }, "invitee")).toEqual([
      "sessionConfirmed: lead, attendee, interpreter, side, invitee",
      "invitationAnswered: assistant",
    ]);
  });

  it("is settled for every announced event, and for no other", () => {
    const events = Object.keys({ ...disputeEvents, ...countyEvents }) as EventAction[];
    const settled = events.filter((action) => linesOf(action).length > 0);
    expect(settled.sort()).toEqual(Object.keys(audienceByAction).sort());
    expect(events.filter((action) => announcement("c", "d", 1, action).length === 1).sort()).toEqual(settled);
  });
});
