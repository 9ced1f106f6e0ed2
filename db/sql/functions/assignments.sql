-- A task is given in a coordination that runs, to somebody who is asked to it. What was asked stays; it is answered, then confirmed,
-- dropped or opened again with a new time.
create function app.check_assignment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'open' or new.remark <> '' or not exists (select from proceedings p where p.county_id = new.county_id
        and p.id = new.proceeding_id and p.track = 'coordination' and p.ended_at is null) then
      raise exception 'not now' using errcode = '23514', constraint = 'assignments_begin_open';
    end if;
    if new.person_id is not null and not exists (select from invitations i where i.county_id = new.county_id
        and i.proceeding_id = new.proceeding_id and i.person_id = new.person_id and i.status in ('sent', 'seen', 'accepted')) then
      raise exception 'not asked' using errcode = '23514', constraint = 'assignments_to_who_is_asked';
    end if;
    return new;
  end if;
  if (new.dispute_id, new.proceeding_id, new.what, new.person_id, new.organisation, new.asked_by, new.asked_at) is distinct from
     (old.dispute_id, old.proceeding_id, old.what, old.person_id, old.organisation, old.asked_by, old.asked_at)
    or new.due_at <> old.due_at and new.status <> 'open' then
    raise exception 'fixed' using errcode = '23514', constraint = 'assignments_stay_as_given';
  end if;
  if not (case old.status when 'open' then new.status in ('done', 'cannot', 'dropped')
      when 'done' then new.status in ('confirmed', 'open', 'dropped')
      when 'cannot' then new.status in ('open', 'dropped') else false end) then
    raise exception 'not from here' using errcode = '23514', constraint = 'assignments_one_step';
  end if;
  -- Whoever was asked says once that it is done or cannot be; what becomes of it then is the lead's to say. The columns that are
  -- the lead's own are kept from helpers by app.check_helper_columns.
  if old.status <> 'open' and app.is_product() and not app.is_system() and not exists (select from dispute_access a
      where a.county_id = old.county_id and a.dispute_id = old.dispute_id and a.proceeding_id = old.proceeding_id
        and a.subject_id = any (app.subjects()) and a.relation in ('lead', 'committee')) then
    raise exception 'the lead settles' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Of the tasks of a coordination, for app.proceeding_facts.
create function app.assignment_facts(pr public.proceedings) returns jsonb language plpgsql stable as $$
begin
  if pr.track <> 'coordination' then
    return '{"assignmentsOpen": 0, "assignmentsAnswered": 0, "assignmentsConfirmed": 0, "assignmentDueAt": null}';
  end if;
  return (select jsonb_build_object('assignmentsOpen', count(*) filter (where a.status = 'open'),
      'assignmentsAnswered', count(*) filter (where a.status in ('done', 'cannot')),
      'assignmentsConfirmed', count(*) filter (where a.status = 'confirmed'), 'assignmentDueAt', min(a.due_at) filter (where a.status = 'open'))
    from assignments a where a.county_id = pr.county_id and a.dispute_id = pr.dispute_id and a.proceeding_id = pr.id);
end $$;
