create trigger subsidy_sheets_sound before insert on subsidy_sheets
  for each row execute function app.check_subsidy_sheet();
create trigger subsidy_sheets_append_only before update or delete on subsidy_sheets
  for each row execute function app.refuse_change('subsidy_sheets_append_only');
