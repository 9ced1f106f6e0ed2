create trigger consultations_stay_as_said before insert or update on consultations
  for each row execute function app.check_consultation();

create trigger consultations_point_of_station before insert or update of point_id, station_id on consultations
  for each row execute function app.check_place('consultations_point_of_station');

create trigger duty_shifts_by_lawyer before insert or update of person_id on duty_shifts
  for each row execute function app.check_duty_shift();
