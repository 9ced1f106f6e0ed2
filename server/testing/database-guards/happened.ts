import { dayIn } from "../sessions";
import { clueStep, newClue } from "./disputes";
import { assignment } from "./instructions";
import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const by = (s: Scene) => ({ county_id: s.county.countyId, dispute_id: s.inForce.disputeId });
const [yesterday, tomorrow] = [dayIn(-1), dayIn(1)];
const partyOf = (s: Scene) => s.inForce.parties[1] ?? "";
const recorded = (s: Scene) => ({ recorded_by: s.county.people.mediator, recorded_at: new Date().toISOString() });

const leaves = (s: Scene, on: string, kind = "died", partyId = partyOf(s)) =>
  put("party_exits", {
    ...by(s),
    ...recorded(s),
    ...{ id: fresh(), party_id: partyId, kind, happened_on: on, reason: "家属说的" },
  });
const heir = (s: Scene, over: Record<string, unknown> = {}) => {
  const id = fresh();
  return [
    copy("parties", `id = '${partyOf(s)}'`, { id, position: 9, departed_at: null, name: "张继业" }),
    put("party_successions", {
      ...by(s),
      ...{ heir_party_id: id, party_id: partyOf(s), told_on: dayIn(0), told_by: s.county.people.mediator },
      ...over,
    }),
  ];
};
const breach = (s: Scene, on: string) =>
  put("breaches", {
    ...by(s),
    ...recorded(s),
    ...{ id: fresh(), obligation_id: s.inForce.obligationIds[0], party_id: partyOf(s), breached_on: on },
    ...{ note: "到期没付", remedies_told: ["suit"], follow_up_on: dayIn(30) },
  });
const outside = (s: Scene, answeredOn: string) => [
  put("transfers", {
    ...{ county_id: s.county.countyId, id: s.callId, dispute_id: s.unasked.disputeId },
    ...{ proceeding_id: s.unasked.proceedingId, to_body: "区信访局", reason: "属于信访事项" },
    ...{ from_station_id: s.county.stations.LW, from_committee_id: s.county.committees.LW },
    ...{
      offered_by: s.county.people.mediator,
      offered_at: new Date().toISOString(),
      answer_by: `${dayIn(9)}T02:00:00Z`,
    },
  }),
  change(
    "transfers",
    s.callId,
    `is_accepted = true, answered_by = '${s.county.people.mediator}', answered_at = now(), answered_on = '${answeredOn}'`,
  ),
];

const ahead = `${dayIn(1)}T02:00:00Z`;
const party = (s: Scene) => ({
  county_id: s.county.countyId,
  dispute_id: s.convened.disputeId,
  party_id: s.convened.partyIds[0],
});

const waiver = (s: Scene, waivedAt: string) =>
  put("tie_waivers", {
    ...{ county_id: s.county.countyId, id: fresh(), dispute_id: s.convened.disputeId, kinds: ["kin"] },
    ...{ proceeding_id: s.convened.proceedingId, person_id: s.county.people.lawyer, reason: "各方都说不介意" },
    ...{ waived_by: s.county.people.mediator, waived_at: waivedAt },
  });
const reported = (s: Scene, at: string) => [
  ...outside(s, dayIn(0)),
  change("transfers", s.callId, `result = '已发放', result_by = '${s.county.people.mediator}', result_at = '${at}'`),
];
const answered = (s: Scene, at: string) => [
  ...assignment(s),
  change(
    "assignments",
    s.callId,
    `status = 'done', answer = '已来水', answered_by = '${s.county.people.mediator}', answered_at = '${at}'`,
  ),
];
const tellsInterpreter = (s: Scene, at: string) => [
  "alter table interpreters disable trigger interpreters_named",
  put("interpreters", {
    ...{ ...party(s), id: fresh(), proceeding_id: s.convened.proceedingId, session_id: s.convened.sessionId },
    ...{ kind: "reader", name: "宋明", named_by: s.county.people.mediator, named_at: new Date().toISOString() },
    ...{ told_means: "phone", told_starts_at: ahead, told_at: at, told_by: s.county.people.mediator },
  }),
];
const tellsParty = (s: Scene, at: string) =>
  put("session_tellings", {
    ...{ ...party(s), id: fresh(), session_id: s.convened.sessionId, means: "phone", answer: "coming" },
    ...{ starts_at: ahead, told_at: at, told_by: s.county.people.mediator },
    ...{ entered_by: s.county.people.mediator, entered_at: ahead },
  });
const shelters = (s: Scene, on: string) => [
  put("gate_steps", {
    ...{ county_id: s.county.countyId, id: fresh(), dispute_id: s.unasked.disputeId, kind: "shelter" },
    ...{ owner_id: s.county.people.officer, opened_by: s.county.people.officer, opened_at: new Date().toISOString() },
    due_at: `${dayIn(9)}T02:00:00Z`,
  }),
  `update gate_steps set result = 'done', done_on = '${on}', note = '已办', done_by = owner_id, done_at = now()
   where dispute_id = '${s.unasked.disputeId}'`,
];
const longAgo = "2001-01-01T02:00:00Z";

/** Days of what happened: none ahead, none before what has to come first. */
export const happenedGuards: Guards = {
  disputes_began_before_entry: (s) => [change("disputes", s.unasked.disputeId, `started_on = '${tomorrow}'`)],
  parties_born_before_today: (s) => [change("parties", partyOf(s), "born_year = 2999")],
  party_exits_when_it_happened: (s) => [leaves(s, tomorrow)],
  party_successions_when_it_happened: (s) => [leaves(s, dayIn(0)), ...heir(s, { told_on: yesterday })],
  elections_when_it_happened: (s) => [
    put("elections", {
      ...by(s),
      ...recorded(s),
      ...{ id: fresh(), side: 1, elected_on: tomorrow, paper: "推选书" },
      ...{ may_negotiate: true, may_sign: true, may_receive: false },
    }),
  ],
  party_links_ended_when_it_happened: (s) => [
    put("party_links", {
      ...by(s),
      ...{
        id: fresh(),
        party_id: partyOf(s),
        kind: "representative",
        name: "张建军",
        may_sign: true,
        may_negotiate: true,
      },
      ...{ phone: "", phone_hash: "", phone_line_hash: "", phone_end_hash: "", note: "" },
      ...{ ended_on: tomorrow, ended_at: new Date().toISOString(), ended_reason: "不再代表" },
    }),
  ],
  breaches_when_it_happened: (s) => [breach(s, yesterday)],
  urges_when_it_happened: (s) => [
    put("urges", {
      ...by(s),
      ...{ dispute_id: s.inForce.disputeId, id: fresh(), obligation_id: s.inForce.obligationIds[0], note: "电话催过" },
      ...{ urged_by: s.county.people.mediator, urged_at: `${yesterday}T02:00:00Z` },
    }),
  ],
  transfers_answered_when_it_happened: (s) => outside(s, yesterday),
  lead_requests_told_when_it_happened: (s) => [
    "alter table lead_requests disable trigger lead_requests_guard",
    put("lead_requests", {
      ...{ ...party(s), id: s.callId, proceeding_id: s.convened.proceedingId, means: "spoken", asked_on: yesterday },
      ...{ lead_person_id: s.county.people.mediator, reason: "他和对方是同村的", answer_by: ahead },
      ...{ recorded_by: s.county.people.mediator, recorded_at: `${yesterday}T02:00:00Z` },
      ...{ outcome: "declined", decided_by: s.county.people.committee, decided_at: `${dayIn(0)}T00:00:00Z` },
      decision_reason: "没有这样的关系",
    }),
    change(
      "lead_requests",
      s.callId,
      `told_means = 'phone', told_by = '${s.county.people.mediator}', told_on = '${yesterday}'`,
    ),
  ],
  party_changes_since_when_it_happened: (s) => [
    put("party_changes", {
      ...{
        ...party(s),
        id: fresh(),
        field: "name",
        old_value: "刘某",
        new_value: "刘建国",
        reason: "改了名",
        since: tomorrow,
      },
      ...{ changed_by: s.county.people.mediator, changed_at: new Date().toISOString() },
    }),
  ],
  sessions_held_in_reach: (s) => [
    change(
      "sessions",
      s.convened.sessionId,
      `status = 'ended', result = 'adjourned', starts_at = '${longAgo}', ends_at = '2001-01-01T03:00:00Z'`,
    ),
  ],
  sessions_started_when_it_happened: (s) => [change("sessions", s.convened.sessionId, `started_at = '${ahead}'`)],
  session_tellings_when_it_happened: (s) => [tellsParty(s, ahead)],
  transfers_reported_when_it_happened: (s) => reported(s, ahead),
  assignments_answered_when_it_happened: (s) => answered(s, ahead),
  tie_waivers_when_it_happened: (s) => [waiver(s, ahead)],
  clue_steps_when_it_happened: (s) => [...newClue(s), clueStep(s, "visit", "车还堵着", ahead)],
  invitations_answered_when_it_happened: (s) => [
    change(
      "invitations",
      s.convened.invitationId,
      `status = 'declined', decline_reason = 'busy', answered_at = '${ahead}'`,
    ),
  ],
  interpreter_askings_answered_when_it_happened: (s) => [
    put("interpreter_askings", {
      ...{ county_id: s.county.countyId, id: s.callId, dispute_id: s.convened.disputeId },
      ...{ proceeding_id: s.convened.proceedingId, session_id: s.convened.sessionId },
      ...{ asked_by: s.county.people.mediator, asked_at: `${yesterday}T02:00:00Z`, answer_by: ahead },
    }),
    change("interpreter_askings", s.callId, `status = 'accepted', answered_at = '${ahead}'`),
  ],
  interpreters_told_when_it_happened: (s) => tellsInterpreter(s, ahead),
  police_calls_when_it_happened: (s) => [
    copy("police_calls", `id = '${s.callId}'`, { id: fresh(), number: "9", called_at: ahead }),
  ],
  guardian_summonses_when_it_happened: (s) => [
    "alter table guardian_summonses disable trigger guardian_summonses_of_minor",
    put("guardian_summonses", {
      ...{ county_id: s.county.countyId, id: fresh(), dispute_id: s.police.disputeId },
      ...{ proceeding_id: s.police.proceedingId, party_id: s.police.parties[0], exception_reason: "满十七，本人同意" },
      ...{ told_at: ahead, recorded_by: s.county.people.officer, recorded_at: ahead },
    }),
  ],
  gate_steps_when_it_happened: (s) => shelters(s, tomorrow),
  case_accounts_when_it_happened: (s) => [
    copy("case_accounts", `dispute_id = '${s.police.disputeId}'`, {
      id: fresh(),
      happened_at: `${tomorrow}T12:00:00Z`,
    }),
  ],
  settlement_applications_when_it_happened: (s) => [
    put("settlement_applications", {
      ...{ county_id: s.county.countyId, id: s.callId, dispute_id: s.police.disputeId },
      ...{
        proceeding_id: s.police.proceedingId,
        way: "byThemselves",
        agreed: "赔 300 元",
        proof: "收条",
        is_decided: "no",
      },
      ...{ agreed_on: yesterday, performed_on: yesterday, applied_on: tomorrow },
      ...{ recorded_by: s.county.people.officer, recorded_at: new Date().toISOString() },
    }),
  ],
  endings_failed_when_it_happened: (s) => [
    put("endings", {
      ...{ county_id: s.county.countyId, dispute_id: s.police.disputeId, proceeding_id: s.police.proceedingId },
      ...{ outcome: "publicSecurityToPenalty", reason: "没有谈成", routes_told: "{court}", failure: "notAgreed" },
      ...{ failed_on: yesterday, ended_by: s.county.people.officer, ended_at: new Date().toISOString() },
    }),
  ],
};

/** The same days, too early: before a birth, before what a matter is about began, before it was here. By the rule that refuses each. */
export const tooEarly: Guards = {
  "party_exits_when_it_happened: dies before their birth": (s) => [
    change("parties", partyOf(s), "born_on = '1980-05-01', born_year = 1980"),
    leaves(s, "1980-04-30"),
  ],
  "party_exits_when_it_happened: dies before the year of their birth": (s) => [
    change("parties", partyOf(s), "born_year = 1980"),
    leaves(s, "1979-12-31"),
  ],
  "party_exits_when_it_happened: is dissolved before the quarrel began": (s) => [
    change("disputes", s.unasked.disputeId, `started_on = '${dayIn(-9)}'`),
    `insert into party_exits (county_id, id, dispute_id, party_id, kind, happened_on, reason, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, id, 'dissolved', date '${dayIn(-10)}', '已注销', '${s.county.people.mediator}', now()
     from parties where dispute_id = '${s.unasked.disputeId}'`,
  ],
  "party_exits_when_it_happened: leaves a matter that is not here yet": (s) => [
    copy("parties", `id = '${partyOf(s)}'`, { id: s.callId, side: 3, position: 9, name: "张继业" }),
    leaves(s, "2001-01-01", "left", s.callId),
  ],
  "parties_born_before_today: is born after their death": (s) => [
    leaves(s, yesterday),
    change("parties", partyOf(s), `born_on = '${dayIn(0)}'`),
  ],
  "parties_born_before_today: is older than anybody": (s) => [change("parties", partyOf(s), "born_on = '1899-12-31'")],
  "proceedings_accepted_when_it_happened: is taken up before it began": (s) => [
    change("disputes", s.unasked.disputeId, `started_on = '${yesterday}'`),
    change("proceedings", s.unasked.proceedingId, `accepted_on = '${dayIn(-2)}'`),
  ],
  "proceedings_accepted_when_it_happened: is taken up longer before its entry than any county enters": (s) => [
    change("proceedings", s.unasked.proceedingId, "accepted_on = '2001-01-01'"),
  ],
  "transfers_reported_when_it_happened: comes to something before anybody took it": (s) => reported(s, longAgo),
  "assignments_answered_when_it_happened: is done before it was asked": (s) => answered(s, longAgo),
  "tie_waivers_when_it_happened: is waived before the matter was taken up": (s) => [waiver(s, longAgo)],
  "clue_steps_when_it_happened: is seen before it was reported": (s) => [
    ...newClue(s),
    clueStep(s, "visit", "车还堵着", longAgo),
  ],
  "session_tellings_when_it_happened: hears of a session before the matter was taken up": (s) => [
    tellsParty(s, longAgo),
  ],
  "interpreters_told_when_it_happened: hears of a session before the matter was taken up": (s) =>
    tellsInterpreter(s, longAgo),
  "gate_steps_when_it_happened: is taken in longer before it was registered than any county enters": (s) =>
    shelters(s, "2001-01-01"),
  "disputes_began_before_entry: begins after it was taken up": (s) => [
    change("proceedings", s.unasked.proceedingId, `accepted_on = '${dayIn(-2)}'`),
    change("disputes", s.unasked.disputeId, `started_on = '${yesterday}'`),
  ],
};
