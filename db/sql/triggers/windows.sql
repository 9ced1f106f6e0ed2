create trigger dispute_restrictions_guard before insert or update on dispute_restrictions
  for each row execute function app.check_restriction();

create constraint trigger dispute_restrictions_access after insert or update on dispute_restrictions
  deferrable initially deferred for each row execute function app.settle_restriction();

create trigger reading_windows_asked before insert on reading_windows
  for each row execute function app.check_window_request();

create trigger reading_windows_guard before update on reading_windows
  for each row execute function app.check_window();
