import { dayOf } from "../../kernel/shanghai";
import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

type Dispute = Pick<Scene["convened"], "disputeId" | "proceedingId">;
const person = (s: Scene, username: string) => s.county.people[username] ?? "";
const at = "2026-11-24T02:00:00Z";
/** The scene is of today. */
const now = new Date();

/** Ties a person to the first party of a dispute. */
export const tie = (s: Scene, { disputeId }: Pick<Dispute, "disputeId">, username: string) =>
  `insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
   select county_id, '${fresh()}', dispute_id, id, '${person(s, username)}', 'kin', 'recorded', '${person(s, "committee")}', '${at}'
   from parties where dispute_id = '${disputeId}' order by position limit 1`;
export const actingAs = (s: Scene, username: string) =>
  `select set_config('app.person', '${person(s, username)}', true)`;

/** A row of the convened dispute, written by its lead, who is tied to a party of it. */
const byTied =
  (table: string, columns: (s: Scene) => Record<string, unknown> = () => ({ id: fresh() })) =>
  (s: Scene) => [
    tie(s, s.convened, "mediator"),
    actingAs(s, "mediator"),
    put(table, { county_id: s.county.countyId, dispute_id: s.convened.disputeId, ...columns(s) }),
  ];
const ofProceeding = (s: Scene) => ({ proceeding_id: s.convened.proceedingId });

/** What a tie that was found later refuses. */
export const tieGuards: Guards = {
  invitations_recused_after_yes: (s) => [change("invitations", s.convened.invitationId, "status = 'recused'")],
  proceedings_lead_untied: (s) => [
    tie(s, s.convened, "mediator2"),
    change("proceedings", s.convened.proceedingId, `lead_person_id = '${person(s, "mediator2")}'`),
  ],
  ties_removed_by_another: (s) => [
    tie(s, s.convened, "mediator"),
    actingAs(s, "mediator"),
    `delete from ties where dispute_id = '${s.convened.disputeId}' and person_id = '${person(s, "mediator")}'`,
  ],
  session_people_untied: (s) => [
    tie(s, s.convened, "mediator2"),
    put("session_people", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.convened.disputeId,
      session_id: s.convened.sessionId,
      person_id: person(s, "mediator2"),
      attendance: "expected",
    }),
  ],
  recusals_kinds_named: (s) => [
    put("recusals", {
      county_id: s.county.countyId,
      id: fresh(),
      dispute_id: s.convened.disputeId,
      ...ofProceeding(s),
      person_id: person(s, "mediator"),
      kinds: [],
      recused_at: at,
      left_sessions: [],
      is_closed: false,
    }),
  ],
  recusals_open_once: (s) => [
    tie(s, s.convened, "mediator"),
    `insert into recusals (county_id, id, dispute_id, proceeding_id, person_id, kinds, recused_at)
     select county_id, '${fresh()}', dispute_id, proceeding_id, person_id, kinds, recused_at from recusals where dispute_id = '${s.convened.disputeId}'`,
  ],
  signatures_by_untied: byTied("signatures"),
  seals_by_untied: byTied("seals", () => ({})),
  fact_signatures_by_untied: byTied("fact_signatures", () => ({})),
  endings_by_untied: byTied("endings", ofProceeding),
  consents_by_untied: (s) => [
    tie(s, s.convened, "mediator"),
    actingAs(s, "mediator"),
    copy("consents", `proceeding_id = '${s.convened.proceedingId}' and subject = 'mediation'`, { id: fresh() }),
  ],
  tie_waivers_by_untied: byTied("tie_waivers", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  clock_changes_by_untied: byTied("clock_changes", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  performances_by_untied: byTied("performances"),
  violation_findings_by_untied: byTied("violation_findings", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  on_spot_forms_by_untied: byTied("on_spot_forms", () => ({})),
  settlement_applications_by_untied: byTied("settlement_applications", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  session_records_by_untied: byTied("session_records", (s) => ({ session_id: s.convened.sessionId })),
  obligations_by_untied: (s) => [
    tie(s, s.signing, "mediator"),
    actingAs(s, "mediator"),
    change("obligations", s.signing.obligationIds[0] ?? "", `waived_at = '${at}'`),
  ],
  obligation_parties_by_untied: byTied("obligation_parties", () => ({})),
  agreements_by_untied: (s) => [
    tie(s, s.signing, "mediator"),
    actingAs(s, "mediator"),
    change("agreements", s.signing.agreementId, "status = 'effective'"),
  ],
  triages_by_untied: byTied("triages"),
  proceedings_by_untied: byTied("proceedings"),
  number_polls_by_untied: byTied("number_polls"),
  number_answers_by_untied: byTied("number_answers", () => ({})),
  fact_statements_by_untied: byTied("fact_statements"),
  dispute_merges_by_untied: byTied("dispute_merges"),
  dispute_links_by_untied: byTied("dispute_links"),
  elections_by_untied: byTied("elections"),
  transfers_by_untied: byTied("transfers", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  invitations_by_untied: byTied("invitations", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  sessions_by_untied: byTied("sessions", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  notices_by_untied: byTied("notices", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  parties_by_untied: byTied("parties"),
  party_links_by_untied: byTied("party_links"),
  breaches_by_untied: byTied("breaches"),
  ledger_contests_by_untied: byTied("ledger_contests"),
  ledger_contest_ends_by_untied: byTied("ledger_contest_ends", () => ({})),
  urges_by_untied: byTied("urges"),
  follow_up_visits_by_untied: byTied("follow_up_visits", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  interpreters_by_untied: byTied("interpreters", (s) => ({ id: fresh(), ...ofProceeding(s) })),
  dispute_restrictions_by_untied: byTied("dispute_restrictions"),
  clocks_by_untied: (s) => [
    tie(s, s.convened, "mediator"),
    actingAs(s, "mediator"),
    `update clocks set due_on = due_on + 1 where proceeding_id = '${s.convened.proceedingId}'`,
  ],
  lead_requests_by_untied: (s) => [
    tie(s, s.convened, "committee"),
    put("lead_requests", {
      county_id: s.county.countyId,
      id: s.callId,
      dispute_id: s.convened.disputeId,
      ...ofProceeding(s),
      lead_person_id: person(s, "mediator"),
      party_id: s.convened.partyIds[0],
      means: "spoken",
      asked_on: dayOf(now),
      reason: "要求换人",
      recorded_by: person(s, "mediator"),
      recorded_at: now.toISOString(),
      answer_by: now.toISOString(),
    }),
    actingAs(s, "committee"),
    `update lead_requests set outcome = 'declined', decided_by = '${person(s, "committee")}', decided_at = '${now.toISOString()}',
       decision_reason = '不换' where id = '${s.callId}'`,
  ],
};
