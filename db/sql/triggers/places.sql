create trigger stations_close_without_work before update of disabled_at on stations
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('station');

create trigger committees_close_without_work before update of disabled_at on committees
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('committee');

create trigger contact_points_close_without_work before update of disabled_at on contact_points
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('point');

create trigger rooms_close_without_work before update of disabled_at on rooms
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('room');

create trigger contact_points_successor before insert or update of successor_id, station_id on contact_points
  for each row when (new.successor_id is not null) execute function app.check_successor();

create trigger rooms_successor before insert or update of successor_id, point_id on rooms
  for each row when (new.successor_id is not null) execute function app.check_successor();

create constraint trigger places_successor_when_closed after insert or update of successor_id, disabled_at on contact_points
  deferrable initially deferred for each row when (new.successor_id is not null) execute function app.check_succeeded();

create constraint trigger places_successor_when_closed after insert or update of successor_id, disabled_at on rooms
  deferrable initially deferred for each row when (new.successor_id is not null) execute function app.check_succeeded();

create trigger clues_at_open_place before insert or update of station_id, point_id on clues
  for each row execute function app.check_place_in_use('clues_at_open_place');

create trigger consultations_at_open_place before insert or update of station_id, point_id on consultations
  for each row execute function app.check_place_in_use('consultations_at_open_place');

create trigger people_at_open_place before insert or update of station_id, committee_id, point_id on people
  for each row execute function app.check_place_in_use('people_at_open_place');

create trigger disputes_at_open_place before insert or update of station_id, committee_id, point_id, counted_point_id, counted_station_id on disputes
  for each row execute function app.check_open_place();

create trigger stations_successor before insert or update of successor_id on stations
  for each row when (new.successor_id is not null) execute function app.check_successor();

create trigger committees_successor before insert or update of successor_id on committees
  for each row when (new.successor_id is not null) execute function app.check_successor();

create constraint trigger places_successor_when_closed after insert or update of successor_id, disabled_at on stations
  deferrable initially deferred for each row when (new.successor_id is not null) execute function app.check_succeeded();

create constraint trigger places_successor_when_closed after insert or update of successor_id, disabled_at on committees
  deferrable initially deferred for each row when (new.successor_id is not null) execute function app.check_succeeded();

create trigger stations_successor_followed after update of successor_id on stations
  for each row when (new.successor_id is not null and new.successor_id is distinct from old.successor_id) execute function app.follow_successor();

create trigger committees_successor_followed after update of successor_id on committees
  for each row when (new.successor_id is not null and new.successor_id is distinct from old.successor_id) execute function app.follow_successor();

create trigger contact_points_stay_with_station before update of station_id on contact_points
  for each row when (new.station_id <> old.station_id) execute function app.check_point_station();

create trigger contact_points_at_open_place before insert or update of station_id on contact_points
  for each row execute function app.check_place_in_use('contact_points_at_open_place');

create trigger police_calls_at_open_place before insert or update of station_id on police_calls
  for each row execute function app.check_place_in_use('police_calls_at_open_place');

create trigger repeat_groups_at_open_place before insert or update of station_id on repeat_groups
  for each row execute function app.check_place_in_use('repeat_groups_at_open_place');

create trigger town_halls_at_open_place before insert or update of station_id on town_halls
  for each row execute function app.check_place_in_use('town_halls_at_open_place');

create trigger duty_leaders_at_open_place before insert or update of station_id on duty_leaders
  for each row execute function app.check_place_in_use('duty_leaders_at_open_place');

create trigger panel_rules_at_open_place before insert or update of committee_id on panel_rules
  for each row execute function app.check_place_in_use('panel_rules_at_open_place');

create trigger rules_at_open_place before insert or update of committee_id on rules
  for each row execute function app.check_place_in_use('rules_at_open_place');

create trigger proceedings_at_open_place before insert or update of station_id, committee_id on proceedings
  for each row execute function app.check_place_in_use('proceedings_at_open_place');
