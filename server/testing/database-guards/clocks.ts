import { copy, fresh, type Guards, type Scene } from "./scene";

const ofOpen = (s: Scene) => `proceeding_id = '${s.unasked.proceedingId}'`;
const set = (s: Scene, columns: string) => `update clocks set ${columns} where ${ofOpen(s)}`;
const without = (trigger: string, table = "clocks") => `alter table ${table} disable trigger ${trigger}`;
/** A change of the open proceeding's clock as it is written beside it, with the columns that are to be wrong. */
const changed = (s: Scene, columns: string, kind = "paused") =>
  `insert into clock_changes (county_id, id, dispute_id, proceeding_id, clock_id, kind, happened_on, old_due_on, new_due_on, appraisal, reason, recorded_by, recorded_at)
   select county_id, gen_random_uuid(), dispute_id, proceeding_id, id, '${kind}', ${columns}, '等鉴定意见', '${s.county.people.mediator}', now()
   from clocks where ${ofOpen(s)}`;
const agrees = (s: Scene) =>
  `insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at)
   select county_id, gen_random_uuid(), dispute_id, '${s.unasked.proceedingId}', id, 'extension', 'agreed', '${s.county.people.mediator}', now()
   from parties where dispute_id = '${s.unasked.disputeId}'`;
const extended = "started_on, due_on, due_on + 20, null";

/** The statutory clocks: what starts, moves, pauses and stops them. */
export const clockGuards: Guards = {
  clocks_once_per_kind: (s) => [copy("clocks", ofOpen(s), { id: fresh() })],
  clocks_due_after_start: (s) => [without("clocks_guard"), set(s, "due_on = started_on - 1")],
  clocks_paused_for_something: (s) => [without("clocks_guard"), set(s, "paused_on = due_on")],
  clocks_stopped_by_something: (s) => [set(s, "stopped_on = due_on")],
  clocks_start_with_their_cause: (s) => [copy("clocks", ofOpen(s), { id: fresh(), kind: "firstSession" })],
  clocks_stay_as_they_ran: (s) => [
    `update proceedings set accepted_on = app.day_of(accepted_at) - 2 where id = '${s.unasked.proceedingId}'`,
    set(s, "started_on = started_on - 2"),
    `update clocks set stopped_on = null, stopped_by = null where proceeding_id = '${s.inForce.proceedingId}'`,
  ],
  clocks_move_with_a_reason: (s) => [set(s, "due_on = due_on + 20")],
  clock_changes_by_somebody: (s) => [
    without("clock_changes_guard", "clock_changes"),
    changed(s, "started_on, due_on, due_on + 20, null", "recomputed"),
  ],
  clock_changes_day_unless_paused: (s) => [
    without("clock_changes_guard", "clock_changes"),
    changed(s, "started_on, due_on, due_on, 'injury'"),
  ],
  clock_changes_appraisal_when_paused: (s) => [
    without("clock_changes_guard", "clock_changes"),
    changed(s, "started_on, due_on, null, null"),
  ],
  clock_changes_append_only: (s) => [agrees(s), changed(s, extended, "extended"), "delete from clock_changes"],
  clock_changes_before_the_court: (s) => [
    `insert into clock_changes (county_id, id, dispute_id, proceeding_id, clock_id, kind, happened_on, old_due_on, new_due_on, reason, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, proceeding_id, id, 'confirmed', started_on, due_on, due_on, '确认有效', '${s.county.people.mediator}', now()
     from clocks where dispute_id = '${s.inForce.disputeId}' and kind = 'confirmation'`,
  ],
  clock_changes_fit_the_clock: (s) => [changed(s, "started_on, due_on, null, 'injury'")],
  clock_changes_when_it_happened: (s) => [
    agrees(s),
    changed(s, "started_on + 1, due_on, due_on + 20, null", "extended"),
  ],
  clocks_confirmation_of_agreement: (s) => [
    without("clocks_begin"),
    copy("clocks", ofOpen(s), { id: fresh(), kind: "confirmation" }),
  ],
  clock_changes_all_apply: (s) => [
    `insert into clock_changes (county_id, id, dispute_id, proceeding_id, clock_id, kind, happened_on, old_due_on, new_due_on, reason, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, proceeding_id, id, 'applied', started_on, due_on, due_on, '法院', '${s.county.people.mediator}', now()
     from clocks where proceeding_id = '${s.inForce.proceedingId}' and kind = 'confirmation'`,
  ],
  clock_changes_all_consent: (s) => [changed(s, extended, "extended")],
  endings_when_it_happened: (s) => [
    `insert into endings (county_id, proceeding_id, dispute_id, outcome, routes_told, happened_on, ended_by, ended_at)
     select county_id, id, dispute_id, 'settledWithdrawn', '{}', app.day_of(accepted_at) - 1, '${s.county.people.mediator}', now()
     from proceedings where id = '${s.unasked.proceedingId}'`,
  ],
  proceedings_accepted_before_entry: (s) => [
    without("proceedings_acceptance_guard", "proceedings"),
    `update proceedings set accepted_on = app.day_of(accepted_at) where id = '${s.unasked.proceedingId}'`,
  ],
  proceedings_accepted_when_it_happened: (s) => [
    `update proceedings set accepted_on = app.day_of(accepted_at) - 1 where id = '${s.unasked.proceedingId}'`,
    `update proceedings set accepted_on = null where id = '${s.unasked.proceedingId}'`,
  ],
  notices_when_it_happened: (s) => [
    `insert into notices (county_id, id, dispute_id, proceeding_id, party_id, means, given_by, given_at, happened_on)
     select r.county_id, gen_random_uuid(), r.dispute_id, r.id, p.id, 'read', r.lead_person_id, app.now(), app.day_of(r.accepted_at) - 1
     from proceedings r join parties p on p.county_id = r.county_id and p.dispute_id = r.dispute_id where r.id = '${s.unasked.proceedingId}'`,
  ],
  consents_when_it_happened: (s) => [
    `insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at, happened_on)
     select r.county_id, gen_random_uuid(), r.dispute_id, r.id, p.id, 'mediation', 'agreed', r.lead_person_id, app.now(), app.day_of(app.now()) + 1
     from proceedings r join parties p on p.county_id = r.county_id and p.dispute_id = r.dispute_id where r.id = '${s.unasked.proceedingId}'`,
  ],
  disputes_triage_due_later: (s) => [
    `update disputes set triage_due_at = registered_at - interval '1 minute' where id = '${s.unasked.disputeId}'`,
  ],
};
