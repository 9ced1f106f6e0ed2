create trigger subsidy_sheets_sound before insert on subsidy_sheets
  for each row execute function app.check_subsidy_sheet();
create trigger subsidy_sheets_append_only before update or delete on subsidy_sheets
  for each row execute function app.refuse_change('subsidy_sheets_append_only');
create trigger subsidy_sheets_cover_content after insert or update or delete on subsidy_sheets
  for each row execute function app.cover_content('1', 'id',
    'committee_id,month,handed_on,recipient,source_sha256,matters,sum_fen,handed_by,handed_at');
