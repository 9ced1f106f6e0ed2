create trigger clocks_begin before insert on clocks
  for each row execute function app.check_new_clock();

create trigger clocks_guard before update on clocks
  for each row execute function app.check_clock();

create trigger clocks_followed after insert or update of due_on on clocks
  for each row when (new.kind <> 'confirmation') execute function app.follow_clock();

create trigger clocks_second_session_held after insert or update of started_on on clocks
  for each row when (new.kind = 'secondSession' and new.stopped_on is null) execute function app.stop_second_session();

create trigger clocks_stopped_by_agreement after update of status on agreements
  for each row when (new.status = 'effective' and old.status <> 'effective') execute function app.stop_clocks();

create trigger clocks_stopped_by_session after insert or update of status on sessions
  for each row when (new.status = 'ended') execute function app.stop_clocks();

create trigger clocks_stopped_by_end after update of ended_at on proceedings
  for each row when (new.ended_at is not null and old.ended_at is null) execute function app.stop_clocks();

create trigger clocks_restarted after update of ended_at on proceedings
  for each row when (new.ended_at is null and old.ended_at is not null) execute function app.restart_clocks();

create trigger clocks_stopped_by_application after insert on clock_changes
  for each row when (new.kind = 'applied') execute function app.stop_clocks();

create trigger endings_guard before insert on endings
  for each row execute function app.check_ending();

create trigger clock_changes_guard before insert on clock_changes
  for each row execute function app.check_clock_change();

create trigger clock_changes_append_only before update or delete on clock_changes
  for each row execute function app.refuse_change('clock_changes_append_only');

create trigger proceedings_acceptance_new before insert on proceedings
  for each row when (new.accepted_on is not null) execute function app.check_accepted_on();

create trigger proceedings_acceptance_guard before update of accepted_on on proceedings
  for each row when (new.accepted_on is distinct from old.accepted_on) execute function app.check_accepted_on();

create trigger notices_said_on before insert on notices
  for each row when (new.happened_on is not null) execute function app.check_said_on();

create trigger consents_said_on before insert on consents
  for each row when (new.happened_on is not null) execute function app.check_said_on();
