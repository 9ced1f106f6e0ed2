-- Nobody writes down in another's name who did something: these columns say whoever acts. Policies say the same of the other
-- tables. Not here: who told a party (a colleague may have), and who asked a helper whose place another one takes.

create trigger agreements_in_own_name before insert or update of drafted_by on agreements
  for each row execute function app.check_own_name('drafted_by');
create trigger assignments_in_own_name before insert or update of asked_by, answered_by, settled_by on assignments
  for each row execute function app.check_own_name('asked_by', 'answered_by', 'settled_by');
create trigger breaches_in_own_name before insert or update of recorded_by on breaches
  for each row execute function app.check_own_name('recorded_by');
create trigger clues_in_own_name before insert or update of handled_by on clues
  for each row execute function app.check_own_name('handled_by');
create trigger clock_changes_in_own_name before insert or update of recorded_by on clock_changes
  for each row execute function app.check_own_name('recorded_by');
create trigger consents_in_own_name before insert or update of recorded_by on consents
  for each row execute function app.check_own_name('recorded_by');
create trigger consultations_in_own_name before insert or update of linked_by on consultations
  for each row execute function app.check_own_name('linked_by');
create trigger dispute_links_in_own_name before insert or update of linked_by, removed_by on dispute_links
  for each row execute function app.check_own_name('linked_by', 'removed_by');
create trigger dispute_merges_in_own_name before insert or update of merged_by, undone_by on dispute_merges
  for each row execute function app.check_own_name('merged_by', 'undone_by');
create trigger disputes_in_own_name before insert or update of registered_by on disputes
  for each row execute function app.check_own_name('registered_by');
create trigger duty_leaders_in_own_name before insert or update of set_by on duty_leaders
  for each row execute function app.check_own_name('set_by');
create trigger endings_in_own_name before insert or update of ended_by on endings
  for each row execute function app.check_own_name('ended_by');
create trigger fact_signatures_in_own_name before insert or update of recorded_by on fact_signatures
  for each row execute function app.check_own_name('recorded_by');
create trigger fact_statements_in_own_name before insert or update of written_by on fact_statements
  for each row execute function app.check_own_name('written_by');
create trigger follow_up_visits_in_own_name before insert or update of visited_by on follow_up_visits
  for each row execute function app.check_own_name('visited_by');
create trigger gate_answers_in_own_name before insert or update of given_by on gate_answers
  for each row when (new.given_by is distinct from app.person()) execute function app.check_own_name('given_by');
create trigger gate_steps_in_own_name before insert or update of opened_by, done_by on gate_steps
  for each row execute function app.check_own_name('opened_by', 'done_by');
create trigger guardian_summonses_in_own_name before insert or update of recorded_by on guardian_summonses
  for each row execute function app.check_own_name('recorded_by');
create trigger instructions_in_own_name before insert or update of given_by, answered_by, withdrawn_by on instructions
  for each row execute function app.check_own_name('given_by', 'answered_by', 'withdrawn_by');
create trigger interpreter_askings_in_own_name before insert or update of asked_by, entered_by on interpreter_askings
  for each row execute function app.check_own_name('asked_by', 'entered_by');
create trigger interpreters_in_own_name before insert or update of named_by, told_by, recorded_by, ended_by on interpreters
  for each row execute function app.check_own_name('named_by', 'told_by', 'recorded_by', 'ended_by');
create trigger interpreting_needs_in_own_name before insert or update of recorded_by on interpreting_needs
  for each row execute function app.check_own_name('recorded_by');
create trigger ledger_contests_in_own_name before insert or update of recorded_by on ledger_contests
  for each row execute function app.check_own_name('recorded_by');
create trigger ledger_contest_ends_in_own_name before insert or update of recorded_by on ledger_contest_ends
  for each row execute function app.check_own_name('recorded_by');
create trigger lead_requests_in_own_name before insert or update of told_by on lead_requests
  for each row execute function app.check_own_name('told_by');
create trigger notices_in_own_name before insert or update of given_by on notices
  for each row execute function app.check_own_name('given_by');
create trigger number_polls_in_own_name before insert or update of opened_by on number_polls
  for each row execute function app.check_own_name('opened_by');
create trigger party_exits_in_own_name before insert or update of recorded_by, undone_by on party_exits
  for each row execute function app.check_own_name('recorded_by', 'undone_by');
create trigger party_links_in_own_name before insert or update of ended_by on party_links
  for each row execute function app.check_own_name('ended_by');
create trigger party_successions_in_own_name before insert or update of told_by on party_successions
  for each row execute function app.check_own_name('told_by');
create trigger party_times_in_own_name before insert or update of recorded_by on party_times
  for each row execute function app.check_own_name('recorded_by');
create trigger performances_in_own_name before insert or update of recorded_by on performances
  for each row execute function app.check_own_name('recorded_by');
create trigger police_calls_in_own_name before insert or update of recorded_by on police_calls
  for each row execute function app.check_own_name('recorded_by');
create trigger repeat_groups_in_own_name before insert or update of activated_by on repeat_groups
  for each row execute function app.check_own_name('activated_by');
create trigger seals_in_own_name before insert or update of sealed_by on seals
  for each row execute function app.check_own_name('sealed_by');
create trigger session_records_in_own_name before insert or update of written_by on session_records
  for each row execute function app.check_own_name('written_by');
create trigger sessions_in_own_name before insert or update of booked_by on sessions
  for each row execute function app.check_own_name('booked_by');
create trigger settlement_applications_in_own_name before insert or update of recorded_by on settlement_applications
  for each row execute function app.check_own_name('recorded_by');
create trigger signing_requests_in_own_name before insert or update of asked_by on signing_requests
  for each row execute function app.check_own_name('asked_by');
create trigger signatures_in_own_name before insert or update of recorded_by on signatures
  for each row execute function app.check_own_name('recorded_by');
create trigger tie_waivers_in_own_name before insert or update of waived_by on tie_waivers
  for each row execute function app.check_own_name('waived_by');
create trigger ties_in_own_name before insert or update of recorded_by on ties
  for each row execute function app.check_own_name('recorded_by');
create trigger transfers_in_own_name before insert or update of withdrawn_by, result_by on transfers
  for each row execute function app.check_own_name('withdrawn_by', 'result_by');
create trigger triages_in_own_name before insert or update of decided_by on triages
  for each row execute function app.check_own_name('decided_by');
create trigger urges_in_own_name before insert or update of urged_by on urges
  for each row execute function app.check_own_name('urged_by');
create trigger video_links_in_own_name before insert or update of set_by on video_links
  for each row execute function app.check_own_name('set_by');
create trigger violation_findings_in_own_name before insert or update of found_by on violation_findings
  for each row execute function app.check_own_name('found_by');
create trigger registration_slips_in_own_name before insert or update of made_by, revoked_by on registration_slips
  for each row execute function app.check_own_name('made_by', 'revoked_by');
create trigger clue_steps_in_own_name before insert or update of taken_by on clue_steps
  for each row execute function app.check_own_name('taken_by');
create trigger person_roles_in_own_name before insert or update of given_by, ended_by on person_roles
  for each row execute function app.check_own_name('given_by', 'ended_by');
