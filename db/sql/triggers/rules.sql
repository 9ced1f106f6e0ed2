create trigger rules_in_bounds before insert on rules
  for each row execute function app.check_rule();

create trigger rules_append_only before update or delete on rules
  for each row execute function app.refuse_change('rules_append_only');

create trigger day_overrides_append_only before update or delete on day_overrides
  for each row execute function app.refuse_change('day_overrides_append_only');

create trigger day_years_append_only before update or delete on day_years
  for each row execute function app.refuse_change('day_years_append_only');
