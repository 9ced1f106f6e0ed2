import type { Relation, Role } from "@/db/vocabulary";
import type { DisputeEvent } from "@/db/vocabulary-events";

/** How far a right reaches: a relation to the dispute, or "any" where the role alone suffices. */
export type Scope = Relation | "any";
type Row = Partial<Record<Role, readonly Scope[]>>;

const any: readonly Scope[] = ["any"];
const staff: readonly Scope[] = ["lead", "committee"];
const lead: readonly Scope[] = ["lead"];
const station: readonly Scope[] = ["station", "lead"];
const invited: readonly Scope[] = ["invited", "joined"];
const joined: readonly Scope[] = ["joined"];
const everyone: Row = {
  mediator: any,
  committeeHead: any,
  expert: any,
  gridMember: any,
  officer: any,
  stationHead: any,
  county: any,
  admin: any,
};
const office: Row = { mediator: any, committeeHead: any, officer: any, stationHead: any };
/** Everyone who may be asked to a session keeps their own hours and a calendar. */
const bookable: Row = { ...office, expert: any };

/**
 * Who may do what: action → role → relation. A missing cell is a refusal (default deny).
 * Sources: 人民调解法 Art 15, 17, 20, 23, 29.
 */
export const policy = {
  "account.read": everyone,
  "account.changePassword": everyone,
  "account.setLocale": everyone,
  "account.endSignIn": everyone,
  "account.addFactor": everyone,
  "account.dropFactor": everyone,
  "account.bind": everyone,

  "dispute.list": office,
  "dispute.search": office,
  "dispute.read": {
    mediator: staff,
    committeeHead: ["committee"],
    officer: station,
    stationHead: station,
    expert: joined,
  },
  "dispute.register": { mediator: any, officer: any },
  "dispute.triage": { mediator: staff, committeeHead: ["committee"], officer: station, stationHead: station },
  "dispute.attachCall": { mediator: staff, officer: station, stationHead: station },
  "dispute.assessRisk": { mediator: staff, officer: station, stationHead: station },
  "dispute.setSummary": { mediator: staff },
  "party.add": { mediator: staff, officer: lead },
  "party.amend": { mediator: staff, officer: lead },
  "party.addLink": { mediator: staff, officer: lead },
  "party.reveal": { mediator: staff, officer: lead },

  "lead.set": { committeeHead: ["committee"], stationHead: station },
  "notice.give": { mediator: staff, officer: lead },
  "consent.record": { mediator: staff, officer: lead },
  "refusal.record": { mediator: staff, officer: lead },

  "invitation.candidates": { mediator: staff, officer: lead },
  "invitation.send": { mediator: staff, officer: lead },
  "invitation.withdraw": { mediator: staff, officer: lead },
  "invitation.listOwn": { expert: any },
  "invitation.readOwn": { expert: any },
  "invitation.see": { expert: invited },
  "invitation.accept": { expert: invited },
  "invitation.decline": { expert: invited },
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
  "tie.read": { mediator: staff, officer: lead, committeeHead: ["committee"] },
  "tie.record": { mediator: staff, officer: lead },
  "tie.remove": { mediator: staff, officer: lead },
  "tie.waive": { mediator: staff, officer: lead },

  "convening.read": { mediator: lead, officer: lead },
  "convening.send": { mediator: lead, officer: lead },
  "session.changeNeeds": { mediator: lead, officer: lead },
  "partyTime.read": { mediator: lead, officer: lead },
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
  /** Row-level security keeps it to the lead and to those who are expected there. */
  "session.readVideo": {
    mediator: staff,
    committeeHead: ["committee"],
    officer: station,
    stationHead: station,
    expert: joined,
  },
  "session.showCheckIn": { mediator: staff, officer: lead },
  "session.checkIn": { expert: joined },
  "session.start": { mediator: lead, officer: lead },
  "session.record": { mediator: staff, officer: lead },
  "session.correctRecord": { mediator: staff, officer: lead },
  "note.write": { mediator: staff, officer: lead, expert: joined },
  "note.read": {
    mediator: staff,
    committeeHead: ["committee"],
    officer: station,
    stationHead: station,
    expert: joined,
  },

  "desk.read": { mediator: lead, officer: lead },
  "desk.write": { mediator: lead, officer: lead },
  "poll.open": { mediator: lead, officer: lead },
  "poll.answer": { mediator: lead, officer: lead },
  "poll.cancel": { mediator: lead, officer: lead },
  "fact.state": { mediator: lead, officer: lead },
  "fact.sign": { mediator: lead, officer: lead },
  "fact.read": { mediator: staff, officer: lead, committeeHead: ["committee"], expert: joined },
  "file.add": { mediator: lead, officer: lead, expert: joined },
  "file.read": {
    mediator: staff,
    committeeHead: ["committee"],
    officer: station,
    stationHead: station,
    expert: joined,
  },
  "opinion.sign": { expert: joined },
  "opinion.read": { mediator: staff, officer: lead, committeeHead: ["committee"], expert: joined },
  "harm.report": { mediator: lead, officer: lead },
  /** The reported words, without the card, lane or speaker they came from (docs/adr/0017-what-danger-tells.md). */
  "harm.read": { mediator: lead, officer: station, stationHead: station },

  "agreement.draft": { mediator: staff, officer: lead },
  "agreement.sendToSign": { mediator: staff, officer: lead },
  "agreement.withdraw": { mediator: staff, officer: lead },
  "agreement.sign": { mediator: staff, officer: lead },
  "agreement.seal": { committeeHead: ["committee"] },
  "agreement.takeEffect": { mediator: staff, officer: lead },

  "performance.list": office,
  "performance.record": { mediator: staff, officer: lead },
  "performance.urge": { mediator: staff, officer: lead, stationHead: station },
  "visit.record": { mediator: staff, officer: lead },

  "proceeding.end": { mediator: staff, officer: lead },
  "proceeding.close": { mediator: staff, committeeHead: ["committee"], officer: lead },
  "proceeding.archive": { mediator: staff, committeeHead: ["committee"], officer: lead },
  "proceeding.reopen": { mediator: staff, committeeHead: ["committee"], stationHead: station },

  "today.read": office,
  "call.list": { mediator: any, officer: any, stationHead: any },
  "call.record": { mediator: any, officer: any, stationHead: any },
  "group.activate": { stationHead: any },
  "clue.report": { gridMember: any },
  "clue.listOwn": { gridMember: any },
  "clue.list": { mediator: any, officer: any, stationHead: any },
  "clue.take": { mediator: any, officer: any },
  "clue.decline": { mediator: any, officer: any },

  "consultation.ask": { gridMember: any, mediator: any, officer: any },
  "consultation.listOwn": { gridMember: any, mediator: any, officer: any },
  "consultation.listStation": { mediator: any, officer: any, stationHead: any },
  "consultation.listDuty": { expert: any },
  "consultation.answer": { expert: any },
  /** Done by the worker alone. */
  "consultation.pass": {},
  "consultation.close": { gridMember: any, mediator: any, officer: any },
  "consultation.link": { mediator: staff, officer: lead },
  "consultation.ofDispute": { mediator: staff, officer: lead, committeeHead: ["committee"] },
  "duty.read": { committeeHead: any, mediator: any, expert: any, stationHead: any },
  "duty.change": { committeeHead: any },

  "committee.read": { committeeHead: any },
  "overview.read": { stationHead: any },
  "overview.drill": { stationHead: any },
  "redList.read": { stationHead: any },
  "forces.results": { stationHead: any },
  "county.read": { county: any },

  "people.directory": { mediator: any, committeeHead: any, officer: any, stationHead: any },
  "admin.read": { admin: any },
  "place.change": { admin: any },
  "person.change": { admin: any },
  "force.change": { admin: any },
  "account.change": { admin: any },
  "work.list": { admin: any },
  "work.retry": { admin: any },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof policy;
/** An action that leaves an event on the dispute's chain. */
export type DisputeAction = Extract<Action, DisputeEvent>;

/** How much of a dispute each relation shows (default: nothing). Parts are listed in `parts`. */
export const shows = {
  mediator: { lead: "full", committee: "full" },
  committeeHead: { committee: "full" },
  officer: { lead: "full", station: "status" },
  stationHead: { lead: "full", station: "oversight" },
  expert: { joined: "brief" },
} as const satisfies Partial<Record<Role, Partial<Record<Relation, View>>>>;

export const views = ["full", "oversight", "status", "brief"] as const;
export type View = (typeof views)[number];

/** Parts of a dispute page by view; `contacts` are phones and addresses of parties. */
export const parts = {
  full: [
    "facts",
    "contacts",
    "calls",
    "consents",
    "board",
    "sessions",
    "records",
    "agreement",
    "performance",
    "risk",
    "dossier",
    "timeline",
  ],
  oversight: ["facts", "calls", "board", "sessions", "agreement", "performance", "risk", "dossier", "timeline"],
  status: ["calls", "board", "risk", "agreement", "timeline"],
  brief: ["facts", "board", "sessions", "agreement"],
} as const satisfies Record<View, readonly string[]>;
export type Part = (typeof parts)[View][number];

/** Whether a person with this role and these relations may do the action. */
export function allows(role: Role, action: Action, held: readonly Relation[]): boolean {
  const scopes = (policy[action] as Row)[role] ?? [];
  return scopes.some((scope) => scope === "any" || held.includes(scope));
}

/** The widest view the relations give, or null when the dispute is not shown at all. */
export function viewOf(role: Role, held: readonly Relation[]): View | null {
  const row = (shows as Partial<Record<Role, Partial<Record<Relation, View>>>>)[role] ?? {};
  return views.find((view) => held.some((relation) => row[relation] === view)) ?? null;
}

/** Whether this part of a dispute is shown in this view. */
export const showsPart = (view: View, part: Part): boolean => (parts[view] as readonly Part[]).includes(part);

/** The relations through which a role may see this part of a dispute; for lists across disputes. */
export function relationsShowing(role: Role, part: Part): Relation[] {
  const row = (shows as Partial<Record<Role, Partial<Record<Relation, View>>>>)[role] ?? {};
  return (Object.entries(row) as [Relation, View][])
    .filter(([, view]) => showsPart(view, part))
    .map(([relation]) => relation);
}
