-- Whose each rule is, and between which values it may be set: 'county' for those who supervise the county, 'committee'
-- where a committee may have its own for its people's mediation, 'admin' for how people sign in. Equal bounds are what the
-- law fixes; `under` is a rule whose value it may not exceed. Units and defaults stand in server/rules/defaults.ts; a test demands a row here for each.
create function app.rule_bounds() returns table (key text, owner text, lowest int, highest int, under text)
  language sql immutable
  as $$ values
  ('peoples.months', 'county', 1, 3, null),
  ('publicSecurity.firstSessionWorkdays', 'county', 1, 3, null),
  ('publicSecurity.sessionsMax', 'county', 1, 3, null),
  ('confirmation.days', 'county', 30, 30, null),
  ('confirmation.warnDays', 'county', 1, 30, null),
  ('gate.clarifyHours', 'county', 1, 168, null),
  ('violence.takeOverHours', 'county', 1, 24, null),
  ('violence.stepHours', 'county', 1, 168, null),
  ('settlement.decideHours', 'county', 1, 168, null),
  ('triage.hours', 'county', 1, 168, null),
  ('step.hours', 'committee', 1, 240, null),
  ('invitation.answerHours', 'committee', 1, 240, null),
  ('invitation.remindHours', 'committee', 1, 72, null),
  ('hold.hours', 'committee', 1, 240, null),
  ('convening.noticeHours', 'committee', 0, 240, null),
  ('convening.windowDays', 'committee', 1, 60, null),
  ('travel.minutes', 'county', 0, 240, null),
  ('substitute.perSeat', 'committee', 0, 10, null),
  ('silence.windowDays', 'county', 1, 730, null),
  ('link.hours', 'committee', 1, 720, null),
  ('notice.quietFromHour', 'county', 0, 23, null),
  ('notice.quietUntilHour', 'county', 0, 23, null),
  ('reminder.firstHours', 'county', 1, 240, null),
  ('reminder.secondHours', 'county', 1, 240, 'reminder.firstHours'),
  ('consultation.minutes', 'county', 5, 1440, null),
  ('record.hours', 'committee', 1, 240, null),
  ('session.enterDays', 'county', 0, 365, null),
  ('obligation.remindDays', 'county', 1, 30, null),
  ('breach.followUpDays', 'county', 1, 90, null),
  ('suit.years', 'county', 3, 3, null),
  ('enforcement.years', 'county', 2, 2, null),
  ('unreachable.attempts', 'county', 3, 10, null),
  ('unreachable.days', 'county', 2, 10, 'unreachable.attempts'),
  ('identify.days', 'county', 1, 30, null),
  ('age.ofMajority', 'county', 18, 18, null),
  ('age.ownWages', 'county', 16, 16, null),
  ('publicSecurity.secondSessionWorkdays', 'county', 1, 7, null),
  ('office.opensMinute', 'county', 360, 720, null),
  ('office.closesMinute', 'county', 780, 1320, null),
  ('election.membersMin', 'committee', 2, 50, null),
  ('election.representativesMax', 'committee', 1, 10, null),
  ('leadRequest.days', 'committee', 1, 30, null),
  ('officerRequest.days', 'county', 1, 2, null),
  ('transfer.answerHours', 'county', 1, 240, null),
  ('visit.afterDays', 'committee', 1, 365, null),
  ('revisit.percent', 'county', 1, 100, null),
  ('revisit.days', 'county', 1, 90, null),
  ('papers.simpleSessions', 'committee', 0, 5, null),
  ('subsidy.oral', 'county', 0, 10000, null),
  ('subsidy.simple', 'county', 0, 10000, null),
  ('subsidy.ordinary', 'county', 0, 10000, null),
  ('subsidy.difficult', 'county', 0, 10000, null),
  ('subsidy.failed', 'county', 0, 10000, null),
  ('subsidy.difficultSessions', 'county', 1, 100, null),
  ('subsidy.difficultParties', 'county', 2, 1000, null),
  ('retention.longYears', 'county', 0, 100, null),
  ('retention.shortYears', 'county', 0, 100, null),
  ('retention.policeLongYears', 'county', 0, 100, null),
  ('retention.policeShortYears', 'county', 0, 100, null),
  ('archive.days', 'committee', 1, 365, null),
  ('repeat.windowDays', 'county', 1, 365, null),
  ('repeat.threshold', 'county', 2, 20, null),
  ('repeat.duplicateMinutes', 'county', 1, 1440, null),
  ('relapse.days', 'county', 1, 730, null),
  ('signIn.idleMinutes', 'admin', 1, 240, null),
  ('signIn.adminIdleMinutes', 'admin', 1, 240, null),
  ('signIn.hours', 'admin', 1, 24, null),
  ('signIn.unknownPerHour', 'admin', 1, 10000, null),
  ('secondFactor.mediator', 'admin', 0, 1, null),
  ('secondFactor.committeeHead', 'admin', 0, 1, null),
  ('secondFactor.expert', 'admin', 0, 1, null),
  ('secondFactor.gridMember', 'admin', 0, 1, null),
  ('secondFactor.officer', 'admin', 0, 1, null),
  ('secondFactor.stationHead', 'admin', 0, 1, null),
  ('secondFactor.county', 'admin', 0, 1, null),
  ('secondFactor.admin', 'admin', 0, 1, null),
  ('reveal.perHour', 'county', 1, 1000000, null),
  ('reveal.tellPerHour', 'county', 1, 1000000, 'reveal.perHour'),
  ('search.perHour', 'county', 1, 1000000, null),
  ('search.tellPerHour', 'county', 1, 1000000, 'search.perHour'),
  ('export.rowsMax', 'county', 1, 100000, null),
  ('export.perHour', 'county', 1, 1000000, null),
  ('export.tellPerHour', 'county', 1, 1000000, 'export.perHour'),
  ('access.grantDays', 'county', 1, 90, null),
  ('window.hours', 'county', 1, 240, 'window.hoursMax'),
  ('window.hoursMax', 'county', 1, 240, null),
  ('window.requestDays', 'county', 1, 30, null),
  ('window.emergencyMinutes', 'county', 5, 240, null),
  ('window.confirmMinutes', 'county', 5, 240, null),
  ('window.reviewHours', 'county', 1, 240, null),
  ('slip.days', 'county', 1, 730, null),
  ('clue.firstHours', 'county', 1, 240, null),
  ('clue.hours', 'county', 1, 240, null),
  ('checkpoint.minutes', 'admin', 1, 1440, null),
  ('checkpoint.lateMinutes', 'admin', 1, 10080, null)
$$;

-- The rules that whoever acts may set: each key as it is for the whole county, or followed by the committee it is for.
create function app.rules_settable() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  with me as (select p.role, p.committee_id from people p
    where p.county_id = app.proven_county() and p.id = app.person() and p.disabled_at is null)
  select coalesce(array_agg(concat_ws(' ', b.key, case me.role when 'committeeHead' then me.committee_id end)), '{}')
  from app.rule_bounds() b, me where case me.role when 'county' then b.owner <> 'admin'
    when 'committeeHead' then b.owner = 'committee' and me.committee_id is not null when 'admin' then b.owner = 'admin' else false end
$$;

-- Refuses a rule nobody knows, a value beyond its bounds, and a committee's own value where none may have one.
create function app.check_rule() returns trigger language plpgsql as $$
declare v_bounds record;
begin
  select * into v_bounds from app.rule_bounds() b where b.key = new.key;
  if v_bounds.key is null or new.value not between v_bounds.lowest and v_bounds.highest
    or new.committee_id is not null and v_bounds.owner <> 'committee' then
    raise exception 'out of bounds' using errcode = '23514', constraint = 'rules_in_bounds';
  end if;
  return new;
end $$;

-- The local exceptions of a county to the shipped calendar, as they were written last.
create function app.days_changed(p_county uuid, p_from date, p_until date) returns table (day date, is_workday boolean)
  language sql stable as $$
  select n.day, n.is_workday from (select distinct on (o.day) o.day, o.is_workday from day_overrides o
    where o.county_id = p_county and o.day between p_from and p_until order by o.day, o.changed_at desc nulls last, o.id desc) n
  where n.is_workday is not null
$$;

-- Monday to Friday; 1 January 2024 was a Monday.
create function app.is_plain_weekday(p_day date) returns boolean language sql immutable parallel safe as $$
  select ((p_day - date '2024-01-01') % 7 + 7) % 7 < 5
$$;

-- Whether a day is worked, as in server/rules/workdays.ts: by what the county entered, else by the State Council's arrangement,
-- else by law.
create function app.is_workday(p_county uuid, p_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select coalesce((select c.is_workday from app.days_changed(p_county, p_day, p_day) c),
    p_day::text = any (app.days_made_up()) or app.is_plain_weekday(p_day) and p_day::text <> all (app.days_off()))
$$;

-- The day itself, or the first one after it that is worked (民法典 203).
create function app.workday_from(p_county uuid, p_day date) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_day date := p_day;
begin
  perform app.require_county(p_county);
  while not app.is_workday(p_county, v_day) loop v_day := v_day + 1; end loop;
  return v_day;
end $$;
