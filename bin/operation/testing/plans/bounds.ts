import type { Role } from "@/db/vocabulary";
import type { QuestionPath } from "@/server/testing/lanes/questions";

/** What a question may touch at 5,000 disputes in a county, asked by somebody of its busiest station. */
interface Bound {
  /** Who asks: the role that sees most. */
  as: Role;
  /** Pages of tables and indexes, of all its statements together; about twice what it needs. */
  most: number;
  /** Input beside what is made for every question. */
  input?: Readonly<Record<string, unknown>>;
  /** Why the generated county has nothing to answer it with: what it is refused with. */
  refusedWith?: string;
  /**
   * Waits to be mended: it touches more than `most`, or more the more its asker may see, or reads a growing table from end
   * to end. This is what it may touch meanwhile; whoever mends it takes this away.
   */
  now?: number;
}

/**
 * Every question, by path, and some a second time with another input ("path: what"). A new question does not compile until it has its row: a
 * bound that does not depend on how many disputes there are or how many of them the asker may see.
 */
export const bounds: Readonly<Record<string, Bound>> = {
  "accessRequests.waiting": { as: "stationHead", most: 50 },
  "account.binding": { as: "mediator", most: 50 },
  "account.factor": { as: "mediator", most: 250 },
  "account.me": { as: "mediator", most: 50 },
  "account.signIns": { as: "mediator", most: 50 },
  "agreements.committeeOverview": { as: "committeeHead", most: 2000 },
  "agreements.ofDispute": { as: "mediator", most: 2000, now: 4350 },
  "audit.trail": { as: "stationHead", most: 600 },
  "availability.clashes": { as: "officer", most: 400 },
  "availability.own": { as: "officer", most: 400 },
  "calendars.moveCheck": { as: "mediator", most: 600, refusedWith: "NOT_FOUND" },
  "calendars.ownFeeds": { as: "mediator", most: 50 },
  "calls.activationForm": { as: "stationHead", most: 600, refusedWith: "NOT_FOUND" },
  "calls.groups": { as: "mediator", most: 50 },
  "calls.list": { as: "mediator", most: 1000 },
  "clues.list": { as: "mediator", most: 50 },
  "clues.own": { as: "gridMember", most: 50 },
  "consents.ofDispute": { as: "mediator", most: 1300 },
  "consultations.badge": { as: "expert", most: 50 },
  "consultations.dutyWeek": { as: "mediator", most: 50 },
  "consultations.linkChoices": { as: "mediator", most: 1500, now: 4200 },
  "consultations.ofDispute": { as: "mediator", most: 100 },
  "consultations.ofStation": { as: "mediator", most: 50 },
  "consultations.onDuty": { as: "expert", most: 50 },
  "consultations.own": { as: "mediator", most: 50 },
  "convening.needs": { as: "mediator", most: 1200 },
  "convening.plan": { as: "mediator", most: 2500 },
  "desk.agreedOf": { as: "mediator", most: 100 },
  "desk.harmOf": { as: "mediator", most: 100 },
  "desk.recordDraft": { as: "mediator", most: 100 },
  "desk.sealedOf": { as: "mediator", most: 100 },
  "desk.state": { as: "mediator", most: 600 },
  "desk.statementsOf": { as: "mediator", most: 100 },
  "disputes.byId": { as: "mediator", most: 2000 },
  "disputes.exportList": { as: "stationHead", most: 60_000 },
  "disputes.leads": { as: "mediator", most: 1500 },
  "disputes.list": { as: "mediator", most: 4000 },
  "disputes.list: of the head": { as: "stationHead", most: 4000 },
  "disputes.list: own": { as: "mediator", most: 4000, input: { scope: "mine" } },
  "disputes.list: all": { as: "mediator", most: 4000, input: { scope: "all" } },
  "disputes.list: by a name": { as: "mediator", most: 4000, input: { scope: "all", q: "志强" }, now: 6000 },
  "disputes.list: by a number": {
    as: "mediator",
    most: 4000,
    input: { scope: "all", q: "AA-2025-0100" },
  },
  "disputes.list: by a phone": {
    as: "mediator",
    most: 4000,
    input: { scope: "all", q: "13912345678" },
  },
  "disputes.list: by one character": { as: "mediator", most: 4000, input: { scope: "all", q: "王" }, now: 6000 },
  "disputes.list: by sound": { as: "mediator", most: 4000, input: { scope: "all", q: "wangzhiqiang" } },
  "disputes.list: by a frequent word": { as: "mediator", most: 9000, input: { scope: "all", q: "纠纷" } },
  "disputes.looseCalls": { as: "mediator", most: 50 },
  "disputes.overdue": { as: "officer", most: 500 },
  "disputes.points": { as: "mediator", most: 50 },
  "disputes.similar": { as: "mediator", most: 50 },
  "disputes.similar: by a name": {
    as: "mediator",
    most: 2000,
    input: { names: ["王志强"], place: "" },
  },
  "disputes.timeline": { as: "mediator", most: 250 },
  "disputes.today": { as: "mediator", most: 8000 },
  "disputes.today: of the head": { as: "stationHead", most: 8000 },
  "disputes.tracks": { as: "mediator", most: 50 },
  "dossier.ofDispute": { as: "mediator", most: 1500 },
  "files.ofDispute": { as: "mediator", most: 100 },
  "account.factorRules": { as: "admin", most: 200 },
  "forces.list": { as: "admin", most: 200 },
  "handovers.comingSeats": { as: "committeeHead", most: 400 },
  "invitations.badge": { as: "expert", most: 100 },
  "invitations.board": { as: "mediator", most: 2000 },
  "invitations.brief": { as: "expert", most: 300 },
  "invitations.candidates": { as: "mediator", most: 3000 },
  "invitations.deputies": { as: "expert", most: 300 },
  "invitations.one": { as: "expert", most: 1000, now: 3000 },
  "invitations.own": { as: "expert", most: 1000 },
  "notes.ofDispute": { as: "mediator", most: 100 },
  "notifications.counts": { as: "admin", most: 5000 },
  "notifications.ofDispute": { as: "mediator", most: 600 },
  "notifications.own": { as: "mediator", most: 500 },
  "notifications.unread": { as: "mediator", most: 50 },
  "opinions.ofDispute": { as: "mediator", most: 100 },
  "opinions.overview": { as: "expert", most: 500 },
  "overview.county": { as: "county", most: 10_000 },
  "overview.drill": { as: "stationHead", most: 3000, now: 7500 },
  "overview.exportCounty": { as: "county", most: 10_000 },
  "overview.exportOverview": { as: "stationHead", most: 6000 },
  "overview.forces": { as: "stationHead", most: 600 },
  "overview.overview": { as: "stationHead", most: 6000 },
  "overview.redCount": { as: "stationHead", most: 4000 },
  "overview.redList": { as: "stationHead", most: 5000 },
  "panel.needs": { as: "mediator", most: 600 },
  "panel.of": { as: "mediator", most: 2000 },
  "panel.rules": { as: "officer", most: 50 },
  "panel.ties": { as: "mediator", most: 1200 },
  "people.byId": { as: "admin", most: 150 },
  "people.directory": { as: "mediator", most: 700 },
  "people.expertChoices": { as: "admin", most: 50 },
  "people.list": { as: "admin", most: 1750 },
  "performance.list": { as: "stationHead", most: 4000 },
  "performance.ofDispute": { as: "mediator", most: 1700 },
  "places.tree": { as: "admin", most: 100 },
  "sessions.calendar": { as: "mediator", most: 600 },
  "sessions.dayBoard": { as: "mediator", most: 1300 },
  "sessions.ofDispute": { as: "mediator", most: 1700 },
  "sessions.ownList": { as: "expert", most: 1000, now: 5000 },
  "sessions.ownProof": { as: "expert", most: 6000, input: { year: new Date().getFullYear() } },
  // A thousand sessions, twenty pages for each.
  "sessions.ownProof: of all years": { as: "expert", most: 25_000, input: { year: null } },
  "sessions.ownRecord": { as: "expert", most: 1000 },
  "sessions.rooms": { as: "mediator", most: 50 },
  "sessions.videoLinks": { as: "mediator", most: 100 },
  "settings.missingYear": { as: "county", most: 50 },
  "settings.rules": { as: "county", most: 200 },
  "settings.years": { as: "county", most: 100 },
  "townHalls.choices": { as: "mediator", most: 50 },
  "townHalls.list": { as: "mediator", most: 50 },
  "townHalls.plannedDates": { as: "mediator", most: 700 },
  "windows.emergencies": { as: "mediator", most: 100 },
  "windows.frame": { as: "mediator", most: 200, refusedWith: "NOT_FOUND" },
  "windows.ofOffice": { as: "stationHead", most: 100 },
  "windows.readings": { as: "mediator", most: 50 },
  "windows.restricted": { as: "stationHead", most: 100 },
  "work.count": { as: "admin", most: 500 },
  "work.failed": { as: "admin", most: 50 },
} satisfies Record<QuestionPath, Bound> & Partial<Record<`${QuestionPath}: ${string}`, Bound>>;
