-- What was given is given on a day that was; a list stays as it was made, and is drawn once.
create function app.check_deposit() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.deposited_on > app.day_of(app.now()) then
      raise exception 'to come' using errcode = '23514', constraint = 'deposits_happened';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.pdf_sha256 is not null
    or to_jsonb(new) - '{pdf_sha256,word_sha256}'::text[] <> to_jsonb(old) - '{pdf_sha256,word_sha256}'::text[] then
    raise exception 'append only' using errcode = '23001', constraint = 'deposits_append_only', table = tg_table_name;
  end if;
  return new;
end $$;

-- Dossiers of people's mediation that are archived, on the list of the committee that keeps them, from the act that made it.
create function app.check_deposited_dossier() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from deposits d join proceedings p on p.county_id = d.county_id and p.id = new.proceeding_id
      join committees c on c.county_id = p.county_id and c.id = p.committee_id
      where d.county_id = new.county_id and d.id = new.deposit_id and d.deposited_at = app.now()::timestamptz(3) and p.track = 'peoples'
        and app.day_of(p.archived_at) <= d.deposited_on
        and (c.id = d.committee_id or app.heir_of(c.county_id, c.successor_id) = d.committee_id)) then
    raise exception 'not archived there' using errcode = '23514', constraint = 'deposited_dossiers_archived';
  end if;
  return new;
end $$;
