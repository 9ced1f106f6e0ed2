-- 张某: the family name of whoever must not be recognised, as courts print it.
create function app.family_name_only(p_name text) returns text language sql immutable parallel safe
  as $$ select case when p_name = '' then '' else left(p_name, 1) || '某' end $$;
