create trigger feed_tokens_of_live_account before insert or update of created_by, resource, revoked_at on feed_tokens
  for each row execute function app.check_feed();

create trigger people_end_feeds after update of disabled_at, role on people
  for each row execute function app.end_feeds();

create trigger accounts_end_feeds after update of disabled_at or delete on accounts
  for each row execute function app.end_feeds();

create trigger rooms_calendar after update of name on rooms
  for each row when (new.name <> old.name) execute function app.keep_calendar_place('room');

create trigger rooms_feeds_follow after update of successor_id on rooms
  for each row when (new.successor_id is not null and new.successor_id is distinct from old.successor_id) execute function app.follow_room();

create trigger contact_points_calendar after update of name, address on contact_points
  for each row when (new.name <> old.name or new.address <> old.address) execute function app.keep_calendar_place('point');
