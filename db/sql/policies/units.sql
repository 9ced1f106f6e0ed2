-- Nobody changes them yet but whoever installs the product.
alter table units enable row level security, force row level security;
create policy owner_all on units to current_user using (true) with check (true);
create policy in_county on units for select to zhongtiao_app
  using (county_id = (select app.county()));
