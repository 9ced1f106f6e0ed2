/** Tables, standings ("role as standing") and why row-level security and the policy differ there. */
export interface Difference {
  tables: readonly string[];
  who: readonly string[];
  why: string;
}

const hours = ["absences", "feed_tokens", "imported_busy", "imported_calendars", "weekly_hours"];
const ofCounty = ["calendar_entries", "duty_shifts", "panel_rules", "slots", "town_hall_meetings", "town_halls"];
const namesNoDispute =
  "It names no dispute: row-level security leaves it to the whole county, so that nobody is booked twice.";
/** A mediator who led an earlier proceeding, or leads a later one, is of the committee as well. */
const committee = ["mediator as committee", "mediator as formerLead", "mediator as successor"];
const insideAsOne =
  "Row-level security knows the inside of a dispute as one; the parts a view leaves out are left out by the server (showsPart).";

/**
 * What row-level security shows although no reading action of the policy does. This list may only get shorter: an
 * entry that is no longer needed fails the test, and a new difference is fixed in db or in server/access.
 */
export const beyondPolicy: readonly Difference[] = [
  { tables: ofCounty, who: ["gridMember as any", "county as any", "admin as any"], why: namesNoDispute },
  { tables: ["panel_rules", "town_hall_meetings", "town_halls"], who: ["expert as any"], why: namesNoDispute },
  { tables: ["panel_rules"], who: ["stationHead as any"], why: namesNoDispute },
  { tables: ["duty_shifts"], who: ["officer as any"], why: namesNoDispute },
  {
    tables: hours,
    who: ["gridMember as own", "county as own", "admin as own"],
    why: "A person's own hours are theirs in any role; the policy gives no page to those whom nobody books.",
  },
  {
    tables: [
      "consents",
      "dispute_facts",
      "endings",
      "follow_up_visits",
      "ledger_contest_ends",
      "ledger_contests",
      "notices",
      "party_links",
      "performances",
      "session_people",
      "sessions",
      "triages",
      "urges",
    ],
    who: ["officer as station"],
    why: insideAsOne,
  },
  { tables: ["consents", "notices"], who: ["stationHead as station", "stationHead as otherLine"], why: insideAsOne },
  {
    tables: ["consents", "events", "follow_up_visits", "notices", "performances", "session_records", "urges"],
    who: ["expert as joined"],
    why: insideAsOne,
  },
  {
    tables: ["session_needs"],
    who: [...committee, "committeeHead as committee"],
    why: "Whom a session waits for is asked by its lead alone; colleagues see who comes.",
  },
  {
    tables: ["invitation_links"],
    who: ["mediator as lead", ...committee, "committeeHead as committee", "officer as lead"],
    why: "The board says whether a link is out and until when; the row holds hashes only.",
  },
  {
    tables: ["access_requests"],
    who: ["expert as own", "mediator as lead", "officer as lead"],
    why: "A person's own requests, by which they may have become lead; no question lists them.",
  },
  {
    tables: ["reading_windows"],
    who: ["committeeHead as any", "committeeHead as committee", "stationHead as station", "stationHead as otherLine"],
    why: "A head opens, ends and reviews what others ask; app.windows_of_office lists those they may.",
  },
  {
    tables: ["ties", "tie_waivers", "recusals"],
    who: ["expert as own"],
    why: "A tie is the helper's own knowledge too: they may disclose it. No question lists it yet.",
  },
  {
    tables: ["consultations"],
    who: ["expert as any"],
    why: "Whoever is on legal duty at this minute sees everything that waits (app.on_duty).",
  },
  {
    tables: ["dispute_access"],
    who: [
      "mediator as lead",
      "mediator as formerLead",
      "mediator as committee",
      "committeeHead as committee",
      "officer as lead",
      "officer as formerLead",
      "officer as station",
      "officer as otherLine",
      "stationHead as station",
      "stationHead as otherLine",
      "expert as joined",
      "expert as invited",
    ],
    why: "A person's own rights: the gate and row-level security itself read them.",
  },
  {
    tables: ["idempotency_keys"],
    who: ["mediator as own", "officer as own", "stationHead as own", "expert as own"],
    why: "A person's own keys: the kernel replays an act by them.",
  },
];

/** What the policy promises and row-level security does not show. Nothing; it stays so. */
export const hiddenDespite: readonly Difference[] = [];

/** Cells of the policy that nobody can hold, with the reason. None; it stays so. */
export const heldByNobody: Readonly<Record<string, string>> = {};

/** Questions that the policy allows and a further rule refuses: the view of the dispute, or the act it prepares. */
export const refusedFurther: Readonly<Record<string, readonly string[]>> = {
  "agreements.ofDispute": ["officer as otherLine"],
  "calendars.moveCheck": ["committeeHead as any", "stationHead as any"],
  "consents.ofDispute": [
    "officer as station",
    "officer as otherLine",
    "stationHead as station",
    "stationHead as otherLine",
    "expert as joined",
  ],
  "disputes.timeline": ["officer as otherLine", "expert as joined"],
  "dossier.ofDispute": ["officer as station", "officer as otherLine", "expert as joined"],
  "invitations.board": ["officer as otherLine"],
  "performance.ofDispute": ["officer as station", "officer as otherLine", "expert as joined"],
  "sessions.ofDispute": ["officer as station", "officer as otherLine"],
  // No matter of the scene is restricted, and there is no other that this question is about.
  "windows.frame": ["mediator as any", "committeeHead as any", "officer as any", "stationHead as any"],
};

/** Questions that have nothing to answer in this scene, and whom; everybody, where nobody is named. */
export const nothingToSay: readonly { question: string; who?: readonly string[]; why: string }[] = [
  { question: "account.binding", why: "Nobody of the scene has bound a subject of the single sign-on." },
  { question: "account.factor", why: "Nobody of the scene has a second factor." },
  { question: "account.signIns", why: "Nobody of the scene has signed in." },
  { question: "audit.trail", why: "Nobody has read, searched for or been refused anything in the scene." },
  { question: "availability.clashes", why: "Nobody is booked in the hour asked about." },
  { question: "elections.checkMembers", why: "Nobody of the list asked about stands twice." },
  {
    question: "desk.sealedOf",
    who: [
      "mediator as lead",
      "mediator as formerLead",
      "mediator as committee",
      "committeeHead as committee",
      "officer as lead",
      "officer as formerLead",
      "officer as station",
      "expert as joined",
    ],
    why: "What is sealed is the head's alone (laneReads.sealed).",
  },
  {
    question: "instructions.own",
    who: ["committeeHead as any", "stationHead as any"],
    why: "No head of the scene asked anything: who asks is invented.",
  },
  { question: "revisits.own", why: "Nobody of the scene was drawn: who visits is invented." },
  { question: "disputes.overdue", why: "Nothing is overdue." },
  { question: "disputes.similar", why: "No dispute resembles the words asked about." },
  {
    question: "disputes.today",
    who: ["committeeHead as any", "officer as any", "stationHead as any"],
    why: "Only the lead mediator has something to do.",
  },
  {
    question: "handovers.openWorkOf",
    who: ["stationHead as any"],
    why: "It is asked about the judge, of whom nothing but seats at the committee's sessions is open.",
  },
  { question: "overview.committeeList", why: "No mediation of the committee is concluded in the scene." },
  { question: "handovers.mattersOf", why: "It is asked about the judge, who leads nothing." },
  {
    question: "handovers.ofOffice",
    who: ["mediator as any", "officer as any"],
    why: "They have offered nothing; what others offered is their heads' to answer.",
  },
  { question: "invitations.brief", why: "No other helper has joined: its only list is empty." },
  { question: "merging.byNumber", why: "No dispute has the number asked about." },
  { question: "merging.related", why: "Nobody may read both matters of a merge or a link of the scene." },
  { question: "sessions.ownProof", why: "No session of the judge has ended." },
  { question: "windows.emergencies", why: "No emergency window is open in the scene." },
  {
    question: "windows.ofOffice",
    who: ["mediator as any", "officer as any"],
    why: "They have asked nothing about a matter of the scene, and nobody asks them in an emergency.",
  },
  { question: "windows.readings", why: "Nobody has read anything in the scene." },
  { question: "windows.restricted", why: "No matter of the scene is restricted." },
  { question: "work.count", why: "No job was given up." },
  { question: "work.failed", why: "No job was given up." },
];

/** Words that a question or a function tells of rows that row-level security does not show, each with why. */
export const toldBesides: Readonly<Record<string, string>> = {
  "disputes.number → committeeHead through app.open_work_of":
    "the numbers of what somebody of the own office has on hand",
  "disputes.number → committeeHead through app.windows_of_office":
    "whoever decides about a window knows of which matter",
  "disputes.number → committeeHead through handovers.openWorkOf": "as app.open_work_of",
  "disputes.number → committeeHead through windows.ofOffice": "as app.windows_of_office",
  "disputes.number → county through overview.countyList": "number and state, and nothing of what is said",
  "disputes.number → expert through app.windows_of_office":
    "their own request; the scene alone lets an expert make one",
  "interpreters.language → expert through app.own_interpreting": "what they are asked to interpret",
  "interpreters.language → expert through interpreters.own": "as app.own_interpreting",
  "reading_windows.reason → expert through app.windows_of_office":
    "their own words; the scene alone lets an expert ask",
};
