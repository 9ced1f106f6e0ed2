-- app.check_days(refusal, columns): what happened did not happen in days to come, nor before what has to come first. Others
-- of the kind are asked where more is asked of them (clocks.sql, agreements.sql, performance.sql).

create trigger disputes_began_before_entry before insert or update of started_on on disputes
  for each row when (new.started_on is not null) execute function app.check_days('disputes_began_before_entry', 'started_on');

create trigger disputes_refused_when_it_happened after insert or update of not_accepted_on, not_accepted_at on disputes
  for each row when (new.not_accepted_on is not null) execute function app.check_refused_on();

create trigger parties_born_before_today before insert or update of born_on, born_year on parties
  for each row when (num_nonnulls(new.born_on, new.born_year) > 0) execute function app.check_days('parties_born_before_today', 'born_on,born_year');

create trigger party_exits_when_it_happened before insert on party_exits
  for each row execute function app.check_days('party_exits_when_it_happened', 'happened_on');

create trigger party_successions_when_it_happened before insert or update of told_on, answered_on on party_successions
  for each row execute function app.check_days('party_successions_when_it_happened', 'told_on,answered_on');

create trigger elections_when_it_happened before insert on elections
  for each row execute function app.check_days('elections_when_it_happened', 'elected_on');

create trigger party_links_authorised_when_it_happened before insert on party_links
  for each row when (new.authorised_on is not null) execute function app.check_days('party_links_authorised_when_it_happened', 'authorised_on');

create trigger party_links_ended_when_it_happened before insert or update of ended_on on party_links
  for each row when (new.ended_on is not null) execute function app.check_days('party_links_ended_when_it_happened', 'ended_on');

create trigger breaches_when_it_happened before insert on breaches
  for each row execute function app.check_days('breaches_when_it_happened', 'breached_on');

create trigger ledger_contests_when_it_happened before insert on ledger_contests
  for each row execute function app.check_days('ledger_contests_when_it_happened', 'said_on');

create trigger ledger_contest_ends_when_it_happened before insert on ledger_contest_ends
  for each row execute function app.check_days('ledger_contest_ends_when_it_happened', 'ended_on');

create trigger urges_when_it_happened before insert on urges
  for each row execute function app.check_days('urges_when_it_happened', 'urged_at');

create trigger transfers_reported_when_it_happened before insert or update of result_at on transfers
  for each row when (new.result_at is not null) execute function app.check_days('transfers_reported_when_it_happened', 'result_at');

create trigger assignments_answered_when_it_happened before insert or update of answered_at on assignments
  for each row when (new.answered_at is not null) execute function app.check_days('assignments_answered_when_it_happened', 'answered_at');

create trigger tie_waivers_when_it_happened before insert on tie_waivers
  for each row execute function app.check_days('tie_waivers_when_it_happened', 'waived_at');

create trigger clue_steps_when_it_happened before insert on clue_steps
  for each row execute function app.check_days('clue_steps_when_it_happened', 'taken_at');

create trigger transfers_answered_when_it_happened before insert or update of answered_on on transfers
  for each row when (new.answered_on is not null) execute function app.check_days('transfers_answered_when_it_happened', 'answered_on');

create trigger gate_steps_when_it_happened before insert or update of done_on on gate_steps
  for each row when (new.done_on is not null) execute function app.check_days('gate_steps_when_it_happened', 'done_on');

create trigger case_accounts_when_it_happened before insert on case_accounts
  for each row execute function app.check_days('case_accounts_when_it_happened', 'happened_at');

create trigger settlement_applications_when_it_happened before insert on settlement_applications
  for each row execute function app.check_days('settlement_applications_when_it_happened', 'agreed_on,performed_on,applied_on');

create trigger endings_failed_when_it_happened before insert on endings
  for each row when (new.failed_on is not null) execute function app.check_days('endings_failed_when_it_happened', 'failed_on');

create trigger lead_requests_told_when_it_happened before insert or update of told_on on lead_requests
  for each row when (new.told_on is not null) execute function app.check_days('lead_requests_told_when_it_happened', 'told_on');

create trigger party_changes_since_when_it_happened before insert on party_changes
  for each row when (new.since is not null) execute function app.check_days('party_changes_since_when_it_happened', 'since');

-- app.check_not_ahead(refusal, columns): the same of instants that people enter: a beginning, a call, what was said and heard.

create trigger sessions_started_when_it_happened before insert or update of started_at on sessions
  for each row when (new.started_at is not null) execute function app.check_not_ahead('sessions_started_when_it_happened', 'started_at');

create trigger session_tellings_when_it_happened before insert on session_tellings
  for each row execute function app.check_not_ahead('session_tellings_when_it_happened', 'told_at');

create trigger invitations_answered_when_it_happened before insert or update of answered_at on invitations
  for each row when (new.answered_at is not null) execute function app.check_not_ahead('invitations_answered_when_it_happened', 'answered_at');

create trigger interpreter_askings_answered_when_it_happened before insert or update of answered_at on interpreter_askings
  for each row when (new.answered_at is not null) execute function app.check_not_ahead('interpreter_askings_answered_when_it_happened', 'answered_at');

create trigger interpreters_told_when_it_happened before insert or update of told_at on interpreters
  for each row when (new.told_at is not null) execute function app.check_not_ahead('interpreters_told_when_it_happened', 'told_at');

create trigger police_calls_when_it_happened before insert or update of called_at on police_calls
  for each row execute function app.check_not_ahead('police_calls_when_it_happened', 'called_at');

create trigger guardian_summonses_when_it_happened before insert on guardian_summonses
  for each row execute function app.check_not_ahead('guardian_summonses_when_it_happened', 'told_at');
