import type { Lane, Relation, Role } from "@/db/vocabulary";
import type { Action } from "./policy";
import type { Part } from "./views";

/**
 * What a reading action shows, by table, and how a row is related to its reader. Row-level security must show these
 * rows to everybody the policy allows, and no other row to anybody (server/testing/rows compares the two;
 * docs/row-matrix.txt lists what PostgreSQL shows).
 */
interface Reads {
  /** Rows of a proceeding to which the reader has a relation that the policy allows, and of its dispute. */
  ofDispute?: readonly string[];
  /** Rows of a dispute the reader is invited to or has joined: the outline an invitee needs to answer. */
  ofInvitation?: readonly string[];
  /** Rows of the reader's own police line. */
  ofStation?: readonly string[];
  /** Rows of the contact point that the reader keeps. */
  ofPoint?: readonly string[];
  /** Rows of sessions at which the reader is expected; of the others only to whoever leads or led the proceeding. */
  expected?: readonly string[];
  /** Rows that name the reader, in this column. */
  own?: Readonly<Record<string, string>>;
  /** Rows the whole county may read: they name no dispute. */
  ofCounty?: readonly string[];
  /** A list or a figure over rows that other actions open one by one: it gives no right of its own. */
  listed?: readonly string[];
}

/** One entry for each action a question names; a question without one does not compile (server/trpc/init.ts). */
export const reads = {
  "account.read": {},

  "dispute.list": { listed: ["disputes", "proceedings"] },
  "dispute.export": { listed: ["disputes", "proceedings"] },
  /** The head of its page, which every view has; the rest by the parts of the view (`partReads`). */
  "dispute.read": { ofDispute: ["disputes", "proceedings", "parties", "clocks"] },
  /** Places, and similar disputes: hints that `security definer` functions make. */
  "dispute.register": {},
  "dispute.triage": { ofDispute: ["disputes"] },
  "gate.read": { ofDispute: ["gate_answers", "gate_steps"] },
  "gate.list": { listed: ["gate_steps"] },
  "slip.read": { ofDispute: ["registration_slips"] },
  "dispute.attachCall": { ofStation: ["police_calls"] },

  "election.read": { ofDispute: ["elections"] },
  /** Which of a list are there already; it shows no more than the parties. */
  "party.import": { ofDispute: ["parties"] },

  "violation.read": {
    ofDispute: [
      "violation_findings",
      "violation_people",
      "guardian_summonses",
      "case_accounts",
      "on_spot_forms",
      "settlement_applications",
      "settlement_applicants",
    ],
  },
  "invitation.candidates": { ofDispute: ["parties", "invitations"] },
  /** Cards that app.own_cards() makes: of a closed one it gives dates, force and number alone. */
  "invitation.listOwn": {},
  "invitation.readOwn": { ofInvitation: ["disputes", "proceedings", "invitations"] },

  /** When the sessions to come are and how free a new lead is then: `app.coming_seats` gives it. */
  /** What names a person, by `app.open_work_of`. */
  "work.handOver": {},
  "lead.set": { listed: ["disputes", "proceedings"] },

  /** Of two matters at once, for whoever may read both: app.merges_of and app.dispute_links_of give them. */
  "merge.read": {},
  "dispute.merge": { listed: ["disputes", "proceedings"] },

  "leadRequest.read": { ofDispute: ["lead_requests"] },
  /** By app.own_revisits(), and the draws by app.own_revisit_draws() to the head alone. */
  "revisit.list": {},
  "instruction.read": { ofDispute: ["instructions"] },
  "instruction.list": { listed: ["instructions"] },
  "assignment.read": { ofDispute: ["assignments"] },
  "assignment.listOwn": { own: { assignments: "person_id" } },
  /** Of their own office, by `app.transfers_of_office`; of one dispute the rows themselves. */
  "transfer.list": {},
  "transfer.recordResult": { ofDispute: ["transfers"] },

  "access.list": { ofDispute: ["access_requests"] },

  /** Numbers and stages, which app.restricted_frames() gives; the rows say no more than which matters are restricted. */
  "restriction.list": { ofCounty: ["dispute_restrictions"] },
  /** Their own, and those they may open, end or review (app.windows_of_office). */
  "window.list": { own: { reading_windows: "person_id" } },
  /** app.readings_of() gives them, to the lead alone. */
  "window.readings": {},

  /** Rules and days off name nobody: every act counts by them, whoever acts. */
  "rule.read": {},
  /** Series and what was set name nobody; void agreements are those of the reader's own office. */
  "number.read": { listed: ["agreements"] },
  /** Templates name nobody: every paper is made by them. */
  "paperTemplate.read": {},
  "draftingTemplate.read": {},
  "daysOff.remind": {},
  "panel.read": { ofDispute: ["parties", "invitations", "consents"], ofCounty: ["panel_rules"] },
  "panel.readRules": { ofCounty: ["panel_rules"] },
  "tie.read": { ofDispute: ["ties", "tie_waivers", "tie_waiver_parties", "recusals"] },
  /** The parties, by name, whom somebody may be tied to. */
  "tie.disclose": { listed: ["parties"] },
  "convening.read": { ofDispute: ["party_times", "session_needs", "sessions"], ofCounty: ["slots", "panel_rules"] },

  "availability.readOwn": {
    own: {
      weekly_hours: "person_id",
      absences: "person_id",
      imported_calendars: "person_id",
      imported_busy: "person_id",
    },
    ofCounty: ["slots", "calendar_entries"],
  },
  "feed.listOwn": { own: { feed_tokens: "created_by" } },
  "townHall.read": { ofCounty: ["town_halls", "town_hall_meetings"] },
  "townHall.change": { ofCounty: ["slots"] },

  "notification.listOwn": { own: { notifications: "recipient_id", deliveries: "recipient_id" } },
  "delivery.list": { ofDispute: ["notifications", "deliveries", "session_tellings"] },
  /** Figures of the whole county, counted with the system's privileges. */
  "delivery.count": {},

  "session.calendar": { ofCounty: ["slots", "town_halls", "town_hall_meetings"], listed: ["sessions"] },
  "session.listOwn": { own: { session_people: "person_id" }, listed: ["sessions"] },
  "session.rooms": { ofCounty: ["slots"] },
  "session.readVideo": { expected: ["video_links"], own: { session_people: "person_id" } },
  "session.record": { ofDispute: ["desk_cards"] },
  "note.read": { ofDispute: ["notes", "desk_cards"] },

  "desk.read": {
    ofDispute: ["desk_cards", "number_polls", "fact_statements", "fact_signatures", "files", "sessions"],
  },
  "fact.read": { ofDispute: ["fact_statements", "fact_signatures"] },
  "file.read": { ofDispute: ["files", "file_origins"] },
  /** Papers hold what whoever asked could read: they are theirs alone. What was sealed is the same for all who work on it. */
  "paper.read": { own: { papers: "asked_by" }, ofDispute: ["sealed_papers"] },
  "opinion.sign": { ofDispute: ["desk_cards"], own: { opinions: "person_id" } },
  "opinion.read": { ofDispute: ["opinions"] },
  "harm.read": { ofDispute: ["harm_reports"] },

  "agreement.draft": { ofDispute: ["desk_cards"] },
  "performance.list": { listed: ["obligations", "obligation_parties", "performances"] },

  "today.read": { listed: ["disputes", "proceedings"] },
  "call.list": { ofStation: ["police_calls", "repeat_groups"] },
  "group.activate": { ofStation: ["police_calls", "repeat_groups"] },
  "clue.listOwn": { own: { clues: "reporter_id" } },
  "clue.list": { ofStation: ["clues", "clue_steps"] },
  "point.read": { ofPoint: ["clues", "clue_steps"] },

  "consultation.listOwn": { own: { consultations: "asked_by" } },
  "consultation.listStation": { ofStation: ["consultations"] },
  "consultation.listDuty": { own: { consultations: "duty_id" }, ofCounty: ["duty_shifts"] },
  "consultation.link": { listed: ["disputes"] },
  "consultation.ofDispute": { ofDispute: ["consultations"] },
  "dutyLeader.read": { ofStation: ["duty_leaders"] },
  "duty.read": { ofCounty: ["duty_shifts"] },

  "committee.read": { listed: ["agreements", "signatures", "obligations"] },
  "subsidy.read": { listed: ["disputes", "proceedings"] },
  "subsidy.export": { listed: ["disputes", "proceedings"] },
  "deposit.read": { listed: ["disputes", "proceedings", "deposited_dossiers"] },
  "overview.read": { listed: ["disputes", "proceedings"] },
  "overview.drill": { listed: ["disputes", "proceedings"] },
  "overview.export": { listed: ["disputes", "proceedings"] },
  "redList.read": { ofStation: ["police_calls", "repeat_groups"], listed: ["disputes"] },
  "forces.results": { listed: ["invitations", "sessions"] },
  /** Figures of the whole county, counted with the system's privileges. */
  "county.read": {},
  "county.export": {},

  /** Places, people and forces: tables without row-level security. */
  "people.directory": {},
  "admin.read": {},
  /** The job queue, through a `security definer` function. */
  "work.list": {},
  /** Entries of the audit, which a `security definer` function chooses by role. */
  "audit.read": {},
} as const satisfies Partial<Record<Action, Reads>>;

export type ReadingAction = keyof typeof reads;
export const readsOf = (action: ReadingAction): Reads => reads[action];

/** Rows of the dispute as it stands today: a right to an earlier proceeding reaches none of them. */
export const ofToday: readonly string[] = ["consultations", "party_times", "ties"];

/** What each part of a dispute page shows, for `dispute.read`; the policy's `shows` and `parts` say who sees which. */
export const partReads: Record<Part, readonly string[]> = {
  facts: ["disputes", "dispute_facts", "parties", "party_links", "triages", "endings"],
  /** And columns of parties. */
  contacts: ["dispute_changes", "party_exits", "party_successions", "paper_particulars"],
  calls: ["police_calls"],
  consents: ["consents", "notices", "clock_changes"],
  board: ["proceedings", "invitations"],
  sessions: ["sessions", "session_people", "interpreters", "interpreter_askings", "interpreting_needs"],
  records: ["session_records"],
  agreement: [
    "agreements",
    "interpreters",
    "agreement_papers",
    "party_changes",
    "obligations",
    "obligation_parties",
    "signing_requests",
    "signatures",
    "seals",
  ],
  performance: ["performances", "breaches", "urges", "ledger_contests", "ledger_contest_ends", "follow_up_visits"],
  /** Columns of disputes. */
  risk: [],
  dossier: ["endings", "deposited_dossiers"],
  timeline: ["events"],
};

const staff = ["lead", "formerLead", "successor", "committee"] as const;
const head = ["station", "otherLine"] as const;
const open = {
  mediator: staff,
  committeeHead: ["committee"],
  officer: ["lead", "formerLead", "successor", "station"],
  stationHead: head,
  expert: ["joined"],
} as const;
const joint = {
  mediator: staff,
  committeeHead: ["committee"],
  officer: ["lead", "formerLead", "successor"],
  expert: ["joined"],
} as const;
const lead = { mediator: ["lead", "formerLead"], officer: ["lead", "formerLead"] } as const;

/** In tables with lanes the policy alone does not decide: who reads which lane, by role and relation. */
export const laneReads: Record<Lane, Partial<Record<Role, readonly Relation[]>>> = {
  open,
  joint,
  side: lead,
  mediator: lead,
  sealed: { stationHead: head },
};
