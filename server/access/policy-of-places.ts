import { any, lead, office, type Row, staff } from "./scopes";

/** Rows of server/access/policy.ts about a station, a committee, the county or the whole system, and not about one dispute. */
export const policyOfPlaces = {
  "today.read": office,
  "call.list": { mediator: any, officer: any, stationHead: any },
  "call.record": { mediator: any, officer: any, stationHead: any },
  "group.activate": { stationHead: any },
  /** Whoever helps may report: grid members, shopkeepers, property managers, cadres. */
  "clue.report": { gridMember: any, expert: any },
  "clue.listOwn": { gridMember: any, expert: any },
  /**
   * The keeper of a contact point, whom their entry among people names: clues of the place without who reported them, with what
   * the keeper did; of its disputes number, place and stage alone (app.matters_of_point), nothing of the parties or of what is said.
   */
  "point.read": { gridMember: any, expert: any },
  "clue.step": { gridMember: any, expert: any },
  "clue.settle": { gridMember: any, expert: any },
  /** Done by the worker alone. */
  "clue.pass": {},
  "clue.escalate": { gridMember: any, expert: any },
  "clue.list": { mediator: any, officer: any, stationHead: any },
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
  "dutyLeader.read": { mediator: any, officer: any, stationHead: any },
  "dutyLeader.change": { stationHead: any },
  "duty.read": { committeeHead: any, mediator: any, expert: any, stationHead: any },
  "duty.change": { committeeHead: any },

  "committee.read": { committeeHead: any },
  /** The month's case subsidies 以案定补: a head's of the whole committee, a mediator's of what they led. */
  "subsidy.read": { mediator: any, committeeHead: any },
  "subsidy.export": { committeeHead: any },
  "subsidy.handOver": { committeeHead: any },
  /** Archived dossiers that still lie with the committee, and the lists of those it gave to an archive. */
  "deposit.read": { committeeHead: any },
  "deposit.make": { committeeHead: any },
  "overview.read": { stationHead: any },
  "overview.drill": { stationHead: any },
  "overview.export": { stationHead: any },
  "redList.read": { stationHead: any },
  "forces.results": { stationHead: any },
  "county.read": { county: any },
  "county.export": { county: any },

  /** The county's rules for all, a committee's for its own, how people sign in for the administrator (app.rule_bounds). */
  "rule.read": { county: any, committeeHead: any, admin: any },
  "rule.set": { county: any, committeeHead: any, admin: any },
  /** A head sets the numbers of their own committee or station (app.own_numbers). */
  "number.read": { committeeHead: any, stationHead: any },
  "number.set": { committeeHead: any, stationHead: any },
  /** Word templates of papers: a head's for their own committee, an administrator's for all (app.template_office). */
  "paperTemplate.read": { committeeHead: any, admin: any },
  "paperTemplate.add": { committeeHead: any, admin: any },
  "paperTemplate.withdraw": { committeeHead: any, admin: any },
  /** Clauses to begin drafts with; a head sets those of their own committee. */
  "draftingTemplate.read": { committeeHead: any },
  "draftingTemplate.set": { committeeHead: any },
  "daysOff.set": { county: any },
  "daysOff.remind": { county: any },
  "proceeding.moveDueDay": {},

  "people.directory": { mediator: any, committeeHead: any, officer: any, stationHead: any },
  "admin.read": { admin: any },
  "place.change": { admin: any },
  "place.merge": { admin: any },
  "office.merge": { admin: any },
  "person.change": { admin: any },
  /** Beside the main one: acted in one at a time. */
  "person.giveRole": { admin: any },
  "person.endRole": { admin: any },
  "force.change": { admin: any },
  "account.change": { admin: any },
  "work.list": { admin: any },
  /** Each sees what app.audit_trail gives their role: their own disputes and people, or who signed in. */
  "audit.read": { stationHead: any, committeeHead: any, admin: any },
  "work.retry": { admin: any },
} as const satisfies Record<string, Row>;
