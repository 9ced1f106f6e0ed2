create trigger disputes_access before insert on disputes
  for each row execute function app.grant_dispute();

create constraint trigger disputes_have_two_sides after insert on disputes
  deferrable initially deferred for each row execute function app.check_two_sides();

create trigger triages_append_only before update or delete on triages
  for each row execute function app.refuse_change('triages_append_only');

create trigger disputes_point_of_station before insert or update of point_id, station_id on disputes
  for each row execute function app.check_place('disputes_point_of_station');
