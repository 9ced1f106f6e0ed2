-- Whether the actor reads minors' whole names in a dispute: its lead and its committee, and whoever has a window open there.
create function app.reads_minors(p_county uuid, p_dispute uuid) returns boolean language plpgsql stable as $$
begin
  return app.is_system()
    or exists (select from app.own_rights a where a.county_id = p_county and a.dispute_id = p_dispute
      and a.is_current and a.relation in ('lead', 'committee'))
    or exists (select from app.own_windows w where w.county_id = p_county and w.dispute_id = p_dispute);
end $$;

-- 张某: the family name of whoever must not be recognised, as courts print it.
create function app.family_name_only(p_name text) returns text language sql immutable parallel safe
  as $$ select case when p_name = '' then '' else left(p_name, 1) || '某' end $$;

-- A name as the Chinese collation of ICU ("zh-x-icu", part of PostgreSQL) sorts it right: that collation reads each character in
-- its usual way, 单 as dan. A family name that is read otherwise is replaced by characters that have that reading alone.
create function app.name_order(p_name text) returns text language sql immutable parallel safe as $$
  select case when char_length(p_name) > 2 and left(p_name, 2) in ('万俟', '尉迟', '长孙', '单于', '澹台', '乐正')
    then translate(left(p_name, 2), '万俟尉长单澹乐', '莫其玉掌缠谈月') || substr(p_name, 3)
    else translate(left(p_name, 1), '单仇曾解查区朴盖乐缪员种折召繁郗句能黑洗祭秘长么佴藏会都覃沈薄翟乜阚',
      '山求增谢渣欧飘隔月妙运虫蛇哨坡西勾耐贺险债币掌妖耐葬贵独秦审勃摘聂看') || substr(p_name, 2) end
$$;
