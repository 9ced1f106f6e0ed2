-- A session's record is read by those who sit at the table (lead, committee, helpers who joined), like the
-- joint lane; the station sees that and when it was held, not what was said.
drop policy inside on session_records;
--> statement-breakpoint
create policy at_table on session_records to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))));
