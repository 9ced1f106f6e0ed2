import { change, fresh, type Guards, put, type Scene } from "./scene";

const now = "2026-11-24T02:00:00Z";
const inSession = (s: Scene) => ({
  county_id: s.county.countyId,
  dispute_id: s.convened.disputeId,
  session_id: s.convened.sessionId,
});
const mediator = (s: Scene) => s.county.people.mediator ?? "";

const card = (s: Scene, over: Record<string, unknown> = {}) =>
  put("desk_cards", {
    ...inSession(s),
    id: fresh(),
    lane: "joint",
    kind: "claim",
    text: "把墙恢复原样",
    author_id: mediator(s),
    written_at: now,
    changed_at: now,
    ...over,
  });
const poll = (s: Scene, over: Record<string, unknown> = {}) =>
  put("number_polls", {
    ...inSession(s),
    id: fresh(),
    question: "材料费",
    amount_fen: 300_000,
    sides: [1, 2],
    opened_by: mediator(s),
    opened_at: now,
    ...over,
  });
const said = (s: Scene, pollId: string, side: number) =>
  put("number_answers", {
    county_id: s.county.countyId,
    dispute_id: s.convened.disputeId,
    poll_id: pollId,
    side,
    accepts: true,
  });
const statement = (s: Scene, over: Record<string, unknown> = {}) =>
  put("fact_statements", {
    ...inSession(s),
    id: fresh(),
    ordinal: 1,
    lines: ["拆除了 1.2 米墙"],
    written_by: mediator(s),
    written_at: now,
    ...over,
  });
/** The first party's signature under a statement. */
const signed = (s: Scene, statementId: string) =>
  put("fact_signatures", {
    county_id: s.county.countyId,
    dispute_id: s.convened.disputeId,
    statement_id: statementId,
    party_id: s.convened.partyIds[0],
    means: "sign",
    recorded_by: mediator(s),
    signed_at: now,
  });
const becomesMinor = (s: Scene) => `update parties set is_minor = true where id = '${s.convened.partyIds[0]}'`;
const file = (s: Scene, over: Record<string, unknown>) =>
  put("files", {
    ...inSession(s),
    id: fresh(),
    lane: "joint",
    kind: "photo",
    name: "墙.jpg",
    mime: "image/jpeg",
    bytes: 10,
    sha256: "a".repeat(64),
    added_by: mediator(s),
    added_at: now,
    ...over,
  });
/** Of a file put beside it. */
const origin = (s: Scene, over: Record<string, unknown>) => {
  const id = fresh();
  return `${file(s, { id })}; ${put("file_origins", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.convened.disputeId,
    file_id: id,
    provider: "刘玉芬",
    place: "",
    said_by: mediator(s),
    said_at: now,
    ...over,
  })}`;
};
const opinion = (s: Scene, lane: string) =>
  put("opinions", {
    ...inSession(s),
    id: fresh(),
    person_id: s.county.people.judge,
    lane,
    text: "建议请有资质的单位加固",
    signed_at: now,
  });
const harm = (s: Scene, reason: string) =>
  put("harm_reports", {
    ...inSession(s),
    id: fresh(),
    kind: "violence",
    text: "说要动手",
    reason,
    reported_by: mediator(s),
    reported_at: now,
  });

const paper = (s: Scene, over: Record<string, unknown> = {}) =>
  put("papers", {
    ...{ county_id: s.county.countyId, id: s.callId, dispute_id: s.unasked.disputeId, proceeding_id: null },
    ...{ kind: "notice", title: "告知书", state: "asked", lacks: "[]", source_sha256: "a".repeat(64) },
    ...{ asked_by: s.county.people.mediator, asked_at: "2026-11-24T02:00:00Z", ...over },
  });
const madePaper = {
  ...{ state: "made", settled_at: "2026-11-24T02:00:01Z" },
  ...{ pdf_sha256: "b".repeat(64), word_sha256: "c".repeat(64) },
};

/** The desk: private lanes, secret numbers, signed facts, files by content, opinions, and reports of danger. */
export const deskGuards: Guards = {
  desk_cards_side_lane_names_side: (s) => [card(s, { lane: "side" })],
  desk_cards_one_speaker: (s) => [card(s, { party_id: s.convened.partyIds[0], person_id: mediator(s) })],
  desk_cards_answer_is_proposal: (s) => {
    const id = fresh();
    return [card(s, { id, kind: "proposal" }), card(s, { answers_id: id })];
  },
  desk_cards_stay_in_lane: (s) => {
    const id = fresh();
    return [card(s, { id, lane: "mediator" }), `update desk_cards set lane = 'joint' where id = '${id}'`];
  },
  number_polls_amount_positive: (s) => [poll(s, { amount_fen: 0 })],
  number_polls_two_sides: (s) => [poll(s, { sides: [1] })],
  number_polls_begin_open: (s) => [poll(s, { status: "deal", closed_at: now })],
  number_polls_closed_has_time: (s) => [poll(s, { closed_at: now })],
  number_polls_one_open: (s) => [poll(s), poll(s)],
  number_polls_decided_by_answers: (s) => {
    const id = fresh();
    return [poll(s, { id }), `update number_polls set amount_fen = 1 where id = '${id}'`];
  },
  number_answers_by_asked_side: (s) => {
    const id = fresh();
    return [poll(s, { id }), said(s, id, 3)];
  },
  number_answers_while_open: (s) => {
    const id = fresh();
    return [poll(s, { id }), said(s, id, 1), said(s, id, 2), said(s, id, 1)];
  },
  fact_statements_not_empty: (s) => [statement(s, { lines: [] })],
  fact_statements_ordinal_once: (s) => [statement(s), statement(s)],
  fact_statements_append_only: (s) => [statement(s), "update fact_statements set lines = '{改}'"],
  fact_signatures_append_only: (s) => {
    const id = fresh();
    return [statement(s, { id }), signed(s, id), "delete from fact_signatures"];
  },
  fact_signatures_by_entitled: (s) => {
    const id = fresh();
    return [statement(s, { id }), becomesMinor(s), signed(s, id)];
  },
  session_people_by_entitled: (s) => [
    becomesMinor(s),
    `update session_people set attendance = 'present' where session_id = '${s.convened.sessionId}' and party_id is not null`,
  ],
  papers_state_whole: (s) => [paper(s, { state: "made" })],
  papers_progress_range: (s) => [paper(s, { progress: 101 })],
  papers_pages_counted: (s) => [paper(s, { pages: 3 })],
  papers_hashes_shape: (s) => [paper(s, { ...madePaper, pdf_sha256: "nothing" })],
  papers_settled_once: (s) => [paper(s, madePaper), change("papers", s.callId, "title = '别的'")],
  file_origins_say_something: (s) => [origin(s, { provider: " " })],
  file_origins_of_signed_paper: (s) => [origin(s, { paper_kind: "cover" })],
  file_origins_append_only: (s) => [origin(s, {}), "update file_origins set place = '别处'"],
  files_of_assignment_open: (s) => [file(s, { assignment_id: fresh() })],
  files_side_lane_names_side: (s) => [file(s, { side: 1 })],
  files_bytes_range: (s) => [file(s, { bytes: 20_971_521 })],
  files_small_sha256_shape: (s) => [file(s, { small_sha256: "nothing" })],
  files_of_performance_open: (s) => [
    "alter table files disable trigger files_prove_entry",
    file(s, { performance_id: fresh() }),
  ],
  files_prove_own_ledger: (s) => [file(s, { lane: "open", session_id: null, performance_id: fresh() })],
  files_sha256_shape: (s) => [file(s, { sha256: "nothing" })],
  opinions_lane_allowed: (s) => [opinion(s, "open")],
  opinions_append_only: (s) => [opinion(s, "joint"), "update opinions set text = '改'"],
  harm_reports_reason_given: (s) => [
    "alter table harm_reports disable trigger harm_reports_check_reason",
    harm(s, " "),
  ],
  harm_reports_append_only: (s) => [harm(s, "怕出事"), "delete from harm_reports"],
};
