-- What the sentence of a proceeding's next step names: whom it concerns in their order, null for a minor; which session;
-- which obligation. Asked for all proceedings of a page at once, and for the steps they are at, with the rights of whoever asks. One statement for each kind
-- of step that occurs: PostgreSQL would start all of them, with everything their policies ask, to carry out one.
create function app.step_details(p_county uuid, p_proceedings uuid[], p_steps public.next_step[])
  returns table (proceeding_id uuid, people json, session json, obligation json) language plpgsql stable as $$
declare v_step public.next_step;
begin
  for v_step in select distinct s from unnest(p_steps) s loop
    case
    when v_step = 'giveNotice' then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from app.readable_parties p
          where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and not p.is_departed and p.kind <> 'unidentified'
            and not exists (select from public.notices n
              where n.county_id = pr.county_id and n.proceeding_id = pr.id and n.party_id = p.id
                and app.may_speak(n.county_id, n.party_id, n.spoken_by_link_id, 'hear', pr.track, null))), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'recordConsent' then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from app.readable_parties p
          where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and p.kind <> 'unidentified'
            and p.id in (select app.consent_gap(pr.county_id, pr.id, pr.dispute_id, null, null))), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'identifyParty' then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from app.readable_parties p
          where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and p.kind = 'unidentified'), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'awaitAnswers' then
      return query select pr.id, (
          select json_agg(q.name order by i.answer_by) from public.invitations i
          join public.people q on q.county_id = i.county_id and q.id = i.person_id
          where i.county_id = pr.county_id and i.proceeding_id = pr.id and i.status in ('sent', 'seen')), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'collectSignatures' then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from app.readable_parties p
          where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and not p.is_departed and not exists (select from public.agreements a
            join public.signatures s on s.county_id = a.county_id and s.agreement_id = a.id and s.party_id = p.id
            where a.county_id = pr.county_id and a.proceeding_id = pr.id and a.status in ('draft', 'signing'))), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step in ('watchPerformance', 'followBreach') then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from public.obligation_parties b
          join app.readable_parties p on p.county_id = b.county_id and p.id = b.party_id
          where b.county_id = pr.county_id and b.obligation_id = o.id and b.part = 'obligor'), null::json,
          case when o.id is not null then json_build_object('kind', o.kind, 'amountFen', o.amount_fen, 'dueOn', o.due_on) end
        from public.proceedings pr left join lateral (select x.* from public.obligations x
          join public.agreements a on a.county_id = x.county_id and a.id = x.agreement_id and a.status in ('effective', 'replaced')
          where a.county_id = pr.county_id and a.proceeding_id = pr.id and num_nonnulls(x.performed_at, x.waived_at, x.superseded_at) = 0 order by x.due_on, x.ordinal limit 1) o on true
        where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step in ('awaitAssignments', 'settleAssignment') then
      return query select pr.id, (
          select json_agg(coalesce(q.name, a.organisation) order by a.due_at, a.id) from public.assignments a
          left join public.people q on q.county_id = a.county_id and q.id = a.person_id
          where a.county_id = pr.county_id and a.dispute_id = pr.dispute_id and a.proceeding_id = pr.id
            and (v_step = 'awaitAssignments' and a.status = 'open' or v_step = 'settleAssignment' and a.status in ('done', 'cannot'))), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'sealAgreement' then
      return query select pr.id, (select coalesce(json_agg(h.name), '[]') from app.sealers_of(pr.county_id, pr.id) h), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step = 'decideLeadRequest' then
      return query select pr.id, (
          select json_agg(case when not p.is_minor then p.name end order by p.position) from public.lead_requests q
          join app.readable_parties p on p.county_id = q.county_id and p.id = q.party_id
          where q.county_id = pr.county_id and q.proceeding_id = pr.id and q.outcome is null), null::json, null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    when v_step in ('holdSession', 'recordSession') then
      return query select pr.id, null::json, (
          select json_build_object('ordinal', s.ordinal, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', coalesce(r.name, s.place), 'isRunning', s.started_at is not null)
          from public.sessions s left join public.rooms r on r.county_id = s.county_id and r.id = s.room_id
          where s.county_id = pr.county_id and s.proceeding_id = pr.id and s.status = 'booked' and s.held_until is null
          order by s.started_at is null, s.starts_at limit 1), null::json
        from public.proceedings pr where pr.county_id = p_county and pr.id = any (p_proceedings) and pr.next_step = v_step;
    else null;
    end case;
  end loop;
end $$;
