-- Police calls as the actor may read them. A caller may ask to stay unnamed (程序规定 63): whoever wrote the call down
-- reads the name they wrote, everybody else the family name alone. The phone is encrypted (docs/adr/0033) and masked for all by the application.
create view app.readable_calls with (security_invoker = true) as
  select c.county_id, c.id, c.number, c.station_id, c.called_at, c.place, c.place_key, c.summary, c.incident_id, c.group_id, c.dispute_id,
    c.recorded_by, c.recorded_at,
    case when c.recorded_by = (select app.person()) then c.caller_name else app.family_name_only(c.caller_name) end as caller_name,
    c.phone
  from public.police_calls c;
