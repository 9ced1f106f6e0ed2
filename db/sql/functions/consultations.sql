-- Whether the actor is on legal duty now. Everyone on duty sees the open questions, so that a colleague may answer.
create function app.on_duty() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from duty_shifts where county_id = (select app.proven_county()) and person_id = app.person() and during @> app.now())
    and app.office() = 'expert' $$;

-- The state of a question and nothing else, for lawyers on duty: one whose colleague answered first is told so.
create function app.consultation_state(p_consultation uuid) returns consultation_status
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.status from consultations c where c.county_id = (select app.proven_county()) and c.id = p_consultation and app.on_duty()
$$;

-- A question is asked before it is answered. An answer stays as it was given and a question as it was asked; both may still be
-- linked to a dispute, once.
create function app.check_consultation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'waiting' then
      raise exception 'asked first' using errcode = '23514', constraint = 'consultations_begin_waiting';
    end if;
    return new;
  end if;
  if (new.question, new.asked_by, new.asked_at) is distinct from (old.question, old.asked_by, old.asked_at)
     or new.station_id <> old.station_id and not app.is_succession(new.county_id, old.station_id, new.station_id)
     or old.status <> 'waiting' and (new.status, new.answer, new.answered_by, new.answered_at)
       is distinct from (old.status, old.answer, old.answered_by, old.answered_at)
     or old.dispute_id is not null and new.dispute_id is distinct from old.dispute_id then
    raise exception 'said' using errcode = '23514', constraint = 'consultations_stay_as_said';
  end if;
  return new;
end $$;
