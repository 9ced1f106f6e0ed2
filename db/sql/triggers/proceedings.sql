create trigger proceedings_open_access after insert on proceedings
  for each row execute function app.open_access();

create constraint trigger proceedings_access after insert on proceedings
  deferrable initially deferred for each row execute function app.settle_access();

create constraint trigger proceedings_access_moves after update on proceedings
  deferrable initially deferred for each row
  when ((new.lead_person_id, new.ended_at, new.archived_at) is distinct from (old.lead_person_id, old.ended_at, old.archived_at)) execute function app.settle_access();

create trigger proceedings_state_followed after update of archived_at on proceedings
  for each row when (new.archived_at is distinct from old.archived_at) execute function app.follow_state();

create trigger proceedings_guard before update on proceedings
  for each row execute function app.check_proceeding_end();

create trigger proceedings_exit_guard before insert or update of outcome on proceedings
  for each row execute function app.check_exit();

create trigger proceedings_by_whose_work before update on proceedings
  for each row when ((new.status, new.ended_at, new.outcome, new.archived_at, new.dossier_number, new.retention, new.due_on,
      new.lead_person_id, new.lead_unit, new.assistant_id) is distinct from
    (old.status, old.ended_at, old.outcome, old.archived_at, old.dossier_number, old.retention, old.due_on,
      old.lead_person_id, old.lead_unit, old.assistant_id)) execute function app.check_whose_work();

create trigger proceedings_lead_in_office before insert or update of lead_person_id on proceedings
  for each row execute function app.check_lead();

create trigger proceedings_lead_stays_in_session before update of lead_person_id on proceedings
  for each row when (new.lead_person_id <> old.lead_person_id and new.ended_at is null) execute function app.check_lead_in_session();

create trigger notices_append_only before update or delete on notices
  for each row execute function app.refuse_change('notices_append_only');

create trigger consents_append_only before update or delete on consents
  for each row execute function app.refuse_change('consents_append_only');

create trigger endings_ground before insert on endings
  for each row execute function app.check_ending_ground();

create trigger endings_told before insert on endings
  for each row execute function app.check_ending_told();

create trigger endings_append_only before update or delete on endings
  for each row execute function app.refuse_change('endings_append_only');

create trigger proceedings_lead_granted before insert or update of lead_person_id on proceedings
  for each row execute function app.check_own_lead();

create trigger access_requests_guard before insert or update on access_requests
  for each row execute function app.check_access_request();

-- After the other guards, which go by their names.
create trigger proceedings_start_accepted after insert on proceedings
  for each row execute function app.check_new_proceeding();

create constraint trigger proceedings_end_with_ending after insert or update of ended_at, outcome on proceedings
  deferrable initially deferred for each row when (new.ended_at is not null) execute function app.check_ended();

create constraint trigger endings_of_ended after insert on endings
  deferrable initially deferred for each row execute function app.check_ending_ended();

create constraint trigger proceedings_end_releases after insert or update of ended_at, archived_at on proceedings
  deferrable initially deferred for each row when (new.ended_at is not null) execute function app.check_released();

create trigger proceedings_move_by_lifecycle before update of status on proceedings
  for each row when (new.status <> old.status) execute function app.check_status_move();

create constraint trigger proceedings_status_has_paper after update of status on proceedings
  deferrable initially deferred for each row when (new.status <> old.status and new.status in ('signing', 'performing', 'performed'))
  execute function app.check_status_paper();

create constraint trigger proceedings_status_has_session after update of status on proceedings
  deferrable initially deferred for each row when (new.status <> old.status and new.status in ('scheduled', 'mediating', 'agreed'))
  execute function app.check_status_session();

-- And what was not accepted is not dealt with: it goes back to triage first.
create constraint trigger proceedings_of_accepted after insert on proceedings
  deferrable initially deferred for each row execute function app.check_accepted_dispute();

-- What makes of a withdrawal a settlement (app.is_untouched) is not written after it.
create trigger notices_while_running before insert on notices
  for each row execute function app.check_still_open('notices_while_running');

create trigger consents_while_running before insert on consents
  for each row execute function app.check_still_open('consents_while_running');

create trigger disputes_not_accepted_while_none_runs before update of not_accepted_at on disputes
  for each row when (new.not_accepted_at is not null and old.not_accepted_at is null)
  execute function app.check_not_accepted();
