create constraint trigger disputes_counted after insert on disputes
  deferrable initially deferred for each row execute function app.recount_after();

create constraint trigger disputes_counted_again after update on disputes deferrable initially deferred for each row
  when ((new.counted_station_id, new.type, new.registered_at, new.not_accepted_at, new.not_accepted_on, new.merged_at, new.relapse_of)
    is distinct from (old.counted_station_id, old.type, old.registered_at, old.not_accepted_at, old.not_accepted_on, old.merged_at, old.relapse_of))
  execute function app.recount_after();

create constraint trigger proceedings_counted after insert or delete on proceedings
  deferrable initially deferred for each row execute function app.recount_after();

create constraint trigger proceedings_counted_again after update on proceedings deferrable initially deferred for each row
  when ((new.track, new.ordinal, new.accepted_at, new.ended_at, new.outcome) is distinct from (old.track, old.ordinal, old.accepted_at, old.ended_at, old.outcome))
  execute function app.recount_after();

create constraint trigger agreements_counted after insert on agreements deferrable initially deferred for each row
  when (new.effective_at is not null) execute function app.recount_after();

create constraint trigger agreements_counted_again after update on agreements deferrable initially deferred for each row
  when (new.effective_at is distinct from old.effective_at) execute function app.recount_after();

create constraint trigger agreements_counted_no_more after delete on agreements deferrable initially deferred for each row
  when (old.effective_at is not null) execute function app.recount_after();

create constraint trigger obligations_counted after insert or delete on obligations
  deferrable initially deferred for each row execute function app.recount_owed();

create constraint trigger obligations_counted_again after update on obligations deferrable initially deferred for each row
  when ((new.agreement_id, new.due_on, new.performed_at, new.superseded_at) is distinct from (old.agreement_id, old.due_on, old.performed_at, old.superseded_at)) execute function app.recount_owed();

create constraint trigger police_calls_counted after insert on police_calls deferrable initially deferred for each row
  when (new.dispute_id is not null) execute function app.recount_after();

create constraint trigger police_calls_counted_again after update on police_calls deferrable initially deferred for each row
  when ((new.dispute_id, new.called_at, new.recorded_at) is distinct from (old.dispute_id, old.called_at, old.recorded_at)) execute function app.recount_after();

create constraint trigger police_calls_counted_no_more after delete on police_calls deferrable initially deferred for each row
  when (old.dispute_id is not null) execute function app.recount_after();

-- Figures of the forces.
create constraint trigger disputes_forces_counted after update on disputes deferrable initially deferred for each row
  when (new.counted_station_id is distinct from old.counted_station_id) execute function app.recount_forces_after();

create constraint trigger invitations_forces_counted after insert or delete on invitations
  deferrable initially deferred for each row execute function app.recount_forces_after();

create constraint trigger invitations_forces_counted_again after update on invitations deferrable initially deferred for each row
  when ((new.status, new.sent_at, new.answered_at, new.force_code, new.person_id, new.proceeding_id)
    is distinct from (old.status, old.sent_at, old.answered_at, old.force_code, old.person_id, old.proceeding_id))
  execute function app.recount_forces_after();

create constraint trigger sessions_forces_counted after update on sessions deferrable initially deferred for each row
  when ((new.status = 'ended' or old.status = 'ended')
    and (new.status, new.starts_at, new.proceeding_id) is distinct from (old.status, old.starts_at, old.proceeding_id))
  execute function app.recount_forces_after();

create constraint trigger session_people_forces_counted after insert on session_people deferrable initially deferred for each row
  when (new.attendance in ('present', 'absent') and new.person_id is not null) execute function app.recount_forces_after();

create constraint trigger session_people_forces_counted_again after update on session_people deferrable initially deferred for each row
  when ((new.attendance, new.person_id) is distinct from (old.attendance, old.person_id) and num_nonnulls(new.person_id, old.person_id) > 0)
  execute function app.recount_forces_after();

create constraint trigger session_people_forces_counted_no_more after delete on session_people deferrable initially deferred for each row
  when (old.attendance in ('present', 'absent') and old.person_id is not null) execute function app.recount_forces_after();
