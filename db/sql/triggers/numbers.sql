create trigger number_starts_upward before insert on number_starts
  for each row execute function app.check_number_start();
create trigger number_starts_append_only before update or delete on number_starts
  for each row execute function app.refuse_change('number_starts_append_only');
create trigger number_patterns_append_only before update or delete on number_patterns
  for each row execute function app.refuse_change('number_patterns_append_only');
create trigger number_voids_of_given before insert on number_voids
  for each row execute function app.check_number_void();
create trigger number_voids_append_only before update or delete on number_voids
  for each row execute function app.refuse_change('number_voids_append_only');
