create trigger sessions_consent_first before insert on sessions
  for each row execute function app.check_session();

create trigger sessions_drop_open_polls after update of status on sessions
  for each row when (new.status <> 'booked' and old.status = 'booked') execute function app.drop_open_polls();

create trigger sessions_room_in_use before insert or update of room_id on sessions
  for each row execute function app.check_room();

create trigger sessions_running_stay before update on sessions
  for each row when (old.started_at is not null) execute function app.check_running();

create trigger sessions_stay_as_held before update on sessions
  for each row when (old.status = 'ended' and (new.status, new.kind, new.mode, new.result, new.starts_at, new.ends_at, new.started_at, new.entered_at,
      new.room_id, new.place, new.proceeding_id, new.others_present) is distinct from (old.status, old.kind, old.mode, old.result, old.starts_at,
      old.ends_at, old.started_at, old.entered_at, old.room_id, old.place, old.proceeding_id, old.others_present))
  execute function app.check_as_held();

create trigger session_people_stay_as_recorded before insert or delete or update of attendance, spoken_by_link_id, party_id, person_id, session_id
  on session_people for each row execute function app.check_attendance_stays();

-- A seat is somebody's at one session: another one is another row, which is asked everything anew.
create trigger session_people_stay_whose before update of session_id, party_id, person_id on session_people
  for each row when ((new.session_id, new.party_id, new.person_id) is distinct from (old.session_id, old.party_id, old.person_id))
  execute function app.check_whose_seat();

create trigger session_people_come_when_held before insert or update of attendance on session_people
  for each row when (new.attendance <> 'expected') execute function app.check_come_when_held();

create trigger session_people_present_stay before delete on session_people
  for each row when (old.attendance = 'present') execute function app.check_present_stay();

create constraint trigger sessions_video_has_link after insert or update of mode on sessions
  deferrable initially deferred for each row when (new.mode = 'video') execute function app.check_video();

create constraint trigger sessions_video_has_link after delete on video_links
  deferrable initially deferred for each row execute function app.check_video();

create trigger sessions_not_ahead after insert or update of status, starts_at, started_at, entered_at on sessions
  for each row when (new.status = 'ended') execute function app.check_held();

create trigger slots_calendar after insert or update or delete on slots
  for each row execute function app.keep_calendar();

create constraint trigger slots_hours_of_booking after insert or update on slots
  deferrable initially deferred for each row execute function app.check_slot_hours();

create constraint trigger slots_kept_while_booked after delete or update of session_id, meeting_id, resource_id on slots
  deferrable initially deferred for each row execute function app.check_slot_hours();

create constraint trigger slots_hours_of_booking after insert or update of starts_at, ends_at, status, room_id, held_until on sessions
  deferrable initially deferred for each row execute function app.check_booked_hours();

create trigger session_people_in_office before insert on session_people
  for each row when (new.person_id is not null) execute function app.check_seat();

create constraint trigger session_people_can_come after insert or update of despite on session_people
  deferrable initially deferred for each row when (new.person_id is not null and new.despite = '') execute function app.check_seat_free();

create constraint trigger session_people_can_come after update of starts_at, ends_at on sessions
  deferrable initially deferred for each row when ((new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at))
  execute function app.check_seat_free();

create trigger notes_name_proceeding before insert or update of proceeding_id on notes
  for each row execute function app.name_proceeding();

create trigger session_tellings_append_only before update or delete on session_tellings
  for each row execute function app.refuse_change('session_tellings_append_only');

create trigger session_records_say_why before insert on session_records
  for each row execute function app.check_record();

create constraint trigger sessions_failed_say_why after insert or update of result, status on sessions
  deferrable initially deferred for each row when (new.result = 'failed' and new.kind = 'joint' and new.status = 'ended')
  execute function app.check_failed_session();

create constraint trigger sessions_ended_have_record after insert or update of status on sessions
  deferrable initially deferred for each row when (new.status = 'ended') execute function app.check_session_recorded();

create constraint trigger session_records_of_held after insert on session_records
  deferrable initially deferred for each row execute function app.check_session_recorded();

create trigger session_records_append_only before update or delete on session_records
  for each row execute function app.refuse_change('session_records_append_only');

create trigger sessions_room_of_station before insert or update of room_id on sessions
  for each row execute function app.check_place('sessions_room_of_station');

create trigger slots_of_booking before insert or update of resource, resource_id, session_id, meeting_id on slots
  for each row execute function app.check_slot();

create trigger sessions_stay_released before update of status, proceeding_id on sessions
  for each row when (new.status = 'booked' and old.status <> 'booked') execute function app.check_still_open('sessions_while_open');

create trigger sessions_kept before update on sessions
  for each row execute function app.check_kept_columns('dispute_id', 'proceeding_id', 'ordinal', 'kind');

create trigger sessions_by_whose_work before update on sessions
  for each row execute function app.check_helper_columns('status', 'at_risk_since', 'held_until', 'cancel_reason', 'version');
