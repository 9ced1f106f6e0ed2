import { dayIn, today } from "../sessions";
import { change, fresh, type Guards, put, type Scene, type WithAgreement } from "./scene";

const keeps = (s: Scene, of: WithAgreement, party: number, amount: string, note: string, on = "app.day_of(now())") =>
  `insert into performances (county_id, id, dispute_id, obligation_id, party_id, amount_fen, performed_on, proof, proof_note, recorded_by, recorded_at)
   values ('${s.county.countyId}', '${fresh()}', '${of.disputeId}', '${of.obligationIds[0]}', '${of.parties[party]}', ${amount}, ${on}, 'receipt', '${note}', '${s.county.people.mediator}', now())`;

/** The obligee turns out to be a child. */
const child = (s: Scene) => change("parties", s.inForce.parties[0] ?? "", "is_minor = true");
const entry = (s: Scene, over: Record<string, unknown> = {}) =>
  put("performances", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.inForce.disputeId,
    obligation_id: s.inForce.obligationIds[0],
    party_id: s.inForce.parties[1],
    kind: "performed",
    amount_fen: 100,
    performed_on: "2026-11-23",
    proof: "receipt",
    proof_note: "收条",
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-23T02:00:00Z",
    ...over,
  });
const paidThenWrong = (s: Scene, over: Record<string, unknown> = {}) => {
  const id = fresh();
  return [entry(s, { id }), entry(s, { kind: "correction", corrects_id: id, amount_fen: null, ...over })];
};
const breach = (s: Scene, over: Record<string, unknown> = {}) =>
  put("breaches", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.inForce.disputeId,
    obligation_id: s.inForce.obligationIds[0],
    party_id: s.inForce.parties[1],
    breached_on: today,
    note: "到期没付",
    remedies_told: ["suit"],
    follow_up_on: dayIn(7),
    recorded_by: s.county.people.mediator,
    recorded_at: "2026-11-23T02:00:00Z",
    ...over,
  });
const paid = (s: Scene, id: string) => entry(s, { id, performed_on: today, recorded_at: new Date().toISOString() });
const contest = (s: Scene, over: Record<string, unknown> = {}) =>
  put("ledger_contests", {
    county_id: s.county.countyId,
    id: fresh(),
    dispute_id: s.inForce.disputeId,
    obligation_id: s.inForce.obligationIds[0],
    party_id: s.inForce.parties[1],
    kind: "claimed",
    said_by_party_id: s.inForce.parties[1],
    means: "phone",
    amount_fen: 100,
    said_on: today,
    reason: "说转过账了",
    recorded_by: s.county.people.mediator,
    recorded_at: new Date().toISOString(),
    ...over,
  });
/** An entry that its obligee denies. */
const denied = (s: Scene, over: Record<string, unknown> = {}, id = fresh()) => [
  paid(s, id),
  contest(s, { kind: "denied", entry_id: id, said_by_party_id: s.inForce.parties[0], ...over }),
];
const contestEnd = (s: Scene, contestId: string, over: Record<string, unknown> = {}) =>
  put("ledger_contest_ends", {
    county_id: s.county.countyId,
    contest_id: contestId,
    dispute_id: s.inForce.disputeId,
    kind: "withdrawn",
    ...(over.kind ? {} : { said_by_party_id: s.inForce.parties[1], means: "phone" }),
    ended_on: today,
    reason: "他自己说记错了",
    recorded_by: s.county.people.mediator,
    recorded_at: new Date().toISOString(),
    ...over,
  });
const contestEnded = (s: Scene, over: Record<string, unknown> = {}) => {
  const id = fresh();
  return [contest(s, { id }), contestEnd(s, id, over)];
};
const ended = (s: Scene, outcome: string) =>
  change("proceedings", s.inForce.proceedingId, `status = 'closed', ended_at = now(), outcome = '${outcome}'`);

/** Performing obligations, urging, visiting. */
export const performanceGuards: Guards = {
  performances_not_superseded: (s) => [
    "alter table obligations disable trigger obligations_guard",
    `update obligations set superseded_at = now() - interval '1 day' where id = '${s.inForce.obligationIds[0]}'`,
    keeps(s, s.inForce, 1, "100", "收条"),
  ],
  performances_after_effect: (s) => [keeps(s, s.signing, 1, "100", "收条")],
  performances_amount_when_pay: (s) => [entry(s, { amount_fen: null })],
  performances_over_is_named: (s) => [entry(s, { amount_fen: 540_001 })],
  performances_refund_of_paid: (s) => [entry(s), entry(s, { kind: "refunded", amount_fen: 101 })],
  performances_waived_by_obligee: (s) => [entry(s, { kind: "waived", by_party_id: s.inForce.parties[1] })],
  performances_waiver_names_obligee: (s) => [
    "alter table performances disable trigger performances_guard",
    entry(s, { kind: "waived" }),
  ],
  performances_waive_what_is_owed: (s) => [
    entry(s, { kind: "waived", amount_fen: 540_001, by_party_id: s.inForce.parties[0] }),
  ],
  performances_correct_own_entry: (s) =>
    paidThenWrong(s, { party_id: s.inForce.parties[1] }).concat(
      `insert into performances (county_id, id, dispute_id, obligation_id, party_id, kind, corrects_id, performed_on, proof, proof_note, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, obligation_id, party_id, 'correction', id, performed_on, proof, '又改', recorded_by, recorded_at
     from performances where obligation_id = '${s.inForce.obligationIds[0]}' and kind = 'correction'`,
    ),
  performances_corrected_once: (s) => {
    const [paid = "", wrong = ""] = paidThenWrong(s);
    return [paid, wrong, entry(s), wrong.replace(/"id":"[^"]*"/, `"id":"${fresh()}"`)];
  },
  performances_correction_names_entry: (s) => [
    "alter table performances disable trigger performances_guard",
    entry(s, { kind: "correction", amount_fen: null }),
  ],
  performances_correction_has_no_sum: (s) => paidThenWrong(s, { amount_fen: 100 }),
  performances_refund_has_sum: (s) => [
    entry(s, { obligation_id: s.inForce.obligationIds[1], kind: "refunded", amount_fen: null }),
  ],
  ledger_contests_on_account: (s) => [contest(s, { party_id: s.inForce.parties[0] })],
  ledger_contests_amount_when_pay: (s) => [contest(s, { amount_fen: null })],
  ledger_contests_claimed_by_obligor: (s) => [contest(s, { said_by_party_id: s.inForce.parties[0] })],
  ledger_contests_denied_by_obligee: (s) => denied(s, { said_by_party_id: s.inForce.parties[1] }),
  ledger_contests_of_standing_entry: (s) => {
    const id = fresh();
    const [put = "", contested = ""] = denied(s, {}, id);
    return [put, entry(s, { kind: "correction", corrects_id: id, amount_fen: null, performed_on: today }), contested];
  },
  ledger_contests_once_open: (s) => {
    const [put = "", contested = ""] = denied(s);
    return [put, contested, contested.replace(/"id":"[^"]*"/, `"id":"${fresh()}"`)];
  },
  ledger_contests_up_to_entry: (s) => denied(s, { amount_fen: 101 }),
  ledger_contests_denied_names_entry: (s) => [
    "alter table ledger_contests disable trigger ledger_contests_guard",
    contest(s, { kind: "denied" }),
  ],
  ledger_contests_amount_positive: (s) => [contest(s, { amount_fen: 0 })],
  ledger_contests_append_only: (s) => [
    contest(s),
    `update ledger_contests set amount_fen = 1 where dispute_id = '${s.inForce.disputeId}'`,
  ],
  ledger_contests_say_how: (s) => [contest(s, { means: null })],
  ledger_contests_by_entitled: (s) => [child(s), ...denied(s)],
  ledger_contest_ends_withdrawn_by_own: (s) => contestEnded(s, { said_by_party_id: s.inForce.parties[0] }),
  ledger_contest_ends_by_entitled: (s) => {
    const [said = "", takenBack = ""] = contestEnded(s);
    return [said, change("parties", s.inForce.parties[1] ?? "", "is_minor = true"), takenBack];
  },
  ledger_contest_ends_name_entry: (s) => contestEnded(s, { kind: "confirmed" }),
  ledger_contest_ends_once: (s) => {
    const [entered = "", contested = ""] = denied(s);
    const contestId = /"id":"([^"]*)"/.exec(contested)?.[1] ?? "";
    const corrects = /"id":"([^"]*)"/.exec(entered)?.[1];
    const wrong = entry(s, { kind: "correction", corrects_id: corrects, amount_fen: null, performed_on: today });
    return [entered, contested, wrong, contestEnd(s, contestId, { said_by_party_id: s.inForce.parties[0] })];
  },
  ledger_contest_ends_append_only: (s) => [
    ...contestEnded(s),
    `delete from ledger_contest_ends where dispute_id = '${s.inForce.disputeId}'`,
  ],
  ledger_contests_when_it_happened: (s) => [contest(s, { said_on: dayIn(1) })],
  ledger_contest_ends_when_it_happened: (s) => contestEnded(s, { ended_on: dayIn(-1) }),
  breaches_of_what_is_owed: (s) => [entry(s, { amount_fen: 540_000 }), breach(s)],
  breaches_by_obligor: (s) => [breach(s, { party_id: s.inForce.parties[0] })],
  breaches_remedies_told: (s) => [breach(s, { remedies_told: [] })],
  breaches_followed_up_later: (s) => [breach(s, { follow_up_on: "2026-11-22" })],
  breaches_append_only: (s) => [
    breach(s),
    `update breaches set note = '改' where dispute_id = '${s.inForce.disputeId}'`,
  ],
  proceedings_exit_recorded: (s) => [ended(s, "breached")],
  proceedings_agreement_in_force: (s) => [ended(s, "unsigned")],
  performances_by_obligor: (s) => [keeps(s, s.inForce, 0, "100", "收条")],
  performances_proof_named: (s) => [keeps(s, s.inForce, 1, "100", " ")],
  performances_amount_positive: (s) => [keeps(s, s.inForce, 1, "0", "收条")],
  performances_waived_by_entitled: (s) => [child(s), entry(s, { kind: "waived", by_party_id: s.inForce.parties[0] })],
  performances_received_by_obligee: (s) => [entry(s, { received_by_party_id: s.inForce.parties[1] })],
  performances_received_by_entitled: (s) => [child(s), entry(s, { received_by_party_id: s.inForce.parties[0] })],
  performances_append_only: (s) => [
    keeps(s, s.inForce, 1, "100", "收条"),
    `update performances set amount_fen = 1 where dispute_id = '${s.inForce.disputeId}'`,
  ],
  // A session of long ago ended in agreement: the day before it is the first on which nothing can have been performed.
  performances_when_it_happened: (s) => [
    keeps(s, s.inForce, 1, "100", "收条", `app.reached_on('${s.county.countyId}', '${s.inForce.agreementId}') - 1`),
  ],
  follow_up_visits_when_it_happened: (s) => [
    `insert into follow_up_visits (county_id, id, dispute_id, proceeding_id, visited_on, satisfaction, visited_by, recorded_at)
     values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.proceedingId}', app.day_of(now()) + 1, 'fair', '${s.county.people.mediator}', now())`,
  ],
  obligations_performed_on_its_day: (s) => [
    keeps(s, s.inForce, 1, "540000", "收条"),
    `update obligations set performed_at = now() + interval '3 days' where id = '${s.inForce.obligationIds[0]}'`,
  ],
  urges_append_only: (s) => [
    `insert into urges values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.obligationIds[0]}', '催', '${s.county.people.mediator}', now())`,
    `delete from urges where dispute_id = '${s.inForce.disputeId}'`,
  ],
  follow_up_visits_fairness_whole: (s) => [
    `insert into follow_up_visits (county_id, id, dispute_id, proceeding_id, visited_on, satisfaction, visited_by, recorded_at, fairness)
     values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.proceedingId}', app.day_of(now()), 'fair', '${s.county.people.mediator}', now(), '{yes,no}')`,
  ],
  follow_up_visits_append_only: (s) => [
    `insert into follow_up_visits (county_id, id, dispute_id, proceeding_id, visited_on, satisfaction, visited_by, recorded_at)
     values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.proceedingId}', app.day_of(now()), 'fair', '${s.county.people.mediator}', now())`,
    `update follow_up_visits set satisfaction = 'satisfied' where dispute_id = '${s.inForce.disputeId}'`,
  ],
};
