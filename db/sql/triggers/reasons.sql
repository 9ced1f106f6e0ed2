-- Every column in which somebody says why. server/testing/reasons.test.ts finds one that is missing. Where none is needed, an
-- empty one is not looked at: most rows have none.

create trigger access_requests_check_reason before insert or update of reason on access_requests
  for each row execute function app.check_reason('reason', 'needed');
create trigger agreements_check_reason before insert or update of withdrawn_reason on agreements
  for each row when (new.withdrawn_reason <> '') execute function app.check_reason('withdrawn_reason');
create trigger agreements_check_renegotiated_reason before insert or update of renegotiated_reason on agreements
  for each row when (new.renegotiated_reason <> '') execute function app.check_reason('renegotiated_reason');
create trigger signing_requests_check_reason before insert or update of refused_reason on signing_requests
  for each row when (new.refused_reason <> '') execute function app.check_reason('refused_reason');
create trigger paper_templates_check_reason before insert or update of withdrawn_reason on paper_templates
  for each row when (new.withdrawn_reason <> '') execute function app.check_reason('withdrawn_reason');
create trigger number_voids_check_reason before insert or update of reason on number_voids
  for each row execute function app.check_reason('reason', 'needed');
create trigger clock_changes_check_reason before insert or update of reason on clock_changes
  for each row when (new.kind <> 'recomputed') execute function app.check_reason('reason', 'needed');
create trigger clues_check_reason before insert or update of answer on clues
  for each row when (new.status = 'declined') execute function app.check_reason('answer', 'needed');
create trigger dispute_changes_check_reason before insert or update of reason on dispute_changes
  for each row when (new.reason <> '') execute function app.check_reason('reason');
create trigger party_changes_check_reason before insert or update of reason on party_changes
  for each row when (new.reason <> '') execute function app.check_reason('reason');
create trigger party_exits_check_reason before insert or update of reason on party_exits
  for each row execute function app.check_reason('reason', 'needed');
create trigger party_exits_check_undone_reason before insert or update of undone_reason on party_exits
  for each row when (new.undone_reason <> '') execute function app.check_reason('undone_reason');
create trigger disputes_check_reason before insert or update of risk_reason on disputes
  for each row when (new.risk_reason <> '') execute function app.check_reason('risk_reason');
create trigger party_links_check_ended_reason before insert or update of ended_reason on party_links
  for each row when (new.ended_reason <> '') execute function app.check_reason('ended_reason');
create trigger ledger_contests_check_reason before insert or update of reason on ledger_contests
  for each row execute function app.check_reason('reason', 'needed');
create trigger ledger_contest_ends_check_reason before insert or update of reason on ledger_contest_ends
  for each row execute function app.check_reason('reason', 'needed');
create trigger lead_requests_check_reason before insert or update of reason on lead_requests
  for each row execute function app.check_reason('reason', 'needed');
create trigger lead_requests_check_decision before insert or update of decision_reason on lead_requests
  for each row when (new.decision_reason <> '') execute function app.check_reason('decision_reason');
create trigger transfers_check_reason before insert or update of reason on transfers
  for each row execute function app.check_reason('reason', 'needed');
create trigger transfers_check_answer before insert or update of answer_reason on transfers
  for each row when (new.answer_reason <> '') execute function app.check_reason('answer_reason');
create trigger dispute_merges_check_reason before insert or update of reason on dispute_merges
  for each row execute function app.check_reason('reason', 'needed');
create trigger dispute_merges_check_undone_reason before insert or update of undone_reason on dispute_merges
  for each row when (new.undone_reason <> '') execute function app.check_reason('undone_reason');
create trigger dispute_links_check_reason before insert or update of reason on dispute_links
  for each row execute function app.check_reason('reason', 'needed');
create trigger dispute_links_check_removed_reason before insert or update of removed_reason on dispute_links
  for each row when (new.removed_reason <> '') execute function app.check_reason('removed_reason');
create trigger endings_check_reason before insert or update of reason on endings
  for each row when (new.reason <> '') execute function app.check_reason('reason');
create trigger harm_reports_check_reason before insert or update of reason on harm_reports
  for each row execute function app.check_reason('reason', 'needed');
create trigger panel_rules_check_reason before insert or update of reason on panel_rules
  for each row execute function app.check_reason('reason', 'needed');
create trigger parties_check_own_wages_reason before insert or update of own_wages_reason on parties
  for each row when (new.own_wages_reason <> '') execute function app.check_reason('own_wages_reason');
create trigger party_times_check_reason before insert or update of reason on party_times
  for each row when (new.reason <> '') execute function app.check_reason('reason');
create trigger repeat_groups_check_reason before insert or update of activation_reason on repeat_groups
  for each row execute function app.check_reason('activation_reason', 'needed');
create trigger session_records_check_reason before insert or update of correction_reason on session_records
  for each row when (new.correction_reason <> '') execute function app.check_reason('correction_reason');
create trigger sessions_check_reason before insert or update of cancel_reason on sessions
  for each row when (new.cancel_reason <> '') execute function app.check_reason('cancel_reason');
create trigger session_people_check_reason before insert or update of despite on session_people
  for each row when (new.despite <> '') execute function app.check_reason('despite');
create trigger tie_waivers_check_reason before insert or update of reason on tie_waivers
  for each row execute function app.check_reason('reason', 'needed');
create trigger triages_check_reason before insert or update of override_reason on triages
  for each row when (new.override_reason <> '') execute function app.check_reason('override_reason');
create trigger dispute_restrictions_check_reason before insert or update of reason on dispute_restrictions
  for each row execute function app.check_reason('reason', 'needed');
create trigger dispute_restrictions_check_release_reason before insert or update of release_reason on dispute_restrictions
  for each row when (new.release_reason <> '') execute function app.check_reason('release_reason');
create trigger reading_windows_check_reason before insert or update of reason on reading_windows
  for each row execute function app.check_reason('reason', 'needed');
create trigger gate_answers_check_reason before insert or update of reason on gate_answers
  for each row when (new.reason <> '') execute function app.check_reason('reason');
create trigger violation_findings_check_basis before insert or update of basis on violation_findings
  for each row execute function app.check_reason('basis', 'needed');
create trigger guardian_summonses_check_reason before insert or update of exception_reason on guardian_summonses
  for each row when (new.exception_reason <> '') execute function app.check_reason('exception_reason');
create trigger settlement_applications_check_reason before insert or update of decision_reason on settlement_applications
  for each row when (new.decision_reason <> '') execute function app.check_reason('decision_reason');
create trigger person_roles_check_reason before insert or update of reason on person_roles
  for each row execute function app.check_reason('reason', 'needed');
create trigger person_roles_check_ended_reason before insert or update of ended_reason on person_roles
  for each row when (new.ended_reason <> '') execute function app.check_reason('ended_reason');
