import { change, copy, fresh, type Guards, type Scene } from "./scene";

/** An answer of the dispute written once more, with these columns changed. */
const answer = (s: Scene, question: string, over: Record<string, unknown>) =>
  copy("gate_answers", `dispute_id = '${s.unasked.disputeId}' and question = '${question}'`, {
    id: fresh(),
    ordinal: 99,
    ...over,
  });
/** A court has judged it, as somebody finds out while it runs. */
const judged = (disputeId: string) =>
  copy("gate_answers", `dispute_id = '${disputeId}' and question = 'judgedByCourt'`, {
    ...{ id: fresh(), ordinal: 99, answer: "yes" },
  });
const step = (s: Scene, over: Record<string, string>) => {
  const row: Record<string, string> = {
    county_id: `'${s.county.countyId}'`,
    id: `'${fresh()}'`,
    dispute_id: `'${s.unasked.disputeId}'`,
    kind: "'shelter'",
    owner_id: `'${s.county.people.officer}'`,
    opened_by: `'${s.county.people.officer}'`,
    opened_at: "now()",
    due_at: "now()",
    ...over,
  };
  return `insert into gate_steps (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`;
};
const done = (s: Scene, by = s.county.people.officer) =>
  `update gate_steps set result = 'done', done_on = current_date, note = '已办', done_by = '${by}', done_at = now()
   where dispute_id = '${s.unasked.disputeId}'`;
const shift = (s: Scene, person: string, during = "[2026-11-25 08:00+08,2026-11-25 20:00+08)") =>
  `insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at) values ('${s.county.countyId}', '${fresh()}',
   '${s.county.stations.LW}', '${s.county.people[person]}', '${during}', '${s.county.people.head}', now())`;

/** The gate: its answers, the steps that follow from them, and the leaders on duty. */
export const gateGuards: Guards = {
  agreements_gate_open: (s) => [
    judged(s.drafting.disputeId),
    change("agreements", s.drafting.agreementId, "status = 'draft'"),
  ],
  sessions_gate_open: (s) => [
    judged(s.convened.disputeId),
    copy("sessions", `id = '${s.convened.sessionId}'`, { id: fresh(), ordinal: 99 }),
  ],
  triages_gate_open: (s) => [
    answer(s, "inCourt", { answer: "unclear" }),
    copy("triages", `dispute_id = '${s.unasked.disputeId}'`, { id: fresh() }),
  ],
  triages_as_answered: (s) => [
    copy("triages", `dispute_id = '${s.unasked.disputeId}'`, { id: fresh(), property_damage: "yes" }),
  ],
  proceedings_gate_open: (s) => [
    answer(s, "judgedByCourt", { answer: "yes" }),
    copy("proceedings", `id = '${s.unasked.proceedingId}'`, {
      id: fresh(),
      ordinal: 9,
      status: "closed",
      ended_at: "2026-11-25T10:00:00+08:00",
      outcome: "settledWithdrawn",
    }),
  ],
  disputes_gate_asked: (s) => [
    `with d as (${copy("disputes", `id = '${s.unasked.disputeId}'`, { id: fresh(), number: "LW-2" })} returning county_id, id)
     insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
     select county_id, gen_random_uuid(), id, n, n, 'person', 'applicant', '某人' from d, generate_series(1, 2) n`,
    "set constraints disputes_gate_asked immediate",
  ],
  disputes_referred_by_office: (s) => [
    change("disputes", s.unasked.disputeId, "referral_number = '（2026）委调 1 号'"),
  ],
  disputes_entrusted_names_court: (s) => [change("disputes", s.unasked.disputeId, "source = 'courtEntrusted'")],
  disputes_source_asked: (s) => [
    change("disputes", s.unasked.disputeId, "source = 'courtReferral'"),
    "set constraints disputes_source_asked immediate",
  ],
  gate_answers_append_only: (s) => [
    `update gate_answers set answer = 'no' where dispute_id = '${s.unasked.disputeId}'`,
  ],
  gate_answers_ordinal_once: (s) => [answer(s, "injury", { ordinal: 1 })],
  gate_answers_yes_kept: (s) => [
    answer(s, "injury", { answer: "yes" }),
    answer(s, "injury", { answer: "no", ordinal: 100, reason: "" }),
  ],
  gate_answers_have_step: (s) => [answer(s, "livelihood", { answer: "unclear" }), "set constraints all immediate"],
  gate_steps_question_to_clarify: (s) => [step(s, { question: "'injury'" })],
  gate_steps_result_whole: (s) => [
    step(s, {}),
    `update gate_steps set done_by = owner_id where dispute_id = '${s.unasked.disputeId}'`,
  ],
  gate_steps_result_fits: (s) => [step(s, { kind: "'takeOver'" }), done(s)],
  gate_steps_open_once: (s) => [step(s, {}), step(s, {})],
  gate_steps_clarify_once: (s) => [
    step(s, { kind: "'clarify'", question: "'injury'" }),
    step(s, { kind: "'clarify'", question: "'injury'" }),
  ],
  gate_steps_stay: (s) => [
    step(s, {}),
    done(s),
    `update gate_steps set note = '改' where dispute_id = '${s.unasked.disputeId}'`,
  ],
  gate_steps_owned_by_police: (s) => [step(s, { owner_id: `'${s.county.people.mediator}'` })],
  gate_steps_taken_over_first: (s) => [step(s, { kind: "'takeOver'" }), step(s, {}), `${done(s)} and kind = 'shelter'`],
  duty_leaders_during_whole: (s) => [shift(s, "officer", "empty")],
  duty_leaders_one_at_a_time: (s) => [shift(s, "officer"), shift(s, "head")],
  duty_leaders_of_own_station: (s) => [shift(s, "mediator")],
};
