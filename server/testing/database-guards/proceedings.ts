import { today } from "../sessions";
import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const open = (s: Scene) => s.unasked.proceedingId;
const set = (s: Scene, columns: string) => [change("proceedings", open(s), columns)];
const actingAs = (s: Scene) => `select set_config('app.person', '${s.county.people.mediator}', true)`;
const archived = (number: string) =>
  `status = 'archived', ended_at = now(), outcome = 'refused', archived_at = now(), dossier_number = '${number}', next_step = null, next_owner_id = null, next_due_at = null`;
const ending = (s: Scene, rest: string) =>
  `insert into endings (county_id, proceeding_id, dispute_id, outcome, routes_told, refused_by_party_id, ended_by, ended_at)
   values ('${s.county.countyId}', '${s.convened.proceedingId}', '${s.convened.disputeId}', ${rest}, '${s.county.people.mediator}', now())`;
/** They settled it themselves, as one of them says. */
const said = (s: Scene, over: Record<string, unknown>) =>
  put("endings", {
    county_id: s.county.countyId,
    proceeding_id: s.convened.proceedingId,
    dispute_id: s.convened.disputeId,
    outcome: "settledWithdrawn",
    ended_by: s.county.people.mediator,
    ended_at: "2026-11-24T02:00:00Z",
    ...over,
  });
/** Nobody was reached, as it is told. */
const gone = { outcome: "unreachable", routes_told: "{court}" };
const attempts = (s: Scene) =>
  ["2026-11-22", "2026-11-23", "2026-11-24"].map((triedOn) => ({
    partyId: s.convened.partyIds[1],
    triedOn,
    means: "phone",
  }));
const kept = (s: Scene) => [
  ...s.inForce.obligationIds.map(
    (
      id,
    ) => `insert into performances (county_id, id, dispute_id, obligation_id, party_id, amount_fen, performed_on, proof, proof_note, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, id, '${s.inForce.parties[1]}', amount_fen, app.day_of(now()), 'photo', '照片', '${s.county.people.mediator}', now()
      from obligations where id = '${id}'`,
  ),
  `update obligations set performed_at = now() where agreement_id = '${s.inForce.agreementId}'`,
];
const closed = "status = 'closed', ended_at = now(), outcome = 'agreedWritten'";

/** The first party turns out to be a child. */
const minor = (s: Scene) => `update parties set is_minor = true where id = '${s.convened.partyIds[0]}'`;
const ofChild = (s: Scene) => `proceeding_id = '${s.convened.proceedingId}' and party_id = '${s.convened.partyIds[0]}'`;

/** The proceeding has ended, however that came. */
const over = (s: Scene) => [
  "alter table proceedings disable trigger user",
  change("proceedings", s.convened.proceedingId, archived("X-2026-9999")),
];

const request = (s: Scene, over: Record<string, unknown> = {}) =>
  put("access_requests", {
    county_id: s.county.countyId,
    id: s.callId,
    dispute_id: s.unasked.disputeId,
    person_id: s.county.people.mediator2,
    reason: "接办",
    asked_at: "2026-11-24T02:00:00Z",
    ...over,
  });
const decided = (s: Scene, by: string, rest = "is_granted = true, valid_until = now() + interval '1 day'") =>
  change("access_requests", s.callId, `decided_by = '${s.county.people[by]}', decided_at = now(), ${rest}`);

/** The proceeding itself: its lead, its end, its archive; notices, consents and endings. */
export const proceedingGuards: Guards = {
  proceedings_close_after_performance: (s) => [change("proceedings", s.inForce.proceedingId, closed)],
  proceedings_close_uncontested: (s) => [
    ...kept(s),
    put("ledger_contests", {
      ...{
        county_id: s.county.countyId,
        id: fresh(),
        dispute_id: s.inForce.disputeId,
        kind: "claimed",
        amount_fen: 100,
      },
      ...{
        obligation_id: s.inForce.obligationIds[0],
        party_id: s.inForce.parties[1],
        said_by_party_id: s.inForce.parties[1],
        means: "phone",
      },
      ...{
        said_on: today,
        reason: "说多付了一百",
        recorded_by: s.county.people.mediator,
        recorded_at: new Date().toISOString(),
      },
    }),
    change("proceedings", s.inForce.proceedingId, closed),
  ],
  proceedings_close_after_visit: (s) => [...kept(s), change("proceedings", s.inForce.proceedingId, closed)],
  proceedings_identity_fixed: (s) => set(s, "accepted_at = accepted_at + interval '1 day'"),
  proceedings_stay_ended: (s) => [
    ...set(s, "status = 'closed', ended_at = now(), outcome = 'unreachable'"),
    ...set(s, "status = 'accepted', ended_at = null, outcome = null"),
  ],
  proceedings_dossier_number_kept: (s) => [
    ...set(s, archived("X-2026-0001")),
    ...set(s, "dossier_number = 'X-2026-0002'"),
  ],
  proceedings_end_releases: (s) => [
    change("proceedings", s.convened.proceedingId, "status = 'closed', ended_at = now(), outcome = 'unreachable'"),
    "set constraints all immediate",
  ],
  proceedings_lead_granted: (s) => [
    `select set_config('app.person', '${s.county.people.mediator2}', true)`,
    ...set(s, `lead_person_id = '${s.county.people.mediator2}'`),
  ],
  proceedings_move_by_lifecycle: (s) => [actingAs(s), ...set(s, "status = 'performing'")],
  proceedings_status_has_paper: (s) => [
    actingAs(s),
    "alter table proceedings disable trigger proceedings_move_by_lifecycle",
    ...set(s, "status = 'performing'"),
    "set constraints all immediate",
  ],
  proceedings_status_has_session: (s) => [
    actingAs(s),
    "alter table proceedings disable trigger proceedings_move_by_lifecycle",
    ...set(s, "status = 'mediating'"),
    "set constraints all immediate",
  ],
  access_requests_one_waiting: (s) => [request(s), request(s, { id: fresh() })],
  reasons_say_something: (s) => [request(s, { reason: "……！" })],
  access_requests_reason_given: (s) => [
    "alter table access_requests disable trigger access_requests_check_reason",
    request(s, { reason: " 要 " }),
  ],
  access_requests_decided_whole: (s) => [request(s), change("access_requests", s.callId, "is_granted = false")],
  access_requests_valid_when_granted: (s) => [request(s), decided(s, "head", "is_granted = true")],
  access_requests_another_decides: (s) => [
    "alter table access_requests disable trigger access_requests_guard",
    request(s),
    decided(s, "mediator2"),
  ],
  access_requests_other_duty_decides: (s) => [
    request(s, { person_id: s.county.people.committee }),
    decided(s, "committee"),
  ],
  access_requests_stay_as_decided: (s) => [request(s), decided(s, "head"), decided(s, "committee")],
  proceedings_lead_in_office: (s) => [
    change("people", s.county.people.mediator2 ?? "", "disabled_at = now()"),
    ...set(s, `lead_person_id = '${s.county.people.mediator2}'`),
  ],
  proceedings_one_open_per_track: (s) => [copy("proceedings", `id = '${open(s)}'`, { id: fresh(), ordinal: 9 })],
  proceedings_ordinal_once: (s) => [copy("proceedings", `id = '${open(s)}'`, { id: fresh(), track: "coordination" })],
  proceedings_ended_when_closed: (s) => set(s, "ended_at = now(), outcome = 'refused'"),
  proceedings_outcome_when_ended: (s) => set(s, "status = 'closed', ended_at = now()"),
  proceedings_archived_has_dossier: (s) =>
    set(s, archived("x").replace("dossier_number = 'x'", "dossier_number = null")),
  proceedings_next_step_unless_archived: (s) => set(s, "next_step = null"),
  proceedings_waiting_step_whole: (s) => set(s, "waiting_step = 'bookSession'"),
  proceedings_dossier_once: (s) => [
    change("proceedings", open(s), archived("（2026）柳人调字第 1 号")),
    change("proceedings", s.convened.proceedingId, archived("（2026）柳人调字第 1 号")),
  ],
  notices_once_per_party: (s) => [copy("notices", `proceeding_id = '${s.convened.proceedingId}'`, { id: fresh() })],
  notices_append_only: (s) => [`delete from notices where proceeding_id = '${s.convened.proceedingId}'`],
  consents_subject_named: (s) => [
    copy("consents", `proceeding_id = '${s.convened.proceedingId}' and subject = 'mediation'`, {
      id: fresh(),
      subject: "inviteForce",
    }),
  ],
  consents_append_only: (s) => [
    `update consents set answer = 'refused' where proceeding_id = '${s.convened.proceedingId}'`,
  ],
  endings_failure_tells_routes: (s) => [said(s, { ...gone, routes_told: "{}", attempts: attempts(s) })],
  endings_refusal_names_party: (s) => [ending(s, `'refused', '{court}', null`)],
  endings_attempts_of_unreachable: (s) => [
    said(s, { said_by_party_id: s.convened.partyIds[0], said_means: "spoken", attempts: attempts(s) }),
  ],
  endings_attempts_when_they_happened: (s) => [
    said(s, { ...gone, attempts: attempts(s).map((one) => ({ ...one, triedOn: "2026-11-25" })) }),
  ],
  endings_unreachable_after_attempts: (s) => [
    said(s, { ...gone, attempts: attempts(s).map((one) => ({ ...one, triedOn: "2026-11-24" })) }),
  ],
  endings_settled_said: (s) => [said(s, {})],
  endings_done_in_words: (s) => ["alter table endings disable trigger endings_ground", said(s, { outcome: "calmed" })],
  endings_transferred_to_somebody: (s) => [ending(s, `'transferred', '{}', null`)],
  endings_settlement_said_whole: (s) => [said(s, { said_by_party_id: s.convened.partyIds[0] })],
  endings_said_by_entitled: (s) => [
    minor(s),
    said(s, { said_by_party_id: s.convened.partyIds[0], said_means: "spoken" }),
  ],
  proceedings_begin_accepted: (s) => [
    copy("proceedings", `id = '${open(s)}'`, { id: fresh(), ordinal: 9, track: "coordination", status: "mediating" }),
  ],
  proceedings_end_with_ending: (s) => [
    ...set(s, "status = 'closed', ended_at = now(), outcome = 'unreachable'"),
    "set constraints all immediate",
  ],
  endings_of_ended: (s) => [said(s, { ...gone, attempts: attempts(s) }), "set constraints all immediate"],
  notices_to_entitled: (s) => [minor(s), copy("notices", ofChild(s), { id: fresh(), means: "phone" })],
  consents_by_entitled: (s) => [minor(s), copy("consents", `${ofChild(s)} and subject = 'mediation'`, { id: fresh() })],
  notices_while_running: (s) => [...over(s), copy("notices", ofChild(s), { id: fresh() })],
  consents_while_running: (s) => [
    ...over(s),
    copy("consents", `${ofChild(s)} and subject = 'mediation'`, { id: fresh() }),
  ],
  disputes_not_accepted_while_none_runs: (s) => [
    change("disputes", s.unasked.disputeId, "not_accepted_at = now(), not_accepted_reason = 'judgedByCourt'"),
  ],
  consents_both_sides_by_party: (s) => [
    copy("consents", `${ofChild(s)} and subject = 'mediation'`, { id: fresh(), subject: "bothSides" }),
  ],
  consents_about_own_agent: (s) => [
    put("party_links", {
      ...{
        county_id: s.county.countyId,
        id: s.callId,
        dispute_id: s.convened.disputeId,
        party_id: s.convened.partyIds[1],
      },
      ...{ kind: "agent", name: "钱立诚", may_sign: true, may_negotiate: true, note: "" },
      ...{ phone: "", phone_hash: "", phone_line_hash: "", phone_end_hash: "" },
    }),
    copy("consents", `party_id = '${s.convened.partyIds[0]}' and subject = 'mediation'`, {
      ...{ id: fresh(), subject: "bothSides", about_link_id: s.callId },
    }),
  ],
  endings_after_session: (s) => [
    change(
      "sessions",
      s.convened.sessionId,
      "starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'",
    ),
    ending(s, `'unreachable', '{court}', null`),
  ],
  endings_refused_by_consent: (s) => [ending(s, `'refused', '{court}', '${s.convened.partyIds[0]}'`)],
  endings_assisted_after_help: (s) => [
    copy("proceedings", `id = '${open(s)}'`, { id: s.callId, ordinal: 9, track: "coordination" }),
    ending(s, `'assisted', '{}', null`)
      .replace(s.convened.proceedingId, s.callId)
      .replace(s.convened.disputeId, s.unasked.disputeId),
  ],
  endings_agreed_in_its_form: (s) => [
    ending(s, `'agreedOral', '{}', null`)
      .replace(s.convened.proceedingId, s.inForce.proceedingId)
      .replace(s.convened.disputeId, s.inForce.disputeId),
  ],
  endings_deadlock_after_session: (s) => [ending(s, `'deadlock', '{court}', null`)],
  endings_expired_after_term: (s) => [ending(s, `'expired', '{court}', null`)],
  endings_unsigned_after_paper: (s) => [ending(s, `'unsigned', '{court}', null`)],
  endings_append_only: (s) => [
    said(s, { ...gone, attempts: attempts(s) }),
    `delete from endings where proceeding_id = '${s.convened.proceedingId}'`,
  ],
};
