create trigger town_hall_meetings_in_use before insert or update of room_id on town_hall_meetings
  for each row execute function app.check_meeting();
