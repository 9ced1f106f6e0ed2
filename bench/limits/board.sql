-- $1 county, $2 proceeding: each force with who was asked and what they said.
select f.code, f.name_zh, (select json_agg(json_build_object('id', i.id, 'name', p.name, 'status', i.status, 'answerBy', i.answer_by) order by i.sent_at)
  from bench_limit.invitations i join people p on p.county_id = i.county_id and p.id = i.person_id
  where i.county_id = f.county_id and i.proceeding_id = $2::uuid and i.force_code = f.code) as asked,
  (select json_agg(c.answer) from bench_limit.consents c where c.county_id = f.county_id and c.proceeding_id = $2::uuid and c.force_code = f.code) as consents
from forces f where f.county_id = $1::uuid and f.disabled_at is null order by f.sort
