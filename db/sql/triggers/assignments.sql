create trigger assignments_guard before insert or update on assignments
  for each row execute function app.check_assignment();
create trigger assignments_helper_columns before update on assignments
  for each row execute function app.check_helper_columns('status', 'answer', 'answered_by', 'answered_at');
