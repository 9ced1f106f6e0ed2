create trigger performances_append_only before update or delete on performances
  for each row execute function app.refuse_change('performances_append_only');

create trigger performances_guard before insert on performances
  for each row execute function app.check_performance();

create trigger performances_followed after insert on performances
  for each row execute function app.follow_ledger();

create trigger breaches_append_only before update or delete on breaches
  for each row execute function app.refuse_change('breaches_append_only');

create trigger breaches_guard before insert on breaches
  for each row execute function app.check_breach();

create trigger urges_append_only before update or delete on urges
  for each row execute function app.refuse_change('urges_append_only');

create trigger follow_up_visits_append_only before update or delete on follow_up_visits
  for each row execute function app.refuse_change('follow_up_visits_append_only');

create trigger follow_up_visits_guard before insert on follow_up_visits
  for each row execute function app.check_visit();

create trigger ledger_contests_append_only before update or delete on ledger_contests
  for each row execute function app.refuse_change('ledger_contests_append_only');

create trigger ledger_contests_guard before insert on ledger_contests
  for each row execute function app.check_contest();

create trigger ledger_contest_ends_append_only before update or delete on ledger_contest_ends
  for each row execute function app.refuse_change('ledger_contest_ends_append_only');

create trigger ledger_contest_ends_guard before insert on ledger_contest_ends
  for each row execute function app.check_contest_end();
