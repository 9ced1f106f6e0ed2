-- Invitations need an open proceeding and every party's consent; a person tied to a party cannot be invited.
create function app.check_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'invitations_while_open';
  end if;
  if v_track = 'peoples' and exists (
    select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, new.person_id, new.force_code)) then
    raise exception 'consent first' using errcode = '23514', constraint = 'invitations_consent_first';
  end if;
  if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'invitations_no_tie';
  end if;
  return new;
end $$;

-- An invitee may accept only while every party still agrees: a party may have taken its consent back or joined since.
create function app.check_acceptance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'accepted' and old.status <> 'accepted' then
    if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
      raise exception 'tied' using errcode = '23514', constraint = 'invitations_accept_without_tie';
    end if;
    if exists (select from proceedings where county_id = new.county_id and id = new.proceeding_id and track = 'peoples')
       and exists (select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, new.person_id, new.force_code)) then
      raise exception 'consent' using errcode = '23514', constraint = 'invitations_accept_with_consent';
    end if;
  end if;
  return new;
end $$;

-- An invitation gives access according to its answer. Its trigger runs at commit, because an invitee who declines still
-- needs access to update the proceeding in the same transaction.
create function app.grant_invitee() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from dispute_access where county_id = new.county_id and via = new.id;
  if new.status in ('sent', 'seen', 'accepted') and exists (
    select from proceedings where county_id = new.county_id and id = new.proceeding_id and ended_at is null) then
    insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track)
      select new.county_id, new.person_id, new.dispute_id,
        case new.status when 'accepted' then 'joined'::relation else 'invited'::relation end, new.id, p.id, p.track
      from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id;
  end if;
  return null;
end $$;
