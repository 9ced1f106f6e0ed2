import type { Relation, Role } from "@/db/vocabulary";
import type { DisputeEvent } from "@/db/vocabulary-events";
import { policyOfLeading } from "./policy-of-leading";
import { policyOfParties } from "./policy-of-parties";
import { policyOfPlaces } from "./policy-of-places";
import { policyOfTable } from "./policy-of-table";
import {
  any,
  bookable,
  everyone,
  head,
  invited,
  joined,
  lead,
  leadAfter,
  offering,
  office,
  police,
  policeAfter,
  policeReading,
  policeRecord,
  type Row,
  staff,
  staffAfter,
  staffRecord,
} from "./scopes";

/**
 * Who may do what: action → role → relation. A missing cell is a refusal (default deny).
 * Sources: 人民调解法 15、17、20、23、29.
 */
export const policy = {
  "account.read": everyone,
  "account.changePassword": everyone,
  "account.setLocale": everyone,
  /** In which of their roles they act. */
  "account.actIn": everyone,
  "account.endSignIn": everyone,
  "account.addFactor": everyone,
  "account.dropFactor": everyone,
  /** Which roles need a second factor, and from when. */
  "account.requireFactor": { admin: any },
  "account.bind": everyone,

  "dispute.list": office,
  /** The list as a sheet: many names leave the system at once, so heads alone. */
  "dispute.export": { committeeHead: any, stationHead: any },
  "dispute.read": {
    mediator: staffRecord,
    committeeHead: ["committee"],
    officer: policeReading,
    stationHead: head,
    expert: joined,
  },
  "dispute.register": { mediator: any, officer: any },
  /** Refused while a proceeding is open, so that "formerLead" here is whoever led the one that ended last. */
  "dispute.triage": { mediator: staffAfter, committeeHead: ["committee"], officer: policeAfter, stationHead: head },
  "dispute.attachCall": { mediator: staff, officer: [...police, "otherLine"], stationHead: head },
  "dispute.assessRisk": { mediator: staff, officer: [...police, "otherLine"], stationHead: head },
  /** Left by the acts that raise a risk. */
  "risk.raise": {},
  "gate.read": { mediator: staffRecord, committeeHead: ["committee"], officer: policeReading, stationHead: head },
  "gate.list": { mediator: any, officer: any, stationHead: any },
  "gate.answer": { mediator: staffAfter, committeeHead: ["committee"], officer: policeAfter, stationHead: head },
  /** The police's route on family violence, also where the committee has the matter. */
  "gate.takeOver": { officer: policeAfter, stationHead: head },
  "gate.recordStep": { officer: policeAfter, stationHead: head },
  "dispute.setSummary": { mediator: staff },
  /** What was registered wrongly: place, type, day, facts, title. */
  "dispute.correct": { mediator: staff, officer: lead },
  ...policyOfParties,

  /** Asks to lead a matter that somebody else led; a head of the other duty decides (docs/adr/0029). */
  "access.request": { mediator: staff, committeeHead: ["committee"], officer: policeAfter },
  "access.decide": { committeeHead: ["committee"], stationHead: head },
  "access.list": { committeeHead: ["committee"], stationHead: head },

  /** Closes a matter to all but those who work on it; a head of the other duty releases it (docs/adr/0030). */
  "restriction.set": { mediator: lead, officer: lead, committeeHead: ["committee"], stationHead: head },
  /** The database decides whose: of a closed matter nobody has a relation that could be asked here. */
  "restriction.release": { committeeHead: any, stationHead: any },
  "restriction.list": office,
  "window.ask": office,
  "window.askEmergency": office,
  "window.decide": { committeeHead: any, stationHead: any },
  "window.confirm": office,
  "window.end": office,
  "window.review": { committeeHead: any, stationHead: any },
  "window.list": office,
  /** Left by the gate where somebody reads in a window of theirs. */
  "window.read": {},
  /** Who read what of their matter. */
  "window.readings": { mediator: lead, officer: lead },

  /** Of a person of their own place, when they leave. */
  "work.handOver": { committeeHead: any, stationHead: any },
  /** Two registrations of one matter become one, and what is undone of it: whoever may do it to both. */
  "dispute.merge": { mediator: staff, committeeHead: ["committee"], officer: police, stationHead: ["station"] },
  "dispute.unmerge": { mediator: staff, committeeHead: ["committee"], officer: police, stationHead: ["station"] },
  /** Two matters that have to do with each other; also of one that is over. */
  "dispute.link": { mediator: staffAfter, committeeHead: ["committee"], officer: policeAfter, stationHead: head },
  "dispute.unlink": { mediator: staffAfter, committeeHead: ["committee"], officer: policeAfter, stationHead: head },
  "merge.read": { mediator: staffRecord, committeeHead: ["committee"], officer: policeReading, stationHead: head },

  ...policyOfLeading,
  /** To another station or committee, or to a body outside; the heads there accept or decline. */
  "transfer.offer": offering,
  "transfer.withdraw": offering,
  "transfer.accept": { committeeHead: any, stationHead: any },
  "transfer.decline": { committeeHead: any, stationHead: any },
  "transfer.recordAnswer": offering,
  "transfer.recordResult": { ...offering, mediator: staffAfter, officer: leadAfter },
  "transfer.list": office,
  "notice.give": { mediator: staff, officer: lead },
  "consent.record": { mediator: staff, officer: lead },
  "refusal.record": { mediator: staff, officer: lead },

  /** The acts of police mediation (程序规定 178–186): its officer; what both sides ask for, the station's head decides. */
  "violation.read": { officer: policeRecord, stationHead: head },
  "violation.find": { officer: lead },
  "case.describe": { officer: lead },
  "guardian.summon": { officer: lead },
  "onSpot.settle": { officer: lead },
  "settlement.apply": { officer: lead },
  "settlement.decide": { stationHead: ["station"] },

  "invitation.candidates": { mediator: staff, officer: lead },
  "invitation.send": { mediator: staff, officer: lead },
  "invitation.withdraw": { mediator: staff, officer: lead },
  "invitation.listOwn": { expert: any },
  "invitation.readOwn": { expert: any },
  "invitation.see": { expert: invited },
  "invitation.accept": { expert: invited },
  "invitation.decline": { expert: invited },
  /** An answer given by telephone or in person, entered by whoever heard it. */
  "invitation.recordAnswer": { mediator: staff, officer: lead },
  "invitation.expire": {},
  "invitation.disclose": { expert: invited },
  "invitation.propose": { expert: invited },
  "invitation.delegate": { expert: invited },
  "invitation.leaveSession": { expert: joined },
  /** Done by the worker alone. */
  "invitation.substitute": {},
  "invitation.escalate": {},
  "invitation.lockLink": {},
  "invitation.makeLink": { mediator: staff, officer: lead },
  "invitation.remind": { mediator: staff, officer: lead },
  "invitation.revokeLink": { mediator: staff, officer: lead },

  "panel.read": { mediator: staff, officer: lead },
  "panel.readRules": { mediator: any, committeeHead: any, officer: any },
  "panel.setRule": { committeeHead: any },
  "tie.read": { mediator: staff, officer: lead, committeeHead: ["committee"], stationHead: ["station"] },
  "tie.record": { mediator: staff, officer: lead, committeeHead: ["committee"], stationHead: ["station"] },
  "tie.remove": { mediator: staff, officer: lead },
  "tie.waive": { mediator: staff, officer: lead, committeeHead: ["committee"], stationHead: ["station"] },
  /** A tie of their own. */
  "tie.disclose": { mediator: lead, officer: lead, expert: joined },
  /** Done by the worker alone. */
  "tie.recuse": {},

  "convening.read": { mediator: lead, officer: lead },
  "convening.send": { mediator: lead, officer: lead },
  "session.changeNeeds": { mediator: lead, officer: lead },
  "partyTime.change": { mediator: lead, officer: lead },

  "availability.readOwn": bookable,
  "availability.change": bookable,
  "feed.listOwn": bookable,
  "feed.makeOwn": bookable,
  "feed.makeRoom": office,
  "feed.revoke": bookable,
  "townHall.read": office,
  "townHall.change": { mediator: any, officer: any, stationHead: any },

  "notification.listOwn": everyone,
  "notification.markRead": everyone,
  "delivery.list": { mediator: staff, committeeHead: ["committee"], officer: lead },
  "delivery.retry": { mediator: staff, officer: lead },
  "delivery.count": { admin: any },

  "session.calendar": office,
  "session.listOwn": { expert: any },
  "session.rooms": { mediator: any, officer: any, committeeHead: any },
  "session.book": { mediator: staff, officer: lead },
  "session.move": { mediator: staff, officer: lead },
  "session.cancel": { mediator: staff, officer: lead },
  "session.hold": { mediator: staff, officer: lead },
  "session.confirm": { mediator: staff, officer: lead },
  "session.swapPerson": { mediator: staff, officer: lead },
  /** Done by the worker alone. */
  "session.expireHold": {},
  "session.setVideo": { mediator: lead, officer: lead },
  /** Of sessions at which they are expected, for everybody but the lead (server/access/reads.ts). */
  "session.readVideo": {
    mediator: staffAfter,
    committeeHead: ["committee"],
    officer: policeAfter,
    stationHead: head,
    expert: joined,
  },
  /** A party told of a session in person or by telephone. */
  "session.tell": { mediator: staff, officer: lead },
  /** Interpreters and readers, and which party needs one. */
  "interpreter.name": { mediator: staff, officer: lead },
  "interpreter.end": { mediator: staff, officer: lead },
  /** Of whoever was asked: they have no relation to the dispute, and the verb looks for their own question. */
  "interpreter.answer": { expert: any },
  "interpreter.recordAnswer": { mediator: staff, officer: lead },
  /** Done by the worker alone. */
  "interpreter.expire": {},
  "agreement.keepSealed": {},
  "interpreter.tell": { mediator: staff, officer: lead },
  "interpreter.attend": { mediator: staff, officer: lead },
  "interpreter.sign": { mediator: staff, officer: lead },
  "interpreter.need": { mediator: staff, officer: lead },
  "session.showCheckIn": { mediator: staff, officer: lead },
  "session.checkIn": { expert: joined },
  "session.start": { mediator: lead, officer: lead },
  /** Creates a session that begins at once, and opens its desk. */
  "session.beginNow": { mediator: lead, officer: lead },
  /** Writes down one that has been held already. */
  "session.recordHeld": { mediator: staff, officer: lead },
  "session.record": { mediator: staff, officer: lead },
  "session.correctRecord": { mediator: staff, officer: lead },
  "note.write": { mediator: staff, officer: lead, expert: joined },
  "note.read": {
    mediator: staffRecord,
    committeeHead: ["committee"],
    officer: policeRecord,
    stationHead: head,
    expert: joined,
  },

  ...policyOfTable,
  "agreement.draft": { mediator: staff, officer: lead },
  "agreement.sendToSign": { mediator: staff, officer: lead },
  "agreement.withdraw": { mediator: staff, officer: lead },
  "agreement.sign": { mediator: staff, officer: lead },
  "agreement.seal": { committeeHead: ["committee"] },
  "agreement.takeEffect": { mediator: staff, officer: lead },
  "agreement.renegotiate": { mediator: staff, officer: lead },

  "performance.list": office,
  "performance.record": { mediator: staff, officer: lead },
  /** A photo or paper that proves an entry, from whoever may make the entry. */
  "performance.prove": { mediator: staff, officer: lead },
  "performance.waive": { mediator: staff, officer: lead },
  "performance.correct": { mediator: staff, officer: lead },
  "performance.contest": { mediator: staff, officer: lead },
  "performance.endContest": { mediator: staff, officer: lead },
  "performance.breach": { mediator: staff, officer: lead },
  "performance.urge": { mediator: staff, officer: lead, stationHead: head },
  "visit.record": { mediator: staff, officer: lead },
  /** By whoever was drawn, once the matter is closed; the row itself says who that is. */
  "revisit.record": { mediator: ["committee"], committeeHead: ["committee"] },
  "revisit.list": office,

  "clock.extend": { mediator: staff },
  "confirmation.apply": { mediator: staff },
  "confirmation.record": { mediator: staff },
  "clock.pause": { officer: lead },
  "clock.resume": { officer: lead },
  "proceeding.end": { mediator: staff, officer: lead },
  "proceeding.close": { mediator: staff, committeeHead: ["committee"], officer: lead },
  /** Of a closed proceeding: the last duty of whoever led it. */
  "proceeding.archive": { mediator: staffAfter, committeeHead: ["committee"], officer: leadAfter },
  "proceeding.reopen": { mediator: staffAfter, committeeHead: ["committee"], stationHead: head },

  ...policyOfPlaces,
} as const satisfies Record<string, Row>;

export type Action = keyof typeof policy;
/** An action that leaves an event on the dispute's chain. */
export type DisputeAction = Extract<Action, DisputeEvent>;

/** Whether a person with this role and these relations may do the action. */
export function allows(role: Role, action: Action, held: readonly Relation[]): boolean {
  const scopes = (policy[action] as Row)[role] ?? [];
  return scopes.some((scope) => scope === "any" || held.includes(scope));
}
