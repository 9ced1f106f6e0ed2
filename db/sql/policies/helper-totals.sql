-- Kept totals are read through app.helper_results, app.own_totals and app.own_record alone, which say who may: no login has a
-- right to them.
alter table helper_entries enable row level security, force row level security;
create policy owner_all on helper_entries to current_user using (true) with check (true);

alter table helper_months enable row level security, force row level security;
create policy owner_all on helper_months to current_user using (true) with check (true);
