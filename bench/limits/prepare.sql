-- Tables of the limit: what somebody would keep who wrote nothing but these statements, with the best index for each.
create schema bench_limit;
set local search_path = bench_limit, public;

create table matters as
  select d.county_id, d.id, d.station_id, d.committee_id, d.point_id, d.number, d.title, d.type, d.place, d.source, d.risk, d.risk_reason,
    d.started_on, d.registered_at, d.registered_by, d.not_accepted_at, d.not_accepted_reason, d.version,
    p.id as proceeding_id, p.track, p.status, p.outcome, p.accepted_at, p.ended_at, p.archived_at, p.lead_person_id, p.lead_unit,
    p.next_step, p.next_owner_id, p.next_due_at, p.due_on, p.ordinal, p.version as proceeding_version, p.dossier_number,
    -- One character has no neighbour: it is looked for in what the pairs below were made of, newest first.
    lower(concat_ws(chr(10), d.number, d.title, d.place, (select string_agg(x.name, chr(10)) from public.parties x
      where x.county_id = d.county_id and x.dispute_id = d.id and not x.is_minor))) as words
  from disputes d left join lateral (
    select * from proceedings x where x.county_id = d.county_id and x.dispute_id = d.id order by x.ordinal desc limit 1) p on true;
alter table matters add primary key (county_id, id);
create index on matters (county_id, committee_id, registered_at desc, id desc) where archived_at is null and not_accepted_at is null;
create index on matters (county_id, committee_id, registered_at desc, id desc);
create index on matters (county_id, next_owner_id, next_due_at, id) where archived_at is null;
create index on matters (county_id, lead_person_id, next_due_at, id) where archived_at is null;
create index on matters (county_id, committee_id, registered_at desc) where proceeding_id is null and not_accepted_at is null;
create index on matters (county_id, station_id, next_due_at, id) where ended_at is null and not_accepted_at is null;
create index on matters (county_id, registered_at) include (type, station_id);
create index on matters (county_id, ended_at) include (type, outcome, station_id, registered_at);
create index on matters (county_id, number text_pattern_ops);

create table parties as
  select county_id, id, dispute_id, side, position, kind, standing, name, phone, id_number, address, employer, is_minor, version from public.parties;
create index on parties (county_id, dispute_id, position);
create index on parties (county_id, phone, dispute_id) where phone <> '';
create index on parties (county_id, name text_pattern_ops);
create table facts as table dispute_facts;
create index on facts (county_id, dispute_id);
create table all_proceedings as table proceedings;
create index on all_proceedings (county_id, dispute_id);
create index on all_proceedings (county_id, id);
create table sessions as table public.sessions;
create index on sessions (county_id, dispute_id, starts_at);
create index on sessions (county_id, room_id, starts_at);
create index on sessions (county_id, id);
create table session_people as table public.session_people;
create index on session_people (county_id, session_id);
create table invitations as table public.invitations;
create index on invitations (county_id, proceeding_id);
create index on invitations (county_id, person_id, sent_at);
create table agreements as table public.agreements;
create index on agreements (county_id, dispute_id);
create table obligations as table public.obligations;
create index on obligations (county_id, dispute_id);
create table consents as table public.consents;
create index on consents (county_id, proceeding_id);
create table events as select county_id, dispute_id, seq, action, actor_id, at_us, payload from public.events where dispute_id is not null;
create index on events (county_id, dispute_id, seq desc);
create table unread as select county_id, id, recipient_id from public.notifications where read_at is null;
create index on unread (county_id, recipient_id);
create table keys (county_id uuid, actor_id uuid, key uuid, primary key (county_id, actor_id, key));
create table outbox (county_id uuid, dispute_id uuid, action text);
create table answers as select county_id, dispute_id, question, answer, given_by, given_at from public.gate_answers;
create index on answers (county_id, dispute_id);
create table series (county_id uuid, scope uuid, year int, value int, primary key (county_id, scope, year));

-- Two neighbouring characters, with the county in front: the index then holds no other county's entries.
create table grams as
  select d.county_id, d.id as dispute_id, d.registered_at, array(
    select distinct d.county_id || substr(w.word, i, 2) from (
      select d.title as word union all select d.place union all select p.name from parties p where p.county_id = d.county_id and p.dispute_id = d.id) w
    cross join generate_series(1, greatest(1, length(w.word) - 1)) i) as grams
  from matters d;
create index on grams using gin (grams) with (fastupdate = off);

create table party_links as table public.party_links;
create index on party_links (county_id, party_id);
create table notes as table public.notes;
create index on notes (county_id, dispute_id, written_at desc);
create table triages as table public.triages;
create index on triages (county_id, dispute_id, decided_at desc);
create table notices as table public.notices;
create index on notices (county_id, proceeding_id, party_id);
create table signatures as table public.signatures;
create index on signatures (county_id, agreement_id);
create table session_records as table public.session_records;
create index on session_records (county_id, dispute_id) where version = 1;
create table calls as table police_calls;
create index on calls (county_id, dispute_id);
create index on calls (county_id, station_id, called_at) where dispute_id is null;
create table clues as table public.clues;
create index on clues (county_id, station_id) where status = 'new';
create index on sessions (county_id, starts_at);
create index on sessions (county_id, proceeding_id);
create index on agreements (county_id, proceeding_id);
create index on obligations (county_id, agreement_id);
create index on session_people (county_id, person_id);

-- A matter as every list shows it, written once for the statements that list matters; PostgreSQL puts it into each of them.
create view listed as
  select m.*, json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'type', m.type, 'place', m.place, 'registeredAt', m.registered_at,
    'risk', m.risk, 'notAccepted', m.not_accepted_reason,
    'parties', (select json_agg(json_build_array(p.side, case when not p.is_minor then p.name end) order by p.position) from parties p
      where p.county_id = m.county_id and p.dispute_id = m.id),
    'proceeding', case when m.proceeding_id is not null then json_build_object('ordinal', m.ordinal, 'track', m.track, 'status', m.status,
      'outcome', m.outcome, 'acceptedAt', m.accepted_at, 'nextStep', m.next_step, 'nextDueAt', m.next_due_at,
      'lead', (select name from people p where p.county_id = m.county_id and p.id = m.lead_person_id),
      'nextOwner', (select name from people p where p.county_id = m.county_id and p.id = m.next_owner_id),
      'marks', (select json_object_agg(x.force_code, x.mark) from (
        select i.force_code, case when bool_or(i.status = 'accepted') then 'accepted'
          when bool_or(i.status in ('sent', 'seen') and i.answer_by > now()) then 'waiting'
          when bool_or(i.status in ('sent', 'seen', 'expired')) then 'silent' when bool_or(i.status = 'declined') then 'gone' else 'none' end as mark
        from invitations i where i.county_id = m.county_id and i.proceeding_id = m.proceeding_id group by i.force_code) x)) end) as row
  from matters m;

create table slots as select county_id, resource_id, during from public.slots;
alter table slots add exclude using gist (county_id with =, resource_id with =, during with &&);
create table busy as select county_id, resource, resource_id, session_id, meeting_id, held_until, lower(during) as starts_at, upper(during) as ends_at from public.slots;
create index on busy (county_id, resource_id, starts_at);
create index on busy (county_id, session_id) where session_id is not null;
create table helper_months as table public.helper_months;
alter table helper_months add primary key (county_id, person_id, month);
create table joined as select distinct county_id, subject_id as person_id, proceeding_id from dispute_access where relation = 'joined' and is_open;
create index on joined (county_id, person_id);
create index on calls (county_id, group_id);
create index on calls (county_id, station_id, called_at);

create table by_type as
  select county_id, station_id, date_trunc('month', registered_at at time zone 'Asia/Shanghai')::date as month, type,
    count(*) as received, count(*) filter (where ended_at is not null) as ended,
    count(*) filter (where outcome in ('agreedWritten', 'agreedOral')) as agreed, sum(extract(epoch from ended_at - registered_at)) as seconds
  from matters group by 1, 2, 3, 4;
alter table by_type add primary key (county_id, station_id, month, type);
