create trigger consultations_stay_as_said before update on consultations
  for each row execute function app.check_consultation();

create trigger consultations_point_of_station before insert or update of point_id, station_id on consultations
  for each row execute function app.check_place('consultations_point_of_station');
