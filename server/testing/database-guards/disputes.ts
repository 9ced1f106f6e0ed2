import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const partyOf = (s: Scene) => s.convened.partyIds[0] ?? "";
const triage = (s: Scene, answers: Record<string, string>) => [
  copy("triages", `dispute_id = '${s.unasked.disputeId}'`, { id: fresh(), ...answers }),
];

const leaves = (s: Scene, over: Record<string, unknown> = {}) =>
  put("party_exits", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.convened.disputeId,
    party_id: partyOf(s),
    kind: "died",
    happened_on: "2026-11-23",
    reason: "家属说的",
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-23T02:00:00Z",
    ...over,
  });
const follows = (s: Scene, over: Record<string, unknown> = {}) =>
  put("party_successions", {
    county_id: s.county.countyId,
    heir_party_id: s.convened.partyIds[1],
    dispute_id: s.convened.disputeId,
    party_id: partyOf(s),
    told_on: "2026-11-23",
    told_by: s.county.people.mediator,
    ...over,
  });

/** Intake, parties, triage, calls and clues. */
export const disputeGuards: Guards = {
  party_changes_append_only: (s) => [
    change("parties", s.drafting.parties[0] ?? "", "name = '改名'"),
    `delete from party_changes where party_id = '${s.drafting.parties[0]}'`,
  ],
  dispute_changes_append_only: (s) => [
    change("disputes", s.unasked.disputeId, "place = '别处'"),
    `update dispute_changes set old_value = '' where dispute_id = '${s.unasked.disputeId}'`,
  ],
  dispute_changes_field_known: (s) => [
    change("disputes", s.unasked.disputeId, "place = '别处'"),
    copy("dispute_changes", `dispute_id = '${s.unasked.disputeId}'`, { id: fresh(), field: "phone" }),
  ],
  dispute_changes_reason_given: (s) => [
    `set local session authorization ${new URL(process.env.DATABASE_SYSTEM_URL ?? "").username}`,
    `select set_config('app.county', '${s.county.countyId}', true)`,
    change("disputes", s.unasked.disputeId, "place = '别处'"),
  ],
  parties_stay_on_their_side: (s) => [change("parties", partyOf(s), "side = 3")],
  party_links_stay_as_named: (s) => [
    put("party_links", {
      county_id: s.county.countyId,
      id: s.callId,
      dispute_id: s.convened.disputeId,
      party_id: partyOf(s),
      kind: "agent",
      name: "钱立诚",
      may_sign: true,
      may_negotiate: true,
      phone: "",
      phone_hash: "",
      phone_line_hash: "",
      phone_end_hash: "",
      note: "",
    }),
    change("party_links", s.callId, "name = '别人'"),
  ],
  party_exits_one_open: (s) => [leaves(s), leaves(s)],
  party_exits_merged_names_other: (s) => [
    "alter table party_exits disable trigger party_exits_guard",
    leaves(s, { kind: "merged" }),
  ],
  party_exits_undone_whole: (s) => [
    leaves(s),
    `update party_exits set undone_at = now() where party_id = '${partyOf(s)}'`,
  ],
  party_exits_stay_as_recorded: (s) => [
    leaves(s),
    `update party_exits set kind = 'gone' where party_id = '${partyOf(s)}'`,
  ],
  party_exits_merge_one_side: (s) => [leaves(s, { kind: "merged", into_party_id: s.convened.partyIds[1] })],
  party_exits_keep_two_sides: (s) => [leaves(s, { kind: "left" })],
  party_exits_left_owes_nothing: (s) => [
    `insert into parties (county_id, id, dispute_id, side, position, kind, standing, name) select county_id, gen_random_uuid(), dispute_id, side, 9, kind, standing, '同伴'
     from parties where id = '${s.inForce.parties[1]}'`,
    leaves(s, { dispute_id: s.inForce.disputeId, party_id: s.inForce.parties[1], kind: "left" }),
  ],
  parties_departed_by_record: (s) => [
    change("parties", partyOf(s), "departed_at = now()"),
    "set constraints all immediate",
  ],
  party_successions_not_oneself: (s) => [
    "alter table party_successions disable trigger party_successions_guard",
    follows(s, { heir_party_id: partyOf(s) }),
  ],
  party_successions_answered_after_told: (s) => [
    "alter table party_successions disable trigger party_successions_guard",
    follows(s, { answer: "stepsIn", answered_on: "2026-11-01" }),
  ],
  party_successions_answered_once: (s) => [
    "alter table party_successions disable trigger party_successions_guard",
    follows(s, { answer: "stepsIn", answered_on: "2026-11-23" }),
    "alter table party_successions enable trigger party_successions_guard",
    `update party_successions set answer = 'renounces' where party_id = '${partyOf(s)}'`,
  ],
  party_successions_of_the_dead: (s) => [follows(s)],
  party_changes_field_known: (s) => [
    change("parties", s.drafting.parties[0] ?? "", "name = '改名'"),
    copy("party_changes", `party_id = '${s.drafting.parties[0]}'`, { id: fresh(), field: "phone" }),
  ],
  disputes_have_two_sides: (s) => [
    copy("disputes", `id = '${s.unasked.disputeId}'`, { id: fresh(), number: "LW-1" }),
    "set constraints disputes_have_two_sides immediate",
  ],
  disputes_relapse_after_end: (s) => [
    copy("disputes", `id = '${s.unasked.disputeId}'`, { id: fresh(), number: "LW-2", relapse_of: s.unasked.disputeId }),
  ],
  disputes_relapse_fixed: (s) => [change("disputes", s.unasked.disputeId, `relapse_of = '${s.convened.disputeId}'`)],
  // A link named it, and was removed; whoever led what came before takes it back.
  disputes_relapse_undone_by_another: (s) => [
    "alter table disputes disable trigger disputes_relapse_kept",
    change("disputes", s.unasked.disputeId, `relapse_of = '${s.convened.disputeId}'`),
    "set constraints all immediate",
    "alter table disputes enable trigger disputes_relapse_kept",
    "alter table dispute_links disable trigger dispute_links_guard",
    put("dispute_links", {
      ...{
        county_id: s.county.countyId,
        id: fresh(),
        kind: "followUp",
        reason: "又为这面墙",
        linked_by: s.county.people.mediator,
      },
      ...{ dispute_id: s.unasked.disputeId, other_dispute_id: s.convened.disputeId, linked_at: "2026-11-24T02:00:00Z" },
      ...{ removed_reason: "不是一回事", removed_by: s.county.people.mediator, removed_at: "2026-11-24T03:00:00Z" },
    }),
    `select app.append_event('${s.county.countyId}', '${s.convened.disputeId}', '${s.convened.disputeId}', '${s.convened.proceedingId}',
      null, 'system', 'dispute.relapse', ${Date.parse("2026-11-24T02:00:00Z") * 1000}, '{}')`,
    `select set_config('app.person', '${s.county.people.mediator}', true)`,
    change("disputes", s.unasked.disputeId, "relapse_of = null"),
  ],
  disputes_refused_when_it_happened: (s) => [
    "alter table disputes disable trigger disputes_not_accepted_while_none_runs",
    change(
      "disputes",
      s.unasked.disputeId,
      "not_accepted_at = now(), not_accepted_reason = 'outsideArea', not_accepted_on = '2999-01-01'",
    ),
  ],
  party_links_authorised_when_it_happened: (s) => [
    put("party_links", {
      ...{ county_id: s.county.countyId, dispute_id: s.convened.disputeId },
      ...{ id: fresh(), party_id: partyOf(s), kind: "agent", name: "卫代理", may_sign: true, may_negotiate: true },
      ...{ phone: "", phone_hash: "", phone_line_hash: "", phone_end_hash: "", note: "", ended_reason: "" },
      authorised_on: "2999-01-01",
    }),
  ],
  disputes_refusal_has_reason: (s) => [
    "alter table disputes disable trigger disputes_not_accepted_while_none_runs",
    change("disputes", s.unasked.disputeId, "not_accepted_at = now()"),
  ],
  disputes_number_once: (s) => [copy("disputes", `id = '${s.unasked.disputeId}'`, { id: fresh() })],
  parties_minor_is_person: (s) => [change("parties", partyOf(s), "is_minor = true, kind = 'organisation'")],
  parties_capacity_of_person: (s) => [change("parties", partyOf(s), "lacks_capacity = true, kind = 'organisation'")],
  parties_own_wages_whole: (s) => [
    change("parties", partyOf(s), "own_wages_reason = '在餐馆打工', born_on = '2000-01-01'"),
  ],
  parties_born_year_fits: (s) => [change("parties", partyOf(s), "born_on = '1980-01-01', born_year = 1981")],
  parties_particulars_of_kind: (s) => [change("parties", partyOf(s), "credit_code = '91330000MA27XL0C4X'")],
  parties_own_wages_from_sixteen: (s) => [
    change("parties", partyOf(s), "own_wages_reason = '在餐馆打工', is_minor = true, born_on = now()::date - 365 * 15"),
  ],
  parties_known_stay_known: (s) => [change("parties", partyOf(s), "kind = 'unidentified'")],
  parties_side_range: (s) => [copy("parties", `id = '${partyOf(s)}'`, { id: fresh(), position: 99, side: 13 })],
  parties_position_once: (s) => [copy("parties", `id = '${partyOf(s)}'`, { id: fresh() })],
  party_links_helper_never_signs: (s) => [
    `insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign)
     values ('${s.county.countyId}', '${fresh()}', '${s.convened.disputeId}', '${partyOf(s)}', 'helper', '邻居', true)`,
  ],
  // Plain words, and an encrypted value that lost the hashes it is found by.
  parties_phone_encrypted: (s) => [change("parties", partyOf(s), "phone = '13800002719', phone_hash = ''")],
  parties_address_encrypted: (s) => [change("parties", partyOf(s), "address = '江畔花园 3 号楼 401'")],
  parties_id_number_encrypted: (s) => [
    change("parties", partyOf(s), `id_number = 's1.00000000.${"A".repeat(60)}', id_number_hash = ''`),
  ],
  party_links_phone_encrypted: (s) => [
    `insert into party_links (county_id, id, dispute_id, party_id, kind, name, phone)
     values ('${s.county.countyId}', '${fresh()}', '${s.convened.disputeId}', '${partyOf(s)}', 'helper', '邻居', '13800002719')`,
  ],
  police_calls_phone_encrypted: (s) => [change("police_calls", s.callId, "phone_hash = '', phone_line_hash = ''")],
  idempotency_keys_body_keyed: (s) => [
    `update idempotency_keys set body_hash = encode(sha256('a body'), 'hex') where county_id = '${s.county.countyId}'`,
  ],
  triages_bar_judged_matters: (s) => triage(s, { judged_by_court: "yes" }),
  triages_bar_family_violence: (s) => triage(s, { family_violence: "yes" }),
  triages_public_security_needs_violation: (s) => triage(s, { track: "publicSecurity" }),
  triages_append_only: (s) => [`update triages set override_reason = '改' where dispute_id = '${s.unasked.disputeId}'`],
  // As the system's login, in a transaction in which nobody acts.
  events_as_acted: (s) => [
    `set local session authorization ${new URL(process.env.DATABASE_SYSTEM_URL ?? "").username}`,
    `select set_config('app.county', '${s.county.countyId}', true)`,
    `select app.append_event('${s.county.countyId}', '${s.county.countyId}', null, null, '${s.county.people.admin}', 'person', 'person.change', 0, '{}')`,
  ],
  events_append_only: (s) => [`update events set payload = '{}' where dispute_id = '${s.unasked.disputeId}'`],
  repeat_groups_activation_whole: (s) => [change("repeat_groups", s.groupId, "activated_at = now()")],
  police_calls_number_once: (s) => [copy("police_calls", `id = '${s.callId}'`, { id: fresh() })],
  clues_handled_when_not_new: (s) => [clue(s, "'taken', null, null")],
  clues_taken_has_dispute: (s) => [clue(s, `'taken', null, now()`)],
  clues_settled_at_point: (s) => [clue(s, `'settled', null, now()`)],
  clue_steps_say_what: (s) => [...newClue(s), clueStep(s, "visit", "")],
  clue_steps_once: (s) => [...newClue(s), clueStep(s, "acknowledge", ""), clueStep(s, "acknowledge", "")],
  registration_slips_code_once: (s) => [slip(s, {}), slip(s, { dispute_id: s.unasked.disputeId })],
  registration_slips_one_live: (s) => [slip(s, {}), slip(s, { code_hash: "b".repeat(64) })],
  registration_slips_shape: (s) => [slip(s, { code_hash: "ABCDEFGHJKMN" })],
};

const slip = (s: Scene, over: Record<string, unknown>) =>
  put("registration_slips", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.convened.disputeId,
    code_hash: "a".repeat(64),
    made_by: s.county.people.mediator,
    made_at: "2026-11-30T01:00:00Z",
    expires_at: "2027-05-30T01:00:00Z",
    ...over,
  });
const clueId = "01900000-0000-7000-8000-000000000c1e";
const aPoint = (s: Scene) => Object.values(s.county.points)[0];
export const newClue = (s: Scene) => [
  `insert into clues (county_id, id, station_id, reporter_id, place, text, reported_at)
   values ('${s.county.countyId}', '${clueId}', '${s.county.stations.LW}', '${s.county.people.grid}', '锦绣里', '吵', now())`,
];
export const clueStep = (s: Scene, kind: string, note: string, takenAt = new Date().toISOString()) =>
  put("clue_steps", {
    county_id: s.county.countyId,
    id: fresh(),
    clue_id: clueId,
    station_id: s.county.stations.LW,
    point_id: aPoint(s),
    kind,
    note,
    taken_by: s.county.people.grid,
    taken_at: takenAt,
  });

const clue = (s: Scene, rest: string) =>
  `insert into clues (county_id, id, station_id, reporter_id, place, text, reported_at, status, dispute_id, handled_at)
   values ('${s.county.countyId}', '${fresh()}', '${s.county.stations.LW}', '${s.county.people.grid}', '老街', '吵架', now(), ${rest})`;
