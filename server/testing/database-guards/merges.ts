import { change, fresh, type Guards, put, type Scene } from "./scene";

const mergeId = fresh();
/** The first registration absorbed by the second; those of the scene are in one office unless said otherwise. */
const merge = (s: Scene, over: Record<string, unknown> = {}) =>
  put("dispute_merges", {
    county_id: s.county.countyId,
    id: mergeId,
    dispute_id: s.unasked.disputeId,
    into_dispute_id: s.drafting.disputeId,
    proceeding_id: s.unasked.proceedingId,
    proceeding_status: "accepted",
    reason: "同一件事登记了两次",
    call_ids: [],
    group_ids: [],
    clue_ids: [],
    invitation_ids: [],
    risk_reason_before: "",
    undone_reason: "",
    merged_by: s.county.people.mediator,
    merged_at: "2026-11-24T02:00:00Z",
    ...over,
  });
const of = (one: { disputeId: string; proceedingId: string }) => ({
  dispute_id: one.disputeId,
  proceeding_id: one.proceedingId,
});
const undo = (s: Scene, rest = "") =>
  change(
    "dispute_merges",
    mergeId,
    `undone_by = '${s.county.people.mediator}', undone_at = now(), undone_reason = '其实是两回事'${rest}`,
  );
const link = (s: Scene, over: Record<string, unknown> = {}) =>
  put("dispute_links", {
    county_id: s.county.countyId,
    id: mergeId,
    dispute_id: s.unasked.disputeId,
    other_dispute_id: s.drafting.disputeId,
    kind: "samePeople",
    reason: "都是这两家",
    removed_reason: "",
    linked_by: s.county.people.mediator,
    linked_at: "2026-11-24T02:00:00Z",
    ...over,
  });
const removed = (s: Scene) =>
  change(
    "dispute_links",
    mergeId,
    `removed_by = '${s.county.people.mediator}', removed_at = now(), removed_reason = '不是一家人'`,
  );
/** A party of one dispute, written again under another. */
const copied = (table: string, from: string, into: string, more = "") =>
  `insert into ${table} select (jsonb_populate_record(r, '{"id": "${fresh()}", "dispute_id": "${into}"${more}}')).* from ${table} r where dispute_id = '${from}' limit 1`;

/** What was attached to one matter is taken from it by raw SQL. */
const taken = (table: string, s: Scene, rows: string) => [
  `update ${table} set dispute_id = '${s.unasked.disputeId}' where ${rows}`,
  `update ${table} set dispute_id = null where ${rows}`,
];
const attached: Guards = {
  police_calls_stay_attached: (s) => taken("police_calls", s, `id = '${s.callId}'`),
  repeat_groups_stay_attached: (s) => taken("repeat_groups", s, `id = '${s.groupId}'`),
  clues_stay_attached: (s) => [
    `insert into clues (county_id, id, station_id, reporter_id, place, text, reported_at, status, dispute_id, handled_at)
     values ('${s.county.countyId}', '${s.groupId}', '${s.county.stations.LW}', '${s.county.people.grid}', '老街', '吵架', now(), 'taken', '${s.unasked.disputeId}', now())`,
    `update clues set dispute_id = '${s.convened.disputeId}' where id = '${s.groupId}'`,
  ],
};

/** Merging two registrations of one matter, and linking two matters. */
export const mergeGuards: Guards = {
  dispute_merges_no_chain: (s) => [
    merge(s),
    merge(s, { id: fresh(), ...of(s.drafting), proceeding_status: "agreed", into_dispute_id: s.signing.disputeId }),
  ],
  dispute_merges_in_one_office: (s) => [
    "alter table disputes disable trigger user",
    change(
      "disputes",
      s.drafting.disputeId,
      `station_id = '${s.county.stations.DG}', committee_id = '${s.county.committees.DG}', point_id = null`,
    ),
    "alter table disputes enable trigger user",
    merge(s),
  ],
  dispute_merges_on_one_line: (s) => [merge(s, { into_dispute_id: s.police.disputeId })],
  dispute_merges_while_open: (s) => [
    "alter table disputes disable trigger disputes_not_accepted_while_none_runs",
    change("disputes", s.drafting.disputeId, "not_accepted_at = now(), not_accepted_reason = 'judgedByCourt'"),
    merge(s),
  ],
  dispute_merges_unrestricted: (s) => [
    put("dispute_restrictions", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.drafting.disputeId,
      ground: "minor",
      reason: "涉及未成年人隐私",
      release_reason: "",
      restricted_by: s.county.people.mediator,
      restricted_at: "2026-11-24T02:00:00Z",
    }),
    merge(s),
  ],
  dispute_merges_absorbs_nothing_binding: (s) => [
    merge(s, { ...of(s.inForce), proceeding_status: "performing", into_dispute_id: s.unasked.disputeId }),
  ],
  dispute_merges_before_sessions: (s) => [
    merge(s, { ...of(s.convened), proceeding_status: "scheduled", into_dispute_id: s.unasked.disputeId }),
  ],
  dispute_merges_nothing_pending: (s) => [
    merge(s, { ...of(s.drafting), proceeding_status: "agreed", into_dispute_id: s.unasked.disputeId }),
  ],
  dispute_merges_gate_agrees: (s) => [
    put("gate_answers", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.unasked.disputeId,
      question: "threat",
      ordinal: 99,
      answer: "yes",
      given_as: "later",
      reason: "",
      given_by: s.county.people.mediator,
      given_at: "2026-11-24T02:00:00Z",
    }),
    merge(s),
  ],
  dispute_merges_undone_before_it_binds: (s) => [
    merge(s, { into_dispute_id: s.signing.disputeId, merged_at: "2026-01-01T00:00:00Z" }),
    undo(s),
  ],
  dispute_merges_undone_in_office: (s) => [
    merge(s),
    "alter table people disable trigger user",
    `update people set disabled_at = now() where id = (select lead_person_id from proceedings where id = '${s.unasked.proceedingId}')`,
    undo(s),
  ],
  dispute_merges_stay_as_made: (s) => [merge(s), undo(s), change("dispute_merges", mergeId, "undone_at = now()")],
  // Its month goes on from the day on which the one that goes on was accepted.
  dispute_merges_keep_one_month: (s) => [
    `update proceedings set accepted_on = app.day_of(accepted_at) - 2 where id = '${s.unasked.proceedingId}'`,
    `update clocks set started_on = started_on - 2 where proceeding_id = '${s.unasked.proceedingId}'`,
    merge(s),
    "set constraints dispute_merges_keep_one_month immediate",
  ],
  dispute_merges_one_open: (s) => [
    merge(s),
    "set constraints dispute_merges_keep_one_month immediate",
    "alter table dispute_merges disable trigger dispute_merges_guard",
    merge(s, { id: fresh() }),
  ],
  dispute_merges_not_itself: (s) => [merge(s, { into_dispute_id: s.unasked.disputeId })],
  dispute_merges_proceeding_whole: (s) => [merge(s, { proceeding_status: null })],
  dispute_merges_undone_whole: (s) => [
    merge(s),
    change("dispute_merges", mergeId, "undone_by = merged_by, undone_at = now()"),
  ],
  dispute_merge_parties_append_only: (s) => [
    merge(s),
    `insert into dispute_merge_parties select a.county_id, '${mergeId}', a.dispute_id, a.id, b.dispute_id, b.id, false from parties a, parties b
     where a.dispute_id = '${s.unasked.disputeId}' and b.dispute_id = '${s.drafting.disputeId}' limit 1`,
    "update dispute_merge_parties set is_carried = true",
  ],
  disputes_merged_whole: (s) => [change("disputes", s.unasked.disputeId, "merged_at = now()")],
  // Its proceeding goes on.
  disputes_merged_by_record: (s) => [merge(s), "set constraints all immediate"],
  proceedings_not_of_merged: (s) => [merge(s), copied("proceedings", s.unasked.disputeId, s.unasked.disputeId)],
  police_calls_not_to_merged: (s) => [
    merge(s),
    change("police_calls", s.callId, `dispute_id = '${s.unasked.disputeId}'`),
  ],
  ...attached,
  clues_not_to_merged: (s) => [
    merge(s),
    put("clues", {
      county_id: s.county.countyId,
      id: fresh(),
      station_id: s.county.stations.LW,
      reporter_id: s.county.people.grid,
      place: "江畔花园",
      text: "又吵起来了",
      answer: "",
      reported_at: "2026-11-24T02:00:00Z",
      status: "taken",
      dispute_id: s.unasked.disputeId,
      handled_by: s.county.people.mediator,
      handled_at: "2026-11-24T02:00:00Z",
    }),
  ],
  parties_not_to_merged: (s) => [
    merge(s),
    copied("parties", s.unasked.disputeId, s.unasked.disputeId, ', "position": 90'),
  ],
  gate_steps_not_of_merged: (s) => [
    merge(s),
    put("gate_steps", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.unasked.disputeId,
      kind: "clarify",
      question: "threat",
      note: "",
      owner_id: s.county.people.mediator,
      opened_by: s.county.people.mediator,
      opened_at: "2026-11-24T02:00:00Z",
      due_at: "2026-11-25T02:00:00Z",
    }),
  ],
  dispute_links_not_itself: (s) => [link(s, { other_dispute_id: s.unasked.disputeId })],
  dispute_links_one_open: (s) => [
    link(s),
    link(s, { id: fresh(), dispute_id: s.drafting.disputeId, other_dispute_id: s.unasked.disputeId }),
  ],
  dispute_links_removed_whole: (s) => [link(s), change("dispute_links", mergeId, "removed_at = now()")],
  dispute_links_stay_as_made: (s) => [
    link(s),
    removed(s),
    change("dispute_links", mergeId, "removed_reason = '又想想'"),
  ],
  dispute_links_of_open_registrations: (s) => [merge(s), link(s, { id: fresh() })],
};
