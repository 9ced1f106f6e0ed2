import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { database } from "@/db/client";
import { lanes } from "@/db/vocabulary";
import type { TestCounty } from "../county";
import { inDays } from "../sessions";
import type { RowFiller } from "./fill-row";

export interface Matter {
  disputeId: string;
  proceedingId: string;
  leadId: string;
  stationCode: "LW" | "DG";
  /** A second proceeding of a dispute whose first has its rows already. */
  isLater?: boolean;
}

const answered = (at: string) => ({ status: "answered", answered_by: v7(), answered_at: at, answer: "可以先谈。" });
/** Still unhandled, and belongs to no dispute. */
export const unlinked = {
  linked_by: null,
  linked_at: null,
  status: "waiting",
  answered_by: null,
  answered_at: null,
  answer: "",
};

/** A task that nobody has answered or settled, of one of the county. */
const unanswered = {
  ...{ organisation: "", answer: "", due_at: "2099-01-05T02:00:00Z" },
  ...{ answered_by: null, answered_at: null, settled_by: null, settled_at: null },
};

/** What a paper of the police says beside its clauses. */
const police = {
  ...{ station: "", host: "", hostPost: "", particulars: [], people: [], onSpot: null },
  account: {
    ...{ organ: "", happenedAt: "2026-01-05T12:30:00Z", place: "", cause: "", course: "", circumstances: "" },
    ...{ result: "", performanceWay: "", others: "" },
  },
};

/** A check code of no other row: the last signs of an id, without those that a code does not have. */
const ownCode = () => v7().replaceAll("-", "").slice(-12).toUpperCase().replaceAll("0", "G").replaceAll("1", "H");

/** JSON that holds words, so that canaries are planted in them too. */
const inJson = {
  agreement_papers: {
    content: JSON.stringify({ committee: "柳湾调委会", mediator: "", parties: [], clauses: [], police }),
  },
  endings: { attempts: [{ partyId: v7(), triedOn: "2026-01-05", means: "phone", note: "电话没人接" }] },
  invitations: { offers: [{ startsAt: inDays(5), endsAt: inDays(5, "15:30"), room: "二室", isVideo: false }] },
  notifications: { params: { name: "周某", asker: "沈某", room: "一室", point: "社区", address: "江畔路" } },
  papers: { lacks: [{ code: "party.phone", of: "李某" }] },
  session_records: { statements: [{ partyId: v7(), text: "没有动手" }] },
};

/** Columns that need a special value: for a check of the table, or because the value decides who reads the row. */
export const particular = (): Record<string, Record<string, unknown>> => {
  const now = new Date().toISOString();
  return {
    ...inJson,
    agreements: { status: "effective", effective_at: now, number: v7() },
    clock_changes: { kind: "paused", appraisal: "injury" },
    clocks: {
      kind: "secondSession",
      agreement_id: null,
      paused_on: null,
      paused_for: null,
      stopped_on: null,
      stopped_by: null,
    },
    consents: { subject: "mediation", person_id: null },
    consultations: { linked_by: v7(), linked_at: now, ...answered(now) },
    desk_cards: { person_id: null, kind: "proposal", state: "agreed" },
    // Released: a restriction in force would close the matter to the viewers of every other table.
    dispute_restrictions: { released_by: v7(), released_at: now, release_reason: "期满" },
    dispute_changes: { field: "place" },
    elections: { may_negotiate: true },
    endings: { outcome: "unreachable", refused_by_party_id: null, routes_told: ["court"], ...inJson.endings },
    files: { sha256: "b".repeat(64) },
    papers: {
      source_sha256: "b".repeat(64),
      pdf_sha256: null,
      word_sha256: null,
      problem: null,
      settled_at: null,
      ...inJson.papers,
    },
    sealed_papers: {
      ...{ code: ownCode(), pdf_sha256: "b".repeat(64), certificate_sha256: "c".repeat(64) },
      ...{ bytes: 1, sealed_at: now, signed_at: now },
    },
    registration_slips: { code_hash: v7().replaceAll("-", "").padEnd(64, "a"), expires_at: inDays(90) },
    gate_steps: { question: "injury", opened_at: inDays(-1) },
    // Before any proceeding ended: part of what its lead knows of it.
    harm_reports: { reported_at: inDays(-1) },
    invitations: { answer_by: inDays(3), ...inJson.invitations },
    instructions: { kind: "urge", answer_by: inDays(3) },
    ledger_contests: { kind: "claimed" },
    assignments: unanswered,
    lead_requests: { outcome: "overtaken", decided_by: v7(), decided_at: now },
    notifications: { recipient_kind: "person", ...inJson.notifications },
    obligation_parties: { part: "obligor" },
    obligations: { kind: "pay", amount_fen: 100, due_on: "2026-12-01" },
    party_changes: { field: "name" },
    // One exit of a party is open at a time.
    party_exits: { party_id: v7() },
    party_times: { until_time: "17:00" },
    reading_windows: { lapses_at: inDays(3) },
    repeat_groups: { dispute_id: null, alerted_at: now },
    session_people: { party_id: null },
    interpreters: { kind: "spoken", language: "温州话", agreement_id: null, asking_id: null, recorded_by: null },
    // Of a session to come: nobody is asked of one that was held.
    interpreter_askings: { answer_by: inDays(1) },
    interpreting_needs: { kind: "spoken", language: "温州话" },
    guardian_summonses: { exception_reason: "本人同意" },
    case_accounts: { happened_at: inDays(-1) },
    on_spot_forms: { is_facts_clear: true, is_cause_clear: true, recording: "JLY-1" },
    settlement_applications: { is_decided: "no" },
    violation_findings: { kinds: ["assault"] },
    sessions: { starts_at: inDays(5), ends_at: inDays(5, "15:30") },
    signatures: { signer_kind: "party", person_id: null },
    signing_requests: { signer_kind: "party", person_id: null },
    // Over: whoever is recused reads nothing of the matter, and the hours they interpret are among what is asked for.
    recusals: { kinds: ["kin"], left_sessions: [], is_closed: false, ended_at: now },
    tie_waivers: { kinds: ["kin"] },
    dispute_merges: { proceeding_status: "accepted" },
    transfers: { answer_by: inDays(3), to_body: "区信访局", withdrawn_by: v7(), withdrawn_at: now },
    video_links: { url: "https://meet.example/1" },
    weekly_hours: { until_time: "17:00" },
  };
};
/** Tables written only by triggers and by the acts themselves, or beside the row they are about. */
const notOurs = [
  "papers",
  "file_origins",
  "dispute_access",
  "dispute_words",
  "disputes",
  "events",
  "figure_entries",
  "helper_entries",
];

/** Tables whose rows belong to the dispute as a whole: written once, with its first proceeding. */
export const ofTheDispute = [
  "clues",
  "consultations",
  "registration_slips",
  "dispute_facts",
  "dispute_links",
  "dispute_merge_parties",
  "dispute_merges",
  "dispute_restrictions",
  "elections",
  "gate_answers",
  "gate_steps",
  "harm_reports",
  "notifications",
  "parties",
  "party_changes",
  "party_links",
  "party_times",
  "police_calls",
  "proceedings",
  "reading_windows",
  "repeat_groups",
  "ties",
  "triages",
];

/** The ids under which rows of other tables know these rows. */
const idsFrom = (known: Record<string, unknown>, sessionId: string) => ({
  agreements: known.agreement_id,
  obligations: known.obligation_id,
  fact_statements: known.statement_id,
  invitations: known.invitation_id,
  sessions: sessionId,
  tie_waivers: known.waiver_id,
  ledger_contests: known.contest_id,
  violation_findings: known.finding_id,
  settlement_applications: known.application_id,
});

/** A row in every table of a dispute that the acts left empty, and one in every lane; then the same for each later proceeding. */
export async function papersOf(
  fill: RowFiller,
  county: TestCounty,
  matter: Matter,
  sessionId: string,
): Promise<string[]> {
  const { disputeId } = matter;
  const [party] = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position limit 1`,
  );
  const [asked] = await database().execute<{ id: string }>(
    sql`select id from invitations where proceeding_id = ${matter.proceedingId}::uuid order by sent_at limit 1`,
  );
  const fresh = [
    "agreement_id",
    "obligation_id",
    "statement_id",
    "waiver_id",
    "contest_id",
    "invitation_id",
    "poll_id",
    "finding_id",
    "application_id",
  ];
  const byLead = [
    "author_id",
    "added_by",
    "opened_by",
    "reported_by",
    "recorded_by",
    "written_by",
    "reporter_id",
    "set_by",
    "owner_id",
  ];
  const known: Record<string, unknown> = {
    county_id: county.countyId,
    dispute_id: disputeId,
    proceeding_id: matter.proceedingId,
    session_id: sessionId,
    station_id: county.stations[matter.stationCode],
    committee_id: county.committees[matter.stationCode],
    party_id: party?.id,
    person_id: county.people.property,
    recipient_id: matter.leadId,
    asked_by: county.people.grid,
    room_id: Object.values(county.rooms)[0],
    ...Object.fromEntries(fresh.map((name) => [name, v7()])),
    ...(asked && { invitation_id: asked.id }),
    ...Object.fromEntries(byLead.map((name) => [name, matter.leadId])),
  };
  const idOf: Record<string, unknown> = idsFrom(known, sessionId);
  const special = particular();
  const rows: string[] = [];
  // A paper is read by whoever asked for it: the lead, a colleague, the head of the committee.
  const byAsker = (asked_by: unknown) => fill.row("papers", { ...known, ...special.papers, id: v7(), asked_by });
  rows.push(...[matter.leadId, county.people.mediator2, county.people.committee].map(byAsker));
  for (const table of fill.tables.filter((name) => fill.has(name, "dispute_id") && !notOurs.includes(name))) {
    const people = table === "session_people" || table === "assignments" ? { person_id: county.people.judge } : {};
    const hasLanes = fill.has(table, "lane");
    const [there] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} where dispute_id = ${disputeId}::uuid`,
    );
    if (matter.isLater ? ofTheDispute.includes(table) : there?.n && !hasLanes) continue;
    for (const lane of hasLanes ? lanes : [null]) {
      if (table === "opinions" && lane !== "joint" && lane !== "mediator") continue;
      const file_id = v7();
      const id = table === "files" ? { id: file_id } : idOf[table] ? { id: idOf[table] } : {};
      const inLane = lane ? { lane, side: lane === "side" ? 1 : null } : {};
      rows.push(fill.row(table, { ...known, ...people, ...id, ...special[table], ...inLane }));
      if (table === "files") rows.push(fill.row("file_origins", { ...known, file_id, said_by: matter.leadId }));
      // One to make clear, by the lead; one on family violence, by the station's officer.
      const shelter = { kind: "shelter", question: null, owner_id: county.people.officer };
      if (table === "gate_steps") rows.push(fill.row(table, { ...known, ...special[table], ...shelter }));
      if (table === "opinions") rows.push(fill.row(table, { ...known, ...inLane, person_id: county.people.judge }));
    }
  }
  return rows;
}
