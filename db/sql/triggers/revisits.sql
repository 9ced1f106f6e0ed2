create trigger revisit_draws_guard before insert on revisit_draws
  for each row execute function app.check_revisit_draw();

create trigger revisits_guard before insert or update on revisits
  for each row execute function app.check_revisit();

create trigger follow_up_visits_end_revisit after insert on follow_up_visits
  for each row when (new.revisit_id is not null) execute function app.follow_revisit();
