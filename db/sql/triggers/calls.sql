create trigger clues_point_of_station before insert or update of point_id, station_id on clues
  for each row execute function app.check_place('clues_point_of_station');
create trigger police_calls_place_key before insert or update of place, place_key on police_calls
  for each row execute function app.keep_place_key();

create trigger police_calls_kept before update on police_calls
  for each row execute function app.check_kept_columns('number', 'station_id', 'called_at', 'place', 'summary', 'incident_id', 'caller_name', 'phone', 'recorded_by', 'recorded_at');

create trigger clues_kept before update on clues
  for each row execute function app.check_kept_columns('reporter_id', 'place', 'text', 'reported_at');

create trigger clues_moved_by_station before update on clues
  for each row execute function app.check_clue_keeper();

-- What was attached to a matter stays with it, so that nothing that came back after an end is taken off the record: only a
-- merge of two registrations moves it, and its undoing.
create trigger police_calls_stay_attached before update of dispute_id on police_calls
  for each row when (old.dispute_id is not null and new.dispute_id is distinct from old.dispute_id)
  execute function app.check_stays_attached('police_calls_stay_attached');

create trigger clues_stay_attached before update of dispute_id on clues
  for each row when (old.dispute_id is not null and new.dispute_id is distinct from old.dispute_id)
  execute function app.check_stays_attached('clues_stay_attached');

create trigger repeat_groups_stay_attached before update of dispute_id on repeat_groups
  for each row when (old.dispute_id is not null and new.dispute_id is distinct from old.dispute_id)
  execute function app.check_stays_attached('repeat_groups_stay_attached');
