-- $1 county, $2 station, $3 from, $4 to and $5 known of the spans (this one, the one before, this month), $6 the first month, $7 since when
-- places are counted, $8 now. Everything the overview answers with, counted from the rows themselves. The figures of each span and month as
-- known at its end, new matters by place, open ones by age and risk, the answers of each force, and the head of the red list.
with own as materialized (select m.id, m.point_id, m.risk, m.registered_at, m.not_accepted_at from bench_limit.matters m where m.county_id = $1::uuid and m.station_id = $2::uuid),
spans as materialized (
  select span::int, starts, ends, known from unnest($3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) with ordinality t (starts, ends, known, span)),
tried as materialized (
  select p.id, p.dispute_id, p.accepted_at, p.ended_at, p.outcome, p.ordinal, p.track in ('publicSecurity', 'peoples') as is_mediation,
    p.outcome in ('agreedWritten', 'agreedOral', 'publicSecurityPerformed', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone') as is_agreed,
    p.outcome in ('agreedWritten', 'agreedOral', 'settledWithdrawn', 'assisted', 'calmed', 'publicSecurityPerformed', 'publicSecuritySettled') and not u.is_untouched as is_settled,
    u.is_untouched, (p.ended_at at time zone 'Asia/Shanghai')::date - (p.accepted_at at time zone 'Asia/Shanghai')::date as lasted
  from own join bench_limit.all_proceedings p on p.county_id = $1::uuid and p.dispute_id = own.id
  cross join lateral (select p.outcome = 'settledWithdrawn'
    and (select 1 from bench_limit.notices n where n.county_id = p.county_id and n.proceeding_id = p.id limit 1) is null
    and (select 1 from bench_limit.consents c where c.county_id = p.county_id and c.proceeding_id = p.id limit 1) is null
    and (select 1 from bench_limit.sessions s where s.county_id = p.county_id and s.proceeding_id = p.id and s.status = 'ended' limit 1) is null as is_untouched) u),
signed as materialized (
  select a.proceeding_id, a.effective_at, a.status, o.performed_at, o.is_performed, ((o.due_on + 1)::timestamp at time zone 'Asia/Shanghai') as due_at
  from tried t join bench_limit.agreements a on a.county_id = $1::uuid and a.proceeding_id = t.id and a.effective_at is not null
  cross join lateral (select max(o.due_on) as due_on, max(o.performed_at) as performed_at, bool_and(o.performed_at is not null) as is_performed
    from bench_limit.obligations o where o.county_id = a.county_id and o.agreement_id = a.id) o),
again as materialized (
  select t.id, t.ended_at, (select min(x.at) from (
      select c.called_at from bench_limit.calls c where c.county_id = $1::uuid and c.dispute_id = t.dispute_id
        and (c.called_at > t.ended_at or c.called_at >= date_trunc('minute', t.ended_at) and c.recorded_at > t.ended_at)
      union all select r.registered_at from disputes r where r.county_id = $1::uuid and r.relapse_of = t.dispute_id and r.registered_at > t.ended_at
      union all select q.accepted_at from bench_limit.all_proceedings q where q.county_id = $1::uuid and q.dispute_id = t.dispute_id and q.ordinal > t.ordinal and q.accepted_at > t.ended_at) x (at)) as at
  from tried t where t.is_settled),
life as materialized (
  select s.span, t.dispute_id, min(t.accepted_at) as accepted_at, bool_or(t.ended_at is null or t.ended_at > s.known) as is_open,
    max(t.ended_at) filter (where t.ended_at <= s.known) as ended_at,
    coalesce((array_agg(t.is_settled order by t.ended_at desc) filter (where t.ended_at <= s.known))[1], false) as is_settled
  from spans s join tried t on t.accepted_at <= s.known group by 1, 2),
lives as (
  select s.span, count(*) filter (where l.accepted_at >= s.starts and l.accepted_at < s.ends) as accepted, count(*) filter (where l.is_open) as open,
    count(*) filter (where not l.is_open and l.is_settled and l.ended_at >= s.starts and l.ended_at < s.ends) as resolved
  from spans s join life l on l.span = s.span group by 1),
taken_in as (
  select s.span, count(*) filter (where d.registered_at >= s.starts and d.registered_at < s.ends and d.registered_at <= s.known) as received,
    count(*) filter (where d.not_accepted_at >= s.starts and d.not_accepted_at < s.ends and d.not_accepted_at <= s.known) as not_accepted,
    count(*) filter (where d.registered_at >= s.starts and d.registered_at < s.ends and d.registered_at <= s.known and not l.is_open and l.is_settled) as settled
  from spans s cross join own d left join life l on l.span = s.span and l.dispute_id = d.id group by 1),
attempts as (
  select s.span, count(*) filter (where e.is_within and t.is_mediation) as concluded, count(*) filter (where e.is_within and t.is_mediation and t.is_agreed) as succeeded,
    count(*) filter (where e.is_within and t.is_settled) as calmed, count(*) filter (where e.is_within and t.is_untouched) as untouched,
    percentile_cont(0.5) within group (order by t.lasted) filter (where e.is_within and t.is_mediation) as median, max(t.lasted) filter (where e.is_within and t.is_mediation) as longest,
    count(*) filter (where t.is_mediation and t.accepted_at >= s.starts and t.accepted_at < s.ends) as taken,
    count(*) filter (where t.is_mediation and t.accepted_at >= s.starts and t.accepted_at < s.ends and case when t.ended_at <= s.known then t.is_agreed
      else exists (select from bench_limit.agreements g where g.county_id = $1::uuid and g.proceeding_id = t.id and g.effective_at <= s.known) end) as taken_agreed
  from spans s join tried t on t.accepted_at <= s.known
  cross join lateral (select t.ended_at >= s.starts and t.ended_at < s.ends and t.ended_at <= s.known as is_within) e group by 1),
papers as (
  select s.span, count(*) filter (where g.effective_at >= s.starts and g.effective_at < s.ends and g.effective_at <= s.known) as agreed,
    count(*) filter (where g.status = 'effective' and g.is_performed and g.performed_at >= s.starts and g.performed_at < s.ends and g.performed_at <= s.known) as performed,
    count(*) filter (where d.is_due) as due, count(*) filter (where d.is_due and g.is_performed and g.performed_at <= s.known) as due_kept
  from spans s cross join signed g
  cross join lateral (select g.effective_at <= s.known and g.due_at > s.starts and g.due_at <= s.ends and g.due_at <= s.known as is_due) d group by 1),
relapses as (
  select s.span, count(*) as relapsed from spans s join again a on a.ended_at >= s.starts and a.ended_at < s.ends and a.ended_at <= s.known
    and a.at <= least(s.known, a.ended_at + interval '90 days') group by 1),
-- As known at the end of each month: accepted for the first time, and settled by what ended last with nothing running beside it.
months as (
  select m.month, sum(m.accepted) as accepted, sum(m.resolved) as resolved from (
    select date_trunc('month', min(t.accepted_at) at time zone 'Asia/Shanghai')::date as month, 1 as accepted, 0 as resolved from tried t group by t.dispute_id
    union all
    select date_trunc('month', t.ended_at at time zone 'Asia/Shanghai')::date, 0, 1 from tried t where t.is_settled and not exists (
      select from bench_limit.all_proceedings q where q.county_id = $1::uuid and q.dispute_id = t.dispute_id and q.id <> t.id and (q.ended_at is null or q.ended_at > t.ended_at)
        and q.accepted_at < (date_trunc('month', t.ended_at at time zone 'Asia/Shanghai') + interval '1 month') at time zone 'Asia/Shanghai')) m
  where m.month >= $6::date and m.month < date_trunc('month', $8::timestamptz at time zone 'Asia/Shanghai')::date group by 1),
asked as materialized (
  select i.* from own join bench_limit.invitations i on i.county_id = $1::uuid and i.dispute_id = own.id where i.sent_at <= $8::timestamptz),
force as (
  select i.force_code, count(*) filter (where w.is_within and i.status <> 'withdrawn') as asked,
    count(*) filter (where w.is_within and i.status = 'accepted') as accepted,
    count(*) filter (where w.is_within and (i.status in ('accepted', 'declined', 'expired') or i.status in ('sent', 'seen') and i.answer_by <= $8::timestamptz)) as decided,
    percentile_cont(0.5) within group (order by floor(extract(epoch from i.answered_at - i.sent_at))) filter (where w.is_within and i.answered_at <= $8::timestamptz) / 3600 as hours
  from asked i cross join lateral (select i.sent_at >= ($3::timestamptz[])[1] and i.sent_at < ($4::timestamptz[])[1] as is_within) w group by 1),
seat as (
  select i.force_code, count(*) as expected, count(*) filter (where y.attendance = 'present') as attended
  from asked i join bench_limit.sessions s on s.county_id = $1::uuid and s.proceeding_id = i.proceeding_id and s.status = 'ended'
      and s.starts_at >= ($3::timestamptz[])[1] and s.starts_at < ($4::timestamptz[])[1] and s.starts_at <= $8::timestamptz
    join bench_limit.session_people y on y.county_id = s.county_id and y.session_id = s.id and y.person_id = i.person_id and y.attendance in ('present', 'absent')
  where i.status = 'accepted' group by 1),
late as materialized (
  select m.* from bench_limit.matters m where m.county_id = $1::uuid and m.station_id = $2::uuid and m.ended_at is null and m.not_accepted_at is null
    and (m.risk = 'red' or coalesce(m.next_due_at, m.registered_at + interval '24 hours') < $8::timestamptz or m.due_on < current_date)
  union all
  select m.* from (select distinct dispute_id from bench_limit.calls where county_id = $1::uuid and station_id = $2::uuid
      and called_at > $8::timestamptz - interval '90 days' and dispute_id is not null) c
    join bench_limit.matters m on m.county_id = $1::uuid and m.id = c.dispute_id and m.station_id = $2::uuid and m.ended_at is not null),
red as materialized (
  select 'dispute' as kind, m.id, m.number, m.title, m.place, m.risk::text, coalesce(m.accepted_at, m.registered_at) as since, m.due_on, m.next_step::text, p.name as owner,
    coalesce(m.next_due_at, m.registered_at + interval '24 hours') as next_due_at, c.incidents,
    array_remove(array[case when m.ended_at is null and m.risk = 'red' then 'redRisk' end,
      case when m.ended_at is null and coalesce(m.next_due_at, m.registered_at + interval '24 hours') < $8::timestamptz then 'overdue' end,
      case when m.ended_at is null and m.due_on < current_date then 'pastTerm' end,
      case when c.last_call > m.ended_at and c.last_call <= m.ended_at + interval '90 days' then 'relapse' end], null) as reasons
  from late m left join people p on p.county_id = m.county_id and p.id = m.next_owner_id
  cross join lateral (select count(distinct incident_id) filter (where called_at > $8::timestamptz - interval '30 days') as incidents, max(called_at) as last_call
    from bench_limit.calls c where c.county_id = m.county_id and c.dispute_id = m.id) c
  union all
  select 'group', g.id, null, g.place, g.place, 'amber', c.first_at, null, null, null, null, c.incidents, array['repeatAlert']
  from repeat_groups g cross join lateral (select min(called_at) as first_at, count(distinct incident_id) as incidents from bench_limit.calls c
    where c.county_id = g.county_id and c.group_id = g.id) c
  where g.county_id = $1::uuid and g.station_id = $2::uuid and g.alerted_at is not null and g.dispute_id is null)
select (select json_agg(x order by x.span) from (select * from taken_in join lives using (span) left join attempts using (span) left join papers using (span) left join relapses using (span)) x) as counts,
  (select json_agg(m) from months m) as months,
  (select json_agg(x) from (select date_trunc('month', d.registered_at at time zone 'Asia/Shanghai')::date as month, d.point_id, c.name, count(*) as n from own d
    left join contact_points c on c.county_id = $1::uuid and c.id = d.point_id where d.registered_at >= $7::timestamptz and d.registered_at <= $8::timestamptz group by 1, 2, 3) x) as points,
  (select json_agg(x) from (select ($8::timestamptz at time zone 'Asia/Shanghai')::date - (l.accepted_at at time zone 'Asia/Shanghai')::date as days, d.risk, count(*) as n
    from life l join own d on d.id = l.dispute_id where l.span = 1 and l.is_open group by 1, 2) x) as open,
  (select json_agg(x) from (select f.code, f.name_zh, f.name_en, i.asked, i.accepted, i.decided, s.attended, s.expected, i.hours from forces f
    left join force i on i.force_code = f.code left join seat s on s.force_code = f.code where f.county_id = $1::uuid and f.disabled_at is null order by f.sort) x) as forces,
  (select json_agg(x) from (select *, count(*) over () as total from red where cardinality(reasons) > 0
    order by kind = 'group' desc, 'redRisk' = any (reasons) desc, next_due_at nulls last, id limit 4) x) as red,
  (select s.name from stations s where s.county_id = $1::uuid and s.id = $2::uuid) as station
