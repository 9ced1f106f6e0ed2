-- 张某: the family name of whoever must not be recognised, as courts print it.
create function app.family_name_only(p_name text) returns text language sql immutable parallel safe
  as $$ select case when p_name = '' then '' else left(p_name, 1) || '某' end $$;

-- 138****2719, the brother of maskPhone (server/access/mask.ts): the first three and last four digits of a phone; of a
-- short number only the last two.
create function app.mask_phone(p_phone text) returns text language sql immutable parallel safe
  as $$ select case
    when regexp_replace(p_phone, '[^0-9+]', '', 'g') = '' then ''
    when length(regexp_replace(p_phone, '[^0-9+]', '', 'g')) < 9 then '****' || right(regexp_replace(p_phone, '[^0-9+]', '', 'g'), 2)
    else left(regexp_replace(p_phone, '[^0-9+]', '', 'g'), 3) || '****' || right(regexp_replace(p_phone, '[^0-9+]', '', 'g'), 4) end $$;
