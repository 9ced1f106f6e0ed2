-- How much of a dispute's shelf is taken, lanes the asker may not see included; figures alone.
create function app.file_room(p_dispute uuid) returns table (files integer, bytes bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, coalesce(sum(f.bytes), 0)::bigint from files f where f.county_id = app.county() and f.dispute_id = p_dispute
    and (app.is_system() or p_dispute in (select app.visible_disputes()))
$$;
grant execute on all functions in schema app to zhongtiao_app;
