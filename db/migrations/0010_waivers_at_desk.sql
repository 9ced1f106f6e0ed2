-- That a helper is tied to a party is the desk's knowledge and his own; a waiver tells of the tie and is kept as close.
do $$
declare t text;
begin
  foreach t in array array['tie_waivers', 'tie_waiver_parties'] loop
    execute format('drop policy inside on %I', t);
    execute format($p$create policy at_desk on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))))
      with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))))$p$, t);
  end loop;
end $$;
--> statement-breakpoint
create policy about_me on tie_waivers for select to zhongtiao_app
  using (county_id = (select app.county()) and person_id = (select app.person()));
