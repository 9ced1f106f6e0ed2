create trigger people_point_of_station before insert or update of point_id, station_id on people
  for each row execute function app.check_place('people_point_of_station');
