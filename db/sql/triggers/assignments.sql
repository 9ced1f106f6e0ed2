create trigger assignments_guard before insert or update on assignments
  for each row execute function app.check_assignment();
