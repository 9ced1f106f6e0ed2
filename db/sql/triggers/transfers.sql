create trigger transfers_guard before insert or update on transfers
  for each row execute function app.check_transfer();

create constraint trigger transfers_carry_pause after update of next_proceeding_id on transfers deferrable initially deferred
  for each row when (new.next_proceeding_id is not null and not new.is_succession) execute function app.check_pause_carried();

create trigger disputes_move_by_transfer before update of station_id, committee_id on disputes
  for each row when ((new.station_id, new.committee_id) is distinct from (old.station_id, old.committee_id))
  execute function app.check_move();

create constraint trigger disputes_move_with_steps after update of station_id on disputes deferrable initially deferred
  for each row when (new.station_id is distinct from old.station_id) execute function app.check_move_takes_steps();
