-- That something was said in confidence is itself in confidence, whatever act it came by: a note or file of a private
-- lane (their events name a lane only where the table may know it), and every opening of one. Read by its actor and by
-- who leads the proceeding it was part of; a colleague of the committee, and who takes the matter up later, see none.
create function app.led_proceedings() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select via from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'lead' $$;
grant execute on function app.led_proceedings() to zhongtiao_app;
alter policy private_ones on events
  using ((select app.is_system()) or actor_id = (select app.person())
    or not (payload like '%"isPrivate":true%' or action in ('note.read', 'file.read', 'opinion.read')
      or action in ('note.write', 'file.add') and payload not like '%"lane":%')
    or proceeding_id = any (array(select app.led_proceedings())));
