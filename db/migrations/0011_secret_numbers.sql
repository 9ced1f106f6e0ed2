-- A number that was dropped keeps no answers either; and only the answers decide one, never an update.
create function app.check_poll() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status <> 'open'
     or (new.dispute_id, new.session_id, new.question, new.amount_fen, new.sides) is distinct from
        (old.dispute_id, old.session_id, old.question, old.amount_fen, old.sides)
     or new.status in ('deal', 'noDeal') and current_user = 'zhongtiao_app' then
    raise exception 'decided' using errcode = '23514', constraint = 'number_polls_decided_by_answers';
  end if;
  return new;
end $$;
create trigger number_polls_decided_by_answers before update on number_polls for each row execute function app.check_poll();
--> statement-breakpoint
create function app.wipe_answers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from number_answers where county_id = new.county_id and poll_id = new.id;
  return null;
end $$;
create trigger number_polls_wipe after update of status on number_polls for each row when (new.status <> 'open')
  execute function app.wipe_answers();
grant execute on all functions in schema app to zhongtiao_app;
