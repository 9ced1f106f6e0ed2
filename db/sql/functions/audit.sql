-- The audit: who read what is confidential, who was refused, who searched for a person, signed in or printed. Readings are
-- events of their dispute's chain; the rest joins one chain of the county, since it belongs to no dispute or changes none.

-- In the form of a UUID of version 5.
create function app.audit_chain(p_county uuid) returns uuid language sql immutable parallel safe
  as $$ select overlay(overlay(md5('audit ' || p_county) placing '5' from 13) placing '8' from 17)::uuid $$;

create function app.append_audit(p_county uuid, p_actor uuid, p_kind actor_kind, p_action text, p_at_us bigint, p_payload text)
  returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  if p_action not like 'audit.%' then
    raise exception 'no entry of the audit' using errcode = 'insufficient_privilege';
  end if;
  return app.append_event(p_county, app.audit_chain(p_county), null, null, p_actor, p_kind, p_action, p_at_us, p_payload);
end $$;

-- What the reader is entitled to know of it, newest first.
-- · A head of a station: what concerns its disputes, and what its own people did without one.
-- · A head of a committee: the same of what the committee has or had, and the windows of its matters on either line.
-- · An administrator: who signed in. Each of them: that the checkpoints began anew after a restore, and why.
-- It says that a confidential paper was opened, by whom and when, and never which one or in which lane.
create function app.audit_trail(p_actions text[], p_name text, p_from_us bigint, p_until_us bigint,
    p_before_us bigint, p_before_chain uuid, p_before_seq bigint, p_limit integer)
  returns table (at_us bigint, chain uuid, seq bigint, action text, who text, post text, dispute_id uuid, number text, payload jsonb)
  language sql stable security definer set search_path = public, pg_temp set enable_sort = off set enable_incremental_sort = off as $$
  -- In the order of the index events_audited, so that a page stops at its last entry; without sorting the planner keeps to it.
  select e.at_us, e.chain, e.seq, e.action, p.name, p.post, d.id, d.number,
    e.payload::jsonb - array['noteId', 'cardId', 'fileId', 'opinionId', 'party', 'link', 'person', 'job', 'windowId']
  from events e
  left join people p on p.county_id = e.county_id and p.id = coalesce(e.actor_id, (e.payload::jsonb ->> 'person')::uuid)
  left join disputes d on d.county_id = e.county_id and d.id = coalesce(e.dispute_id, (e.payload::jsonb ->> 'disputeId')::uuid)
  where e.county_id = (select app.proven_county())
    and e.action in ('note.read', 'file.read', 'opinion.read', 'party.reveal', 'window.read', 'window.decide', 'window.confirm', 'window.end',
      'window.review', 'audit.search', 'audit.refuse', 'audit.export', 'audit.signIn', 'audit.failSignIn', 'audit.signOut', 'audit.beginAnew')
    and e.action = any (p_actions) and e.at_us >= p_from_us and e.at_us <= coalesce(p_before_us, p_until_us - 1)
    and (p_before_us is null or e.at_us < p_before_us or e.chain > p_before_chain or e.chain = p_before_chain and e.seq < p_before_seq)
    and (p_name = '' or coalesce(e.actor_id, (e.payload::jsonb ->> 'person')::uuid) = any (array(
      select id from people where county_id = (select app.proven_county()) and strpos(app.name_form(name), app.name_form(p_name)) > 0)))
    and case when e.action = 'audit.beginAnew' then (select app.office()) in ('admin', 'stationHead', 'committeeHead') else case (select current_setting('app.role', true))
      when 'admin' then e.action in ('audit.signIn', 'audit.failSignIn', 'audit.signOut')
      when 'stationHead' then e.action not in ('audit.signIn', 'audit.failSignIn', 'audit.signOut')
        and case when d.id is null then p.station_id else app.heir_of(d.county_id, d.station_id) end = (select app.station())
      when 'committeeHead' then e.action not in ('audit.signIn', 'audit.failSignIn', 'audit.signOut')
        and case when d.id is null then p.committee_id else app.heir_of(d.county_id, d.committee_id) end
          = (select committee_id from people where county_id = (select app.proven_county()) and id = app.person())
        and (d.id is null or e.action like 'window.%' or exists (select from dispute_access a where a.county_id = d.county_id and a.dispute_id = d.id
          and a.subject_id = app.heir_of(d.county_id, d.committee_id) and a.relation = 'committee'
          and (e.proceeding_id is null or a.proceeding_id is not distinct from e.proceeding_id)
          and (a.until is null or e.at_us <= extract(epoch from a.until) * 1000000)))
      else false end end
  order by e.county_id, e.at_us desc nulls last, e.chain, e.seq desc nulls last limit least(p_limit, 200)
$$;
