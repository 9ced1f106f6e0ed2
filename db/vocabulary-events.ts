/**
 * Every event the chains hold, as data: a verb that appends another one does not compile. "announced" means that
 * somebody is notified of it; server/notifications/parts/recipients.ts says who and with which kind of message. Its type
 * demands a row for each announced event and allows no other. Imports nothing.
 */

/** Events of a dispute's chain; its timeline has a word for each. */
export const disputeEvents = {
  "dispute.register": "silent",
  "dispute.triage": "silent",
  "dispute.attachCall": "silent",
  "dispute.assessRisk": "silent",
  "risk.raise": "announced",
  "gate.answer": "silent",
  "gate.takeOver": "silent",
  "gate.recordStep": "silent",
  "dispute.setSummary": "silent",
  "dispute.correct": "silent",
  "call.attached": "silent",
  "dispute.relapse": "announced",
  "group.activate": "silent",
  "party.add": "silent",
  "party.amend": "silent",
  "party.addLink": "silent",
  "party.recordExit": "silent",
  "party.withdrawExit": "silent",
  "party.addHeir": "silent",
  "party.answerHeir": "silent",
  "party.split": "silent",
  "party.reveal": "silent",
  "lead.set": "announced",
  "dispute.merge": "announced",
  "dispute.unmerge": "announced",
  "dispute.link": "silent",
  "dispute.unlink": "silent",
  "leadRequest.record": "announced",
  "leadRequest.decide": "announced",
  "leadRequest.tell": "silent",
  "transfer.offer": "announced",
  "transfer.withdraw": "announced",
  "transfer.accept": "announced",
  "transfer.decline": "announced",
  "transfer.recordAnswer": "announced",
  "transfer.recordResult": "announced",
  "access.request": "announced",
  "access.decide": "announced",
  "restriction.set": "announced",
  "restriction.release": "announced",
  "window.ask": "announced",
  "window.decide": "announced",
  "window.askEmergency": "announced",
  "window.confirm": "announced",
  "window.end": "silent",
  "window.review": "announced",
  "window.read": "silent",
  "notice.give": "silent",
  "consent.record": "silent",
  "refusal.record": "announced",
  "clock.extend": "silent",
  "clock.pause": "silent",
  "clock.resume": "silent",
  "violation.find": "silent",
  "guardian.summon": "silent",
  "onSpot.settle": "silent",
  "settlement.apply": "announced",
  "settlement.decide": "announced",

  "invitation.send": "announced",
  "invitation.see": "silent",
  "invitation.accept": "announced",
  "invitation.decline": "announced",
  "invitation.recordAnswer": "announced",
  "invitation.expire": "announced",
  "invitation.withdraw": "announced",
  "invitation.remind": "announced",
  "invitation.propose": "announced",
  "invitation.delegate": "announced",
  "invitation.substitute": "announced",
  "invitation.escalate": "announced",
  "invitation.disclose": "announced",
  "invitation.leaveSession": "announced",
  "invitation.makeLink": "silent",
  "invitation.revokeLink": "silent",
  "invitation.lockLink": "announced",
  "tie.record": "silent",
  "tie.remove": "silent",
  "tie.waive": "announced",
  "partyTime.change": "silent",
  "delivery.retry": "silent",

  "convening.send": "announced",
  "session.book": "announced",
  "session.hold": "announced",
  "session.expireHold": "announced",
  "session.confirm": "announced",
  "session.move": "announced",
  "session.cancel": "announced",
  "session.swapPerson": "announced",
  "session.changeNeeds": "silent",
  "session.setVideo": "announced",
  "session.showCheckIn": "silent",
  "session.checkIn": "silent",
  "session.start": "silent",
  "session.tell": "silent",
  "session.beginNow": "silent",
  "session.recordHeld": "silent",
  "session.record": "silent",
  "session.correctRecord": "silent",
  "note.write": "silent",
  "note.read": "silent",
  "file.add": "silent",
  "file.read": "silent",
  "fact.state": "silent",
  "fact.sign": "silent",
  "opinion.sign": "silent",
  "opinion.read": "silent",
  "consultation.link": "silent",
  "harm.report": "announced",

  "agreement.draft": "silent",
  "agreement.sendToSign": "silent",
  "agreement.withdraw": "silent",
  "agreement.sign": "silent",
  "agreement.seal": "silent",
  "agreement.takeEffect": "silent",
  "agreement.renegotiate": "silent",
  "performance.record": "silent",
  "performance.waive": "silent",
  "performance.correct": "silent",
  "performance.breach": "silent",
  "performance.urge": "silent",
  "visit.record": "silent",
  "proceeding.end": "announced",
  "proceeding.close": "announced",
  "proceeding.archive": "announced",
  "proceeding.reopen": "silent",
  "proceeding.moveDueDay": "silent",
} as const satisfies Record<string, Hearing>;

/** Events of the county's own chain: what belongs to no dispute. */
export const countyEvents = {
  "account.change": "silent",
  "account.changePassword": "silent",
  "account.setLocale": "silent",
  "account.endSignIn": "silent",
  "account.addFactor": "silent",
  "account.dropFactor": "silent",
  "account.requireFactor": "silent",
  "account.bind": "silent",
  "availability.change": "silent",
  "call.record": "silent",
  "clue.report": "silent",
  "clue.decline": "silent",
  "consultation.ask": "announced",
  "consultation.pass": "announced",
  "consultation.answer": "announced",
  "consultation.close": "silent",
  "daysOff.set": "silent",
  "duty.change": "silent",
  "dutyLeader.change": "silent",
  "feed.makeOwn": "silent",
  "feed.makeRoom": "silent",
  "feed.revoke": "silent",
  "force.change": "silent",
  "group.alert": "silent",
  "lookup.unusual": "announced",
  "panel.setRule": "silent",
  "person.change": "silent",
  "place.change": "silent",
  "rule.set": "silent",
  "townHall.plan": "announced",
  "townHall.move": "announced",
  "townHall.cancel": "announced",
  "townHall.close": "silent",
  "work.retry": "silent",
} as const satisfies Record<string, Hearing>;

/** Entries of the county's audit chain: what changed nothing and has to be known all the same. Nobody is notified. */
export const auditEvents = [
  "audit.refuse",
  "audit.search",
  "audit.export",
  "audit.signIn",
  "audit.failSignIn",
  "audit.signOut",
  "audit.beginAnew",
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** What the audit page shows, by kind: entries of the audit chain, and the readings on the chains of disputes. */
export const auditKinds = {
  read: ["note.read", "file.read", "opinion.read"],
  reveal: ["party.reveal"],
  window: ["window.read", "window.decide", "window.confirm", "window.end", "window.review"],
  search: ["audit.search"],
  refuse: ["audit.refuse"],
  export: ["audit.export"],
  signIn: ["audit.signIn", "audit.failSignIn", "audit.signOut"],
  /** Whoever runs the installation went back to an earlier state and said so (`npm run verify -- --begin-anew`). */
  beginAnew: ["audit.beginAnew"],
} as const satisfies Record<string, readonly (DisputeEvent | AuditEvent)[]>;
export type AuditKind = keyof typeof auditKinds;

type Hearing = "announced" | "silent";
type Announced<Table> = { [E in keyof Table]: Table[E] extends "announced" ? E : never }[keyof Table];

export type DisputeEvent = keyof typeof disputeEvents;
export type CountyEvent = keyof typeof countyEvents;
export type EventAction = DisputeEvent | CountyEvent;
export type AnnouncedEvent = Announced<typeof disputeEvents> | Announced<typeof countyEvents>;

const hearings: Readonly<Record<EventAction, Hearing>> = { ...disputeEvents, ...countyEvents };

/** Whether this action is an event of a dispute's chain. */
export const isDisputeEvent = (action: string): action is DisputeEvent => Object.hasOwn(disputeEvents, action);

/** Whether somebody is notified of this event. */
export const isAnnounced = (action: EventAction): action is AnnouncedEvent => hearings[action] === "announced";
