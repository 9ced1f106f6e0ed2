import { fresh, type Guards, type Scene, type WithAgreement } from "./scene";

const keeps = (s: Scene, of: WithAgreement, party: number, amount: string, note: string) =>
  `insert into performances (county_id, id, dispute_id, obligation_id, party_id, amount_fen, performed_on, proof, proof_note, recorded_by, recorded_at)
   values ('${s.county.countyId}', '${fresh()}', '${of.disputeId}', '${of.obligationIds[0]}', '${of.parties[party]}', ${amount}, current_date, 'receipt', '${note}', '${s.county.people.mediator}', now())`;

/** Performing obligations, urging, visiting. */
export const performanceGuards: Guards = {
  performances_after_effect: (s) => [keeps(s, s.signing, 1, "100", "收条")],
  performances_by_obligor: (s) => [keeps(s, s.inForce, 0, "100", "收条")],
  performances_proof_named: (s) => [keeps(s, s.inForce, 1, "100", " ")],
  performances_amount_positive: (s) => [keeps(s, s.inForce, 1, "0", "收条")],
  performances_received_by_entitled: (s) => [
    `update parties set is_minor = true where id = '${s.inForce.parties[0]}'`,
    keeps(s, s.inForce, 1, "100", "收条")
      .replace("recorded_at)", "recorded_at, received_by_party_id)")
      .replace("now())", `now(), '${s.inForce.parties[0]}')`),
  ],
  performances_append_only: (s) => [
    keeps(s, s.inForce, 1, "100", "收条"),
    `update performances set amount_fen = 1 where dispute_id = '${s.inForce.disputeId}'`,
  ],
  urges_append_only: (s) => [
    `insert into urges values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.obligationIds[0]}', '催', '${s.county.people.mediator}', now())`,
    `delete from urges where dispute_id = '${s.inForce.disputeId}'`,
  ],
  follow_up_visits_append_only: (s) => [
    `insert into follow_up_visits (county_id, id, dispute_id, proceeding_id, visited_on, satisfaction, visited_by, recorded_at)
     values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.proceedingId}', current_date, 'fair', '${s.county.people.mediator}', now())`,
    `update follow_up_visits set satisfaction = 'satisfied' where dispute_id = '${s.inForce.disputeId}'`,
  ],
};
