create trigger stations_close_without_work before update of disabled_at on stations
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('station');

create trigger committees_close_without_work before update of disabled_at on committees
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('committee');

create trigger contact_points_close_without_work before update of disabled_at on contact_points
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_closing('point');

create trigger disputes_at_open_place before insert or update of station_id, committee_id, point_id on disputes
  for each row execute function app.check_open_place();
