-- $1 county, $2 dispute, $3 person who leads it, $4 room, $5 from, $6 until, $7 parties, $8 key of the act. A session of a matter that
-- runs, whose parties have all agreed to be mediated, in a room that is open. With it everybody who comes, their hours, which are refused
-- where one is taken, the matter's new status and step, the event, and the message to be sent. Once for each key.
with key as (insert into bench_limit.keys values ($1::uuid, $3::uuid, $8::uuid)),
matter as (
  select m.* from bench_limit.matters m where m.county_id = $1::uuid and m.id = $2::uuid and m.lead_person_id = $3::uuid and m.ended_at is null
    and not exists (select from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id and 'agreed' is distinct from (
      select c.answer::text from bench_limit.consents c where c.county_id = p.county_id and c.proceeding_id = m.proceeding_id and c.party_id = p.id
        and c.subject = 'mediation' order by c.recorded_at desc limit 1))
    and exists (select from rooms r join contact_points c on c.county_id = r.county_id and c.id = r.point_id
      where r.county_id = m.county_id and r.id = $4::uuid and c.station_id = m.station_id and r.disabled_at is null and c.disabled_at is null)
    and (select count(distinct p.side) from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id and p.id = any ($7::uuid[])) > 1
  for update),
session as (
  insert into bench_limit.sessions (county_id, id, dispute_id, proceeding_id, ordinal, kind, status, starts_at, ends_at, room_id, place, booked_by, version, mode)
  select m.county_id, gen_random_uuid(), m.id, m.proceeding_id, coalesce((select max(s.ordinal) from bench_limit.sessions s
      where s.county_id = m.county_id and s.proceeding_id = m.proceeding_id), 0) + 1, 'joint', 'booked', $5::timestamptz, $6::timestamptz, $4::uuid, '', $3::uuid, 1, 'onSite'
  from matter m returning *),
comes as (
  insert into bench_limit.session_people (county_id, id, dispute_id, session_id, person_id, party_id, attendance)
  select s.county_id, gen_random_uuid(), s.dispute_id, s.id, w.person_id, w.party_id, 'expected' from session s
    cross join (select $3::uuid as person_id, null::uuid as party_id union all select null, unnest($7::uuid[])) w),
taken as (
  insert into bench_limit.slots select s.county_id, r, tstzrange(s.starts_at, s.ends_at) from session s, unnest(array[$3::uuid, $4::uuid]) r),
busy as (
  insert into bench_limit.busy select s.county_id, r.resource, r.id, s.id, null, null, s.starts_at, s.ends_at from session s,
    (values ('room'::slot_resource, $4::uuid), ('person', $3::uuid)) r (resource, id)),
moved as (
  update bench_limit.matters m set status = 'scheduled', next_step = 'holdSession', next_owner_id = $3::uuid, next_due_at = s.starts_at, proceeding_version = m.proceeding_version + 1
  from session s where m.county_id = s.county_id and m.id = s.dispute_id),
event as (
  insert into bench_limit.events select s.county_id, s.dispute_id, coalesce((select max(e.seq) from bench_limit.events e
    where e.county_id = s.county_id and e.dispute_id = s.dispute_id), 0) + 1, 'session.book', $3::uuid, 0, '{}' from session s),
message as (insert into bench_limit.outbox select s.county_id, s.dispute_id, 'session.book' from session s)
select id from session
