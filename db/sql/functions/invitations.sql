-- Invitations need an open proceeding and every party's consent; a person tied to a party cannot be invited.
create function app.check_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'invitations_while_open';
  end if;
  if v_track = 'peoples' and exists (
    select from app.missing_consents(new.county_id, new.proceeding_id, new.dispute_id, array[new.person_id], array[new.force_code])) then
    raise exception 'consent first' using errcode = '23514', constraint = 'invitations_consent_first';
  end if;
  if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'invitations_no_tie';
  end if;
  -- Whoever holds a role beside an office of this matter helps in it by that office.
  if app.is_of_office(new.county_id, new.dispute_id, new.person_id) then
    raise exception 'of the office' using errcode = '23514', constraint = 'invitations_not_of_own_office';
  end if;
  -- Nobody is asked and has answered in one row: an answer follows the question.
  if new.status not in ('sent', 'seen') and app.is_product() then
    raise exception 'answered at once' using errcode = '23514', constraint = 'invitations_answered_by_invitee';
  end if;
  return new;
end $$;

-- An invitee may accept only while every party still agrees: a party may have taken its consent back or joined since.
create function app.check_acceptance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever answers for somebody else heard it from them and puts their own name to it.
  -- A yes that a tie had set aside counts again: what is asked below is whether anything bars them.
  if new.status in ('accepted', 'declined') and new.status <> old.status and old.status <> 'recused' and app.person() <> new.person_id
      and (new.entered_by is distinct from app.person() or new.entered_at is distinct from app.now()) then
    raise exception 'by another' using errcode = '23514', constraint = 'invitations_answered_by_invitee';
  end if;
  if new.status = 'recused' and old.status not in ('accepted', 'recused') then
    raise exception 'never joined' using errcode = '23514', constraint = 'invitations_recused_after_yes';
  end if;
  if new.status = 'accepted' and old.status <> 'accepted' then
    if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
      raise exception 'tied' using errcode = '23514', constraint = 'invitations_accept_without_tie';
    end if;
    if exists (select from proceedings where county_id = new.county_id and id = new.proceeding_id and track = 'peoples')
       and exists (select from app.missing_consents(new.county_id, new.proceeding_id, new.dispute_id, array[new.person_id], array[new.force_code])) then
      raise exception 'consent' using errcode = '23514', constraint = 'invitations_accept_with_consent';
    end if;
  end if;
  return new;
end $$;

-- An invitation gives access according to its answer. Its trigger runs at commit, because an invitee who declines still
-- needs access to update the proceeding in the same transaction.
create function app.grant_invitee() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from dispute_access where county_id = new.county_id and dispute_id = new.dispute_id and via = new.id;
  if new.status in ('sent', 'seen', 'accepted') and exists (
    select from proceedings where county_id = new.county_id and id = new.proceeding_id and ended_at is null) then
    insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track)
      select new.county_id, new.person_id, new.dispute_id,
        case new.status when 'accepted' then 'joined'::relation else 'invited'::relation end, new.id, p.id, p.track
      from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id;
  end if;
  return null;
end $$;

-- Whether the content of an invitation's card is still the invitee's to read: it waits for their answer, or they take part,
-- and the matter goes on. This is the only place that decides it.
create function app.card_is_open(p_status invitation_status, p_answer_by timestamptz, p_ended_at timestamptz) returns boolean
  language sql stable parallel safe
  as $$ select p_ended_at is null and (p_status = 'accepted' or p_status in ('sent', 'seen') and p_answer_by > app.now()) $$;

-- The reader's own invitations, of any age. A closed card keeps its dates, the force it asked for, the dispute's number and
-- what became of it; names, summary, offered times and every word written on it are given while it is open only. A status
-- is the one the invitee sees: unanswered and closed is lapsed or withdrawn, also before the worker has written it down.
-- One of them, those that wait for an answer or the others, and a page of them: what is not asked for is not read.
create function app.own_cards(p_id uuid default null, p_waiting boolean default null, p_before uuid default null, p_limit integer default null)
  returns table (id uuid, dispute_id uuid, proceeding_id uuid, force_code text, status invitation_status,
    is_open boolean, is_waiting boolean, number text, sent_at timestamptz, answer_by timestamptz, answered_at timestamptz, sent_by uuid, role_asked text,
    neutral_summary text, party_names text[], offers jsonb, proposals jsonb, proposal_note text, proposed_at timestamptz, disclosed_at timestamptz,
    deputy_id uuid, is_deputised boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.dispute_id, i.proceeding_id, i.force_code,
    case when c.is_open or i.status not in ('sent', 'seen') then i.status when i.answer_by <= app.now() then 'expired' else 'withdrawn' end,
    c.is_open, c.is_open and i.status in ('sent', 'seen'), d.number, i.sent_at, i.answer_by, i.answered_at, case when c.is_open then i.sent_by end,
    case when c.is_open then i.role_asked else '' end, case when c.is_open then i.neutral_summary else '' end,
    case when c.is_open then i.party_names else '{}' end, case when c.is_open then i.offers else '[]' end,
    case when c.is_open then i.proposals else '[]' end, case when c.is_open then i.proposal_note else '' end,
    case when c.is_open then i.proposed_at end, case when c.is_open then i.disclosed_at end, case when c.is_open then i.deputy_id end,
    i.status = 'declined' and i.decline_reason = 'deputised'
  from (
    select * from invitations where county_id = (select app.proven_county()) and id = p_id and person_id = (select app.person())
    union all
    select * from invitations where p_id is null and p_waiting is true and county_id = (select app.proven_county())
      and person_id = (select app.person()) and status in ('sent', 'seen')
    union all
    -- Of a page's newest rows none is left out but some that wait: so many more are read.
    (select * from invitations where p_id is null and p_waiting is not true and county_id = (select app.proven_county())
      and person_id = (select app.person()) and (p_before is null or id < p_before)
      order by id desc limit p_limit + (select count(*) from invitations w where w.county_id = (select app.proven_county())
        and w.person_id = (select app.person()) and w.status in ('sent', 'seen')))) i
  join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
  join disputes d on d.county_id = i.county_id and d.id = i.dispute_id
  cross join lateral (select app.card_is_open(i.status, i.answer_by, p.ended_at) as is_open) c
  where p_waiting is null or p_waiting = (c.is_open and i.status in ('sent', 'seen'))
  order by i.id desc limit p_limit
$$;

-- A page of the reader's own notifications, newest first, of any age. What one names (who asks, who leads, rooms and places) is given
-- while it is theirs to know: while the card of their invitation is open, while they have a right to the proceeding of its session,
-- or to the matter as it was then, or interpret there. Afterwards it keeps its kind, times and codes, as a closed card does; whoever
-- adds a value is silent until it is here. Notifications of what offices ask each other say who did it to people who have no right yet.
create function app.own_notifications(p_before uuid, p_limit integer)
  returns table (id uuid, kind notification_kind, dispute_id uuid, invitation_id uuid, params jsonb, created_at timestamptz, read_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select n.id, n.kind, n.dispute_id, n.invitation_id,
    case when n.dispute_id is null or n.kind::text ~ '^(transfer|access|window|emergency|restriction|consultation)'
        or coalesce(c.is_open,
          exists (select from app.own_rights a where a.county_id = n.county_id and a.dispute_id = n.dispute_id and a.relation <> 'invited'
            and case when s.id is not null then a.proceeding_id = s.proceeding_id
              else (a.until is null or n.created_at <= a.until) and (a.since is null or n.created_at > a.since) end offset 0)
          or exists (select from app.own_rights a join invitations i on i.county_id = a.county_id and i.id = a.via
            where a.county_id = n.county_id and a.dispute_id = n.dispute_id and a.relation = 'invited' and i.answer_by > app.now()
              and (s.id is null or i.session_id = s.id) offset 0)
          or s.id is not null and exists (select from app.own_interpreting() y where y.session_id = s.id))
      then n.params
      else (select coalesce(jsonb_object_agg(v.key, v.value), '{}') from jsonb_each(n.params) v where v.key in ('startsAt', 'endsAt', 'answerBy', 'answer')) end,
    n.created_at, n.read_at
  from (select * from notifications m where m.county_id = (select app.proven_county()) and m.recipient_kind = 'person'
      and m.recipient_id = (select app.person()) and (p_before is null or m.id < p_before) order by m.id desc limit p_limit) n
    left join sessions s on s.county_id = n.county_id and s.id = n.session_id
    left join lateral (select app.card_is_open(i.status, i.answer_by, p.ended_at) as is_open
      from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
      where i.county_id = n.county_id and i.id = n.invitation_id and i.person_id = n.recipient_id) c on true
  order by n.id desc;
end $$;
