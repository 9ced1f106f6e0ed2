create trigger town_hall_meetings_in_use before insert or update of room_id on town_hall_meetings
  for each row execute function app.check_meeting();

create trigger town_halls_room_of_station before insert or update of room_id, station_id on town_halls
  for each row execute function app.check_place('town_halls_room_of_station');

create trigger town_hall_meetings_room_of_station before insert or update of room_id on town_hall_meetings
  for each row execute function app.check_place('town_hall_meetings_room_of_station');

create trigger town_halls_chair_of_station before insert or update of chair_id, station_id on town_halls
  for each row execute function app.check_chair();

create constraint trigger slots_hours_of_booking after insert or update of starts_at, ends_at, status, room_id on town_hall_meetings
  deferrable initially deferred for each row execute function app.check_booked_hours();
