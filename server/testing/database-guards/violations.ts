import { today } from "../sessions";
import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const at = "2026-11-24T02:00:00Z";
const here = (s: Scene) => ({ county_id: s.county.countyId, dispute_id: s.police.disputeId });
const bars = { hired: "no", gang: "no", repeated: "no", new_violation: "no", fled: "no", other_unfit: "no" };
const found = (s: Scene, over: Record<string, unknown> = {}) =>
  put("violation_findings", {
    ...here(s),
    ...bars,
    id: s.callId,
    proceeding_id: s.police.proceedingId,
    is_violation: "yes",
    is_minor: "yes",
    kinds: "{assault}",
    circumstance: "acquaintances",
    basis: "监控录像",
    found_by: s.county.people.officer,
    found_at: "2999-01-01T00:00:00Z",
    ...over,
  });
const latestIs = (s: Scene, over: Record<string, unknown>) => found(s, over);
const toldAt = new Date().toISOString();
const summons = (s: Scene, over: Record<string, unknown> = {}) =>
  put("guardian_summonses", {
    ...here(s),
    id: fresh(),
    proceeding_id: s.police.proceedingId,
    party_id: s.police.parties[0],
    link_id: null,
    means: null,
    exception_reason: "满十七，本人同意",
    told_at: toldAt,
    recorded_by: s.county.people.officer,
    recorded_at: toldAt,
    ...over,
  });
const minor = (s: Scene) => change("parties", s.police.parties[0] ?? "", "is_minor = true");
const worker = (s: Scene) =>
  change(
    "parties",
    s.police.parties[0] ?? "",
    "is_minor = true, born_on = '2009-01-01', own_wages_reason = '在厂里做工'",
  );
const guardian = (s: Scene, kind = "guardian") =>
  put("party_links", {
    ...here(s),
    id: s.callId,
    party_id: s.police.parties[1],
    kind,
    name: "夏国强",
    may_sign: true,
    phone: "",
    note: "",
  });
const form = (s: Scene, over: Record<string, unknown> = {}) =>
  put("on_spot_forms", {
    ...here(s),
    agreement_id: s.police.agreementId,
    settled_at: "2020-01-01T00:00:00Z",
    place: "老街",
    is_facts_clear: true,
    is_cause_clear: true,
    losses: "none",
    recording: "JLY-1",
    second_officer_id: null,
    others: "",
    ...over,
  });
const application = (s: Scene, over: Record<string, unknown> = {}) =>
  put("settlement_applications", {
    ...here(s),
    id: s.callId,
    proceeding_id: s.police.proceedingId,
    way: "byThemselves",
    peoples_proceeding_id: null,
    agreed_on: "2026-11-20",
    agreed: "赔 300 元",
    performed_on: "2026-11-21",
    proof: "收条",
    applied_on: "2026-11-22",
    is_decided: "no",
    recorded_by: s.county.people.officer,
    recorded_at: at,
    is_approved: null,
    decision_reason: "",
    decided_by: null,
    decided_at: null,
    ...over,
  });
const applicant = (s: Scene, party: number, over: Record<string, unknown> = {}) =>
  put("settlement_applicants", {
    ...here(s),
    application_id: s.callId,
    party_id: s.police.parties[party],
    link_id: null,
    means: "sign",
    ...over,
  });
const accounts = (s: Scene, over: Record<string, unknown>) =>
  copy("case_accounts", `dispute_id = '${s.police.disputeId}'`, { id: fresh(), ...over });
const applied = (s: Scene) => [application(s), applicant(s, 0), applicant(s, 1)];
const decided = (s: Scene, by: string, rest = "is_approved = true, decision_reason = '双方已履行'") =>
  change("settlement_applications", s.callId, `${rest}, decided_by = '${s.county.people[by]}', decided_at = now()`);
const ending = (s: Scene, over: Record<string, unknown>) =>
  put("endings", {
    ...here(s),
    proceeding_id: s.police.proceedingId,
    outcome: "publicSecurityToPenalty",
    reason: "没有谈成",
    refused_by_party_id: null,
    routes_told: "{court}",
    failure: "notAgreed",
    failed_on: today,
    ended_by: s.county.people.officer,
    ended_at: at,
    ...over,
  });
/** The suspect is gone, as is found last. */
const fled = (s: Scene) =>
  copy("violation_findings", `dispute_id = '${s.police.disputeId}'`, {
    id: fresh(),
    fled: "yes",
    found_at: "2099-01-01",
  });
const closed = (outcome: string) => `status = 'closed', ended_at = now(), outcome = '${outcome}'`;
const set = (s: Scene, columns: string) => change("proceedings", s.police.proceedingId, columns);
const signing = (s: Scene, columns = "status = 'signing', number = '治调 1'") =>
  change("agreements", s.police.agreementId, columns);
const noForm = { recording: "", second_officer_id: null };

/** Police mediation from the finding to the head's decision (程序规定 178–186). */
export const violationGuards: Guards = {
  violation_findings_of_police_case: (s) => [
    found(s, { dispute_id: s.unasked.disputeId, proceeding_id: s.unasked.proceedingId }),
  ],
  violation_findings_kind_of_violation: (s) => [found(s, { is_violation: "unclear" })],
  violation_findings_name_both: (s) => [found(s), "set constraints all immediate"],
  violation_findings_append_only: (s) => [
    `update violation_findings set is_minor = 'no' where dispute_id = '${s.police.disputeId}'`,
  ],
  violation_people_append_only: (s) => [`delete from violation_people where dispute_id = '${s.police.disputeId}'`],
  guardian_summonses_of_minor: (s) => [summons(s)],
  guardian_summonses_own_wages: (s) => [minor(s), summons(s)],
  guardian_summonses_told_or_excepted: (s) => [worker(s), summons(s, { means: "phone" })],
  guardian_summonses_told_before: (s) => [worker(s), summons(s, { recorded_at: "2001-01-01T00:00:00Z" })],
  guardian_summonses_append_only: (s) => [
    worker(s),
    summons(s),
    `delete from guardian_summonses where dispute_id = '${s.police.disputeId}'`,
  ],
  case_accounts_of_police_case: (s) => [
    accounts(s, { dispute_id: s.unasked.disputeId, proceeding_id: s.unasked.proceedingId }),
  ],
  case_accounts_happened_before: (s) => [accounts(s, { recorded_at: "2020-01-01T00:00:00Z" })],
  case_accounts_whole: (s) => [accounts(s, { course: " " })],
  case_accounts_append_only: (s) => [
    `update case_accounts set result = '轻伤' where dispute_id = '${s.police.disputeId}'`,
  ],
  agreements_police_account: (s) => [
    "alter table case_accounts disable trigger case_accounts_append_only",
    `delete from case_accounts where dispute_id = '${s.police.disputeId}'`,
    signing(s),
  ],
  agreements_police_minor_violation: (s) => [latestIs(s, { gang: "unclear" }), signing(s)],
  agreements_police_consent: (s) => [
    copy("consents", `dispute_id = '${s.police.disputeId}'`, {
      id: fresh(),
      answer: "refused",
      recorded_at: "2999-01-01T00:00:00Z",
    }),
    signing(s),
  ],
  agreements_police_guardians: (s) => [
    change(
      "parties",
      s.police.parties[1] ?? "",
      "is_minor = true, born_on = '2009-01-01', own_wages_reason = '在厂里做工'",
    ),
    signing(s),
  ],
  agreements_police_written: (s) => [
    form(s, { recording: " ", second_officer_id: s.county.people.officer2 }),
    signing(s, "form = 'oral', status = 'effective', effective_at = now()"),
  ],
  sessions_police_minor_violation: (s) => [
    latestIs(s, { fled: "yes" }),
    `insert into sessions (county_id, id, dispute_id, proceeding_id, ordinal, kind, starts_at, ends_at, room_id, booked_by)
     values ('${s.county.countyId}', '${fresh()}', '${s.police.disputeId}', '${s.police.proceedingId}', 9, 'joint', now(), now() + interval '1 hour',
       '${Object.values(s.county.rooms)[0]}', '${s.county.people.officer}')`,
  ],
  on_spot_forms_of_police_draft: (s) => [form(s, { settled_at: "2999-01-01T00:00:00Z" })],
  on_spot_forms_clear: (s) => [form(s, { is_cause_clear: false })],
  on_spot_forms_recorded: (s) => [form(s, noForm)],
  on_spot_forms_place_named: (s) => [form(s, { place: " " })],
  on_spot_forms_append_only: (s) => [
    form(s),
    `update on_spot_forms set recording = 'JLY-2' where agreement_id = '${s.police.agreementId}'`,
  ],
  settlement_applications_minor_violation: (s) => [latestIs(s, { is_minor: "unclear" }), application(s)],
  settlement_applications_performed: (s) => [
    application(s, { way: "peoplesMediation", peoples_proceeding_id: s.police.proceedingId }),
  ],
  settlement_applications_before_decision: (s) => [application(s, { is_decided: "unclear" })],
  settlement_applications_in_order: (s) => [application(s, { performed_on: "2026-11-19" })],
  settlement_applications_words_given: (s) => [application(s, { proof: " " })],
  settlement_applications_one_live: (s) => [application(s), application(s, { id: fresh() })],
  settlement_applications_decided_whole: (s) => [...applied(s), decided(s, "head", "decision_reason = '双方已履行'")],
  settlement_applications_decided_once: (s) => [...applied(s), decided(s, "head"), decided(s, "head")],
  settlement_applications_another_decides: (s) => [
    application(s, { recorded_by: s.county.people.head }),
    applicant(s, 0),
    applicant(s, 1),
    decided(s, "head"),
  ],
  settlement_applications_head_decides: (s) => [...applied(s), decided(s, "officer2")],
  settlement_applications_of_both: (s) => [application(s), applicant(s, 0), "set constraints all immediate"],
  settlement_applicants_append_only: (s) => [
    ...applied(s),
    `delete from settlement_applicants where application_id = '${s.callId}'`,
  ],
  settlement_applicants_may_apply: (s) => [
    change("parties", s.police.parties[0] ?? "", "is_minor = true"),
    application(s),
    applicant(s, 0),
  ],
  settlement_applicants_suspect_in_person: (s) => [
    guardian(s, "agent"),
    application(s),
    applicant(s, 1, { link_id: s.callId }),
  ],
  endings_outcome_of_track: (s) => [ending(s, { outcome: "settledWithdrawn", failure: null, failed_on: null })],
  endings_penalty_has_failure: (s) => [ending(s, { failure: null, failed_on: null })],
  endings_failure_whole: (s) => [fled(s), ending(s, { failure: "fled", failed_on: null })],
  endings_failure_fits_agreement: (s) => [ending(s, { failure: "notPerformed" })],
  endings_police_routes_told: (s) => [ending(s, { routes_told: "{petition}" })],
  endings_failure_grounded: (s) => [ending(s, {})],
  endings_no_violation_found: (s) => [ending(s, { outcome: "notViolation", failure: null, failed_on: null })],
  endings_settlement_approved: (s) => [
    ...applied(s),
    ending(s, { outcome: "publicSecuritySettled", failure: null, failed_on: null }),
  ],
  proceedings_police_ending_told: (s) => [set(s, closed("publicSecurityToPenalty"))],
  proceedings_settlement_decided: (s) => [
    ...applied(s),
    fled(s),
    ending(s, { failure: "fled" }),
    set(s, closed("publicSecurityToPenalty")),
  ],
};
