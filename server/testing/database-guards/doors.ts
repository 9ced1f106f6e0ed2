import { dayIn, today } from "../sessions";
import { consultation, duty } from "./people-times";
import { change, copy, fresh, type Guards, put, type Scene } from "./scene";
import { actingAs, tie } from "./ties";

const at = () => new Date().toISOString();
const by = (s: Scene) => s.county.people.mediator;
const ofConvened = (s: Scene) => ({ county_id: s.county.countyId, dispute_id: s.convened.disputeId });
const ofInForce = (s: Scene) => ({ county_id: s.county.countyId, dispute_id: s.inForce.disputeId });

/** A proceeding has ended, however that came. */
const ended = ({ proceedingId }: { proceedingId: string }) => [
  "alter table proceedings disable trigger user",
  change("proceedings", proceedingId, "status = 'closed', ended_at = now(), outcome = 'refused'"),
];
const statement = (s: Scene) =>
  put("fact_statements", {
    ...{ ...ofConvened(s), id: s.callId, session_id: s.convened.sessionId, ordinal: 1, lines: ["拆除了 1.2 米墙"] },
    ...{ written_by: by(s), written_at: at() },
  });
const claim = (s: Scene, id: string) =>
  put("ledger_contests", {
    ...{
      ...ofInForce(s),
      id,
      obligation_id: s.inForce.obligationIds[0],
      party_id: s.inForce.parties[1],
      kind: "claimed",
    },
    ...{
      said_by_party_id: s.inForce.parties[1],
      means: "phone",
      amount_fen: 100,
      said_on: today,
      reason: "说转过账了",
    },
    ...{ recorded_by: by(s), recorded_at: at() },
  });
const ofSession = (s: Scene) => `session_id = '${s.convened.sessionId}'`;
const ofColleague = (s: Scene) => ({
  ...{ county_id: s.county.countyId, id: fresh(), session_id: s.convened.sessionId },
  ...{ resource: "person", resource_id: s.county.people.mediator2 },
});
const refusedMatter = (s: Scene) => [
  ...ended(s.unasked),
  change("disputes", s.unasked.disputeId, "not_accepted_at = now(), not_accepted_reason = 'judgedByCourt'"),
  "alter table proceedings enable trigger user",
];

/** What binds is written while a proceeding runs; what a row is when it begins, and whose it stays. */
export const doorGuards: Guards = {
  agreements_while_running: (s) => [
    ...ended(s.convened),
    copy("agreements", `id = '${s.drafting.agreementId}'`, {
      ...{ ...ofConvened(s), id: fresh(), proceeding_id: s.convened.proceedingId, ordinal: 9 },
    }),
  ],
  tie_waivers_while_running: (s) => [
    ...ended(s.convened),
    put("tie_waivers", {
      ...{ ...ofConvened(s), id: fresh(), proceeding_id: s.convened.proceedingId, kinds: ["kin"] },
      ...{ person_id: s.county.people.lawyer, reason: "各方都说不介意", waived_by: by(s), waived_at: at() },
    }),
  ],
  fact_statements_while_running: (s) => [...ended(s.convened), statement(s)],
  fact_signatures_while_running: (s) => [
    statement(s),
    ...ended(s.convened),
    put("fact_signatures", {
      ...{ ...ofConvened(s), statement_id: s.callId, party_id: s.convened.partyIds[0], means: "sign" },
      ...{ recorded_by: by(s), signed_at: at() },
    }),
  ],
  performances_while_running: (s) => [
    ...ended(s.inForce),
    put("performances", {
      ...{ ...ofInForce(s), id: fresh(), obligation_id: s.inForce.obligationIds[0], party_id: s.inForce.parties[1] },
      ...{ kind: "performed", amount_fen: 100, performed_on: today, proof: "transfer", proof_note: "转账" },
      ...{ recorded_by: by(s), recorded_at: at() },
    }),
  ],
  breaches_while_running: (s) => [
    ...ended(s.inForce),
    put("breaches", {
      ...{ ...ofInForce(s), id: fresh(), obligation_id: s.inForce.obligationIds[0], party_id: s.inForce.parties[1] },
      ...{ breached_on: today, note: "到期没付", remedies_told: ["suit"], follow_up_on: dayIn(7) },
      ...{ recorded_by: by(s), recorded_at: at() },
    }),
  ],
  ledger_contests_while_running: (s) => [...ended(s.inForce), claim(s, fresh())],
  ledger_contest_ends_while_running: (s) => {
    const contestId = fresh();
    return [
      claim(s, contestId),
      ...ended(s.inForce),
      put("ledger_contest_ends", {
        ...{ county_id: s.county.countyId, dispute_id: s.inForce.disputeId, contest_id: contestId, kind: "withdrawn" },
        ...{ said_by_party_id: s.inForce.parties[1], means: "phone" },
        ...{ ended_on: today, reason: "他自己收回了", recorded_by: by(s), recorded_at: at() },
      }),
    ];
  },
  urges_while_running: (s) => [
    ...ended(s.inForce),
    put("urges", {
      ...{ ...ofInForce(s), id: fresh(), obligation_id: s.inForce.obligationIds[0], note: "电话催过" },
      ...{ urged_by: by(s), urged_at: at() },
    }),
  ],
  proceedings_of_accepted: (s) => [
    ...refusedMatter(s),
    copy("proceedings", `id = '${s.unasked.proceedingId}'`, {
      ...{ id: fresh(), ordinal: 9, status: "accepted", ended_at: null, outcome: null },
    }),
    "set constraints all immediate",
  ],
  session_people_stay_whose: (s) => [
    `update session_people set person_id = '${s.county.people.lawyer}' where session_id = '${s.convened.sessionId}' and person_id is not null`,
  ],
  consultations_begin_waiting: (s) => [
    consultation(s, { status: "answered", answer: "可以", answered_by: s.county.people.lawyer, answered_at: at() }),
  ],
};

/** The same refusal at the other door: by a row that is written whole where it was once a change, and the other way round. */
export const otherDoors: Guards = {
  "slots_hours_of_booking: an hour is taken beside that of the session": (s) => [
    put("slots", { ...ofColleague(s), during: '["2030-01-01 09:00+08","2030-01-01 10:00+08")' }),
    "set constraints all immediate",
  ],
  "slots_hours_of_booking: the session moves and leaves its hours behind": (s) => [
    change("sessions", s.convened.sessionId, "ends_at = ends_at + interval '10 minutes'"),
    "set constraints all immediate",
  ],
  "slots_hours_of_booking: a session that is called off keeps its hours": (s) => [
    change("sessions", s.convened.sessionId, "status = 'cancelled', cancel_reason = '不开了'"),
    "set constraints all immediate",
  ],
  "slots_kept_while_booked: whoever is seated gives their hour back": (s) => [
    `delete from slots where ${ofSession(s)} and resource = 'person' and resource_id = '${s.county.people.mediator}'`,
    "set constraints all immediate",
  ],
  "slots_kept_while_booked: a session is booked in a room that nobody keeps for it": (s) => [
    copy("sessions", `id = '${s.convened.sessionId}'`, { id: fresh(), ordinal: 7 }),
    "set constraints all immediate",
  ],
  "disputes_merged_by_record: registered as merged already": (s) => [
    "alter table disputes disable trigger disputes_gate_asked",
    "alter table disputes disable trigger disputes_have_two_sides",
    copy("disputes", `id = '${s.unasked.disputeId}'`, {
      ...{ id: fresh(), number: "X-9", merged_into: s.drafting.disputeId, merged_at: at() },
    }),
    "set constraints all immediate",
  ],
  "disputes_referred_by_office: registered as sent by a court that sent nobody": (s) => [
    copy("disputes", `id = '${s.unasked.disputeId}'`, { id: fresh(), number: "X-10", referred_by: "泊头法院" }),
  ],
  "transfers_begin_waiting: offered with what came of it": (s) => [
    put("transfers", {
      ...{ county_id: s.county.countyId, id: fresh(), dispute_id: s.unasked.disputeId },
      ...{ proceeding_id: s.unasked.proceedingId, to_body: "区信访局", reason: "属于信访事项" },
      ...{ from_station_id: s.county.stations.LW, from_committee_id: s.county.committees.LW },
      ...{ offered_by: by(s), offered_at: at(), answer_by: `${dayIn(9)}T02:00:00Z` },
      next_proceeding_id: s.unasked.proceedingId,
    }),
  ],
  "clocks_start_with_their_cause: begins after the end": (s) => [
    ...ended(s.unasked),
    `create temporary table kept on commit drop as select * from clocks where proceeding_id = '${s.unasked.proceedingId}'`,
    "alter table clocks disable trigger user",
    `delete from clocks where proceeding_id = '${s.unasked.proceedingId}'`,
    "alter table clocks enable trigger user",
    "insert into clocks select * from kept",
  ],
  "agreements_effect_when_it_happened: settled on the spot at another time": (s) => [
    put("on_spot_forms", {
      ...{ county_id: s.county.countyId, dispute_id: s.police.disputeId, agreement_id: s.police.agreementId },
      ...{ settled_at: "2020-01-01T00:00:00Z", place: "老街", is_facts_clear: true, is_cause_clear: true },
      ...{ losses: "none", recording: "JLY-20261129-009", others: "" },
    }),
    change("agreements", s.police.agreementId, "form = 'oral', status = 'effective', effective_at = now()"),
  ],
  "obligations_by_untied: a tied lead changes what is drafted": (s) => [
    tie(s, s.drafting, "mediator"),
    actingAs(s, "mediator"),
    change("obligations", s.drafting.obligationIds[0] ?? "", "amount_fen = 1"),
  ],
  "obligations_by_untied: a tied lead takes a clause out": (s) => [
    `delete from obligation_parties where obligation_id = '${s.drafting.obligationIds[0]}'`,
    tie(s, s.drafting, "mediator"),
    actingAs(s, "mediator"),
    `delete from obligations where id = '${s.drafting.obligationIds[0]}'`,
  ],
  "obligation_parties_by_untied: a tied lead lets somebody off": (s) => [
    tie(s, s.drafting, "mediator"),
    actingAs(s, "mediator"),
    `delete from obligation_parties where obligation_id = '${s.drafting.obligationIds[0]}'`,
  ],
  "duty_shifts_by_lawyer: becomes somebody else's": (s) => [
    duty(s, "[2027-01-04 09:00+08,2027-01-04 12:00+08)"),
    `update duty_shifts set person_id = '${s.county.people.mediator2}' where person_id = '${s.county.people.lawyer}'`,
  ],
};
