create trigger events_append_only before update or delete on events
  for each row execute function app.refuse_change('events_append_only');
create trigger events_as_acted before insert on events
  for each row execute function app.check_event();
create trigger counters_count_by_one before insert or update on counters
  for each row execute function app.check_counter();
create trigger paper_numbers_once before insert on paper_numbers
  for each row execute function app.check_paper_number();
create trigger paper_numbers_kept before update or delete on paper_numbers
  for each row execute function app.refuse_change('paper_numbers_kept');
