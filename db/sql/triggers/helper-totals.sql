create constraint trigger invitations_counted after insert or delete on invitations
  deferrable initially deferred for each row execute function app.recount_helpers_after();

-- Reading an invitation changes nothing that is counted.
create constraint trigger invitations_counted_again after update on invitations deferrable initially deferred for each row
  when ((new.person_id, new.proceeding_id, new.sent_at, new.answered_at) is distinct from (old.person_id, old.proceeding_id, old.sent_at, old.answered_at)
    or new.status <> old.status and (new.status not in ('sent', 'seen') or old.status not in ('sent', 'seen')))
  execute function app.recount_helpers_after();

create constraint trigger proceedings_counted_for_helpers after update on proceedings deferrable initially deferred for each row
  when ((new.ended_at, new.outcome) is distinct from (old.ended_at, old.outcome)) execute function app.recount_helpers_after();

create constraint trigger sessions_counted after insert on sessions deferrable initially deferred for each row
  when (new.status = 'ended') execute function app.recount_helpers_after();

create constraint trigger sessions_counted_again after update on sessions deferrable initially deferred for each row
  when ((new.status = 'ended' or old.status = 'ended')
    and (new.status, new.starts_at, new.ends_at, new.result) is distinct from (old.status, old.starts_at, old.ends_at, old.result))
  execute function app.recount_helpers_after();

-- Somebody who is only expected has not come yet: booking counts nothing.
create constraint trigger session_people_counted after insert on session_people deferrable initially deferred for each row
  when (new.person_id is not null and new.attendance <> 'expected') execute function app.recount_helpers_after();

create constraint trigger session_people_counted_again after update on session_people deferrable initially deferred for each row
  when ((new.session_id, new.person_id, new.attendance) is distinct from (old.session_id, old.person_id, old.attendance)
    and num_nonnulls(new.person_id, old.person_id) > 0)
  execute function app.recount_helpers_after();

create constraint trigger session_people_counted_no_more after delete on session_people deferrable initially deferred for each row
  when (old.person_id is not null and old.attendance <> 'expected') execute function app.recount_helpers_after();
