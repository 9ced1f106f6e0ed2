-- Kept figures are read through app.station_counts and the like alone, which say who may: no login has a right to them.
alter table figure_entries enable row level security, force row level security;
create policy owner_all on figure_entries to current_user using (true) with check (true);

alter table figure_months enable row level security, force row level security;
create policy owner_all on figure_months to current_user using (true) with check (true);

alter table figure_days enable row level security, force row level security;
create policy owner_all on figure_days to current_user using (true) with check (true);

alter table force_entries enable row level security, force row level security;
create policy owner_all on force_entries to current_user using (true) with check (true);

alter table force_months enable row level security, force row level security;
create policy owner_all on force_months to current_user using (true) with check (true);
