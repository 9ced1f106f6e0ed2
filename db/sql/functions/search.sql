-- What disputes are found by (docs/adr/0039): kept beside each dispute by triggers, asked by app.find_disputes alone.

-- The form in which tokens are made. Whoever changes it counts this up, and `migrate` writes older rows anew.
create function app.words_form() returns smallint language sql immutable parallel safe as $$ select 4::smallint $$;

-- Tokens begin with the county, so that an index of all counties costs a search what its own county holds. The last signs
-- of the id: two counties of the same ones only read some of each other's entries, since what is found is compared again.
create function app.token_prefix(p_county uuid) returns text language sql immutable parallel safe
  as $$ select right(p_county::text, 4) $$;

-- At each character two neighbours, or the whole rest of a run of letters, digits and signs up to 16 of them: the
-- beginnings of tokens are then all pieces of one and two characters, and all pieces of such runs.
create function app.tokens_of(p_county uuid, p_words text, p_sounds text) returns tsvector language plpgsql immutable parallel safe as $$
declare v_prefix constant text := app.token_prefix(p_county);
begin
  return (select coalesce(array_to_tsvector(array_agg(distinct t.token collate "C")), '') from (
    select v_prefix || ':' || case when ascii(s.rest) > 126 then regexp_replace(left(s.rest, 2), '\s', '')
      else substring(s.rest from '^[!-~]+') end as token
    from regexp_split_to_table(p_words, '\n') line cross join lateral (
      select substr(line, i, 16) as rest from generate_series(1, char_length(line)) i) s
    where s.rest ~ '^\S'
    union all
    select v_prefix || '~' || sound from regexp_split_to_table(p_sounds, '\n') sound where sound <> '') t
  where t.token is not null);
end $$;

-- The ways in which a word may stand there: as it is typed, and in the forms by which places and names are compared (app.place_form,
-- app.name_form): 3幢 finds 三栋, and 张 三 is found by 张三.
create function app.ways_of(p_word text) returns setof text language sql immutable parallel safe as $$
  select distinct way from unnest(array[p_word, app.place_form(p_word), app.name_form(p_word)]) way where way <> ''
$$;

-- What has to be among a dispute's tokens where it has all of these words. Single signs of a longer word are left to the
-- comparison that follows: half of all places hold a 1. A word of letters alone may also be how somebody's name sounds.
create function app.tokens_asked(p_county uuid, p_words text[]) returns tsquery language sql stable parallel safe as $$
  select string_agg(format('(%s)', a.ways), ' & ')::tsquery from (select string_agg(concat_ws(' | ', '(' || p.pieces || ')', p.sound), ' | ') as ways from (
    select w.nth, string_agg(q.token, ' & ') as pieces,
      case when w.word ~ '^[a-z]+$' then app.quoted_token(app.token_prefix(p_county) || '~' || left(w.word, 40)) end as sound
    from (select o.nth, way as word from unnest(p_words) with ordinality o (word, nth) cross join lateral app.ways_of(o.word) way) w
    cross join lateral (
      select app.quoted_token(app.token_prefix(p_county) || ':' || piece) as token from (
        select m[1] as piece, row_number() over (order by char_length(m[1]) desc) as rank from (
          select regexp_matches(w.word, '([!-~]{1,16})', 'g') as m
          union all
          select array[substr(w.word, i, 2)] from generate_series(1, char_length(w.word)) i
          where ascii(substr(w.word, i, 1)) > 126 and (i < char_length(w.word) or i = 1 or substr(w.word, i - 1, 1) ~ '^[!-~]$')
        ) each
      ) ranked where char_length(piece) > 1 or rank = 1) q
    group by w.nth, w.word) p group by p.nth) a
$$;

-- 'word':* as a query reads it.
create function app.quoted_token(p_token text) returns text language sql immutable parallel safe
  as $$ select '''' || replace(replace(p_token, '\', '\\'), '''', '''''') || ''':*' $$;

-- A name as it sounds, from each of its characters on: 王志强 as wangzhiqiang, zhiqiang, qiang, wzq, zq, q. Characters that
-- are read in two ways give both: all in the usual one, with the family name's own, and all in the other one.
create function app.sounds_of(p_name text) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_one text; v_found character_sounds; v_pair character_sounds;
  v_ways text[] := '{"",""}'; v_initials text[] := '{"",""}'; v_sounds text[] := '{}'; v_syllables text[];
begin
  if char_length(p_name) > 2 then select * into v_pair from character_sounds where character = left(p_name, 2); end if;
  -- From the end on, so that each character only adds its own syllable to what follows it.
  for i in reverse char_length(p_name) .. 1 loop
    v_one := substr(p_name, i, 1);
    select * into v_found from character_sounds where character = v_one;
    continue when not found and v_one !~ '^[A-Za-z0-9]$';
    v_syllables := array[coalesce(v_found.sound, lower(v_one)), coalesce(v_found.other_sound, v_found.sound, lower(v_one))];
    if i = 1 then v_syllables[2] := v_syllables[1]; end if;
    v_syllables[1] := coalesce(case when i <= char_length(v_pair.character) then split_part(v_pair.surname_sound, ' ', i)
      when i = 1 then v_found.surname_sound end, v_syllables[1]);
    for way in 1 .. 2 loop
      v_ways[way] := v_syllables[way] || v_ways[way];
      v_initials[way] := left(v_syllables[way], 1) || v_initials[way];
    end loop;
    v_sounds := v_sounds || v_ways || v_initials;
  end loop;
  return (select string_agg(distinct sound, chr(10)) from unnest(v_sounds) sound);
end $$;

-- Numbers that stand on a dispute's papers and calls: of its dossiers, those that are void too, of its agreements, and the calls that are part of it.
create function app.numbers_of(p_county uuid, p_dispute uuid) returns setof text language sql stable as $$
  select p.dossier_number from public.proceedings p where p.county_id = p_county and p.dispute_id = p_dispute and p.dossier_number is not null
  union select v.number from public.proceedings p join public.number_voids v on v.county_id = p.county_id and v.subject_id = p.id and v.kind like 'dossier%'
    where p.county_id = p_county and p.dispute_id = p_dispute
  union select a.number from public.agreements a where a.county_id = p_county and a.dispute_id = p_dispute and a.number is not null
  union select c.number from public.police_calls c where c.county_id = p_county and c.dispute_id = p_dispute
$$;

-- Writes what a dispute is found by: also the numbers of its papers and calls, and of registrations that were merged into it. Minors' names are left out: nobody is
-- to find them by these (未成年人保护法 103). Whoever reads the dispute other than as an invitee reads all of the rest.
create function app.write_words(p_county uuid, p_dispute uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into dispute_words as w (county_id, dispute_id, words, sounds, tokens, form)
  select d.county_id, d.id, t.words, t.sounds, app.tokens_of(d.county_id, t.words, t.sounds), app.words_form()
  from disputes d cross join lateral (
    select lower(concat_ws(chr(10), d.number, d.title, d.place, nullif(replace(d.place, ' ', ''), d.place), string_agg(p.name, chr(10)),
        (select string_agg(m.number, chr(10)) from disputes m where m.county_id = d.county_id and m.merged_into = d.id),
        (select string_agg(concat_ws(chr(10), n, nullif(app.name_form(n), lower(n))), chr(10)) from app.numbers_of(d.county_id, d.id) n),
        nullif(app.place_form(d.place), lower(d.place)), string_agg(nullif(app.name_form(p.name), lower(p.name)), chr(10)))) as words,
      coalesce(string_agg(app.sounds_of(p.name), chr(10)), '') as sounds
    from parties p where p.county_id = d.county_id and p.dispute_id = d.id and not p.is_minor) t
  where d.county_id = p_county and d.id = p_dispute
  on conflict (county_id, dispute_id) do update set words = excluded.words, sounds = excluded.sounds, tokens = excluded.tokens, form = excluded.form
    where (w.words, w.sounds, w.form) is distinct from (excluded.words, excluded.sounds, excluded.form);
end $$;

-- The same for every dispute that lacks it, or has it in an older form: the step of an upgrade, and of loading rows. What it
-- asks of each is planned once: left to choose, PostgreSQL plans it anew for each name.
create function app.write_missing_words() returns void language plpgsql set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
declare v_index text;
begin
  -- Where most are missing, the index is made at the end: half of the time goes into entering words one by one.
  if 2 * (select count(*) from dispute_words w where w.form = app.words_form()) < (select count(*) from disputes) then
    v_index := pg_get_indexdef(to_regclass('dispute_words_by_tokens'));
    drop index if exists dispute_words_by_tokens;
  end if;
  perform app.write_words(d.county_id, d.id) from disputes d
    where not exists (select from dispute_words w where w.county_id = d.county_id and w.dispute_id = d.id and w.form = app.words_form());
  if v_index is not null then execute v_index; end if;
end $$;

-- A dispute's words follow its title and place and whoever is a party. No dispute is without parties at commit, and both
-- come together: the parties write its words.
create function app.follow_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'disputes' then
    if tg_op = 'DELETE' then
      delete from dispute_words where county_id = old.county_id and dispute_id = old.id;
      return old;
    end if;
    perform app.write_words(new.county_id, new.id);
  elsif tg_op = 'INSERT' then
    perform app.write_words(a.county_id, a.dispute_id) from (select distinct county_id, dispute_id from added) a;
  else
    -- Whoever writes meanwhile waits here, so that the last one sees what all wrote.
    perform from disputes where county_id = old.county_id and id = old.dispute_id for no key update;
    perform app.write_words(old.county_id, old.dispute_id);
    if tg_op = 'UPDATE' and new.dispute_id <> old.dispute_id then perform app.write_words(new.county_id, new.dispute_id); end if;
  end if;
  return null;
end $$;

-- A dispute's words follow the numbers of its papers and calls.
create function app.follow_numbers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever writes meanwhile waits here; both where a call goes from one to another.
  perform from disputes d where d.county_id = new.county_id and d.id in (new.dispute_id, old.dispute_id) order by d.id for no key update;
  perform app.write_words(d.county_id, d.id) from disputes d where d.county_id = new.county_id and d.id in (new.dispute_id, old.dispute_id);
  return null;
end $$;

-- Whether a dispute has each of the words: in its own words in one of the ways it may be written, patterns with line ends
-- between them; as the beginning of a name's sound; or by being reached.
create function app.has_words(p_row dispute_words, p_likes text[], p_sounds text[], p_reached uuid[], p_reached_by integer[])
  returns boolean language plpgsql immutable parallel safe as $$
begin
  for i in 1 .. cardinality(p_likes) loop
    continue when p_row.words like any (string_to_array(p_likes[i], chr(10))) or p_sounds[i] <> '' and chr(10) || p_row.sounds like p_sounds[i];
    if not exists (select from unnest(p_reached, p_reached_by) r (id, nth) where r.id = p_row.dispute_id and r.nth = i) then
      return false;
    end if;
  end loop;
  return true;
end $$;

-- Of these disputes those whose words hold a text, in small letters and in a form that is kept: the system compares places by it.
create function app.disputes_holding(p_county uuid, p_disputes uuid[], p_text text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select w.dispute_id from dispute_words w where w.county_id = p_county and w.dispute_id = any (p_disputes)
    and strpos(w.words, p_text) > 0
$$;

-- A subject's rights to more than an invitation, in the role they act in, newest first: the walk of `reachable` for one of the actor's subjects.
create function app.rights_of(p_county uuid, p_subject uuid, p_is_open boolean, p_after_at timestamptz, p_after uuid)
  returns table (registered_at timestamptz, dispute_id uuid) language sql stable as $$
  select a.registered_at, a.dispute_id from public.dispute_access a
  where a.county_id = p_county and a.subject_id = p_subject and a.relation <> 'invited'
    and (a.relation = 'joined') <> app.is_office() and (not p_is_open or a.is_open)
    and (not a.is_hidden or exists (select from public.reading_windows o where o.county_id = a.county_id and o.dispute_id = a.dispute_id
      and o.person_id = (select app.person()) and app.window_is_open(o)))
    and (p_after is null or (a.registered_at, a.dispute_id) < (p_after_at, p_after))
  order by a.registered_at desc, a.dispute_id desc
$$;

-- The disputes with all of these words that the actor may read, newest first: those of `reachable`
-- (server/access/reachable.ts), asked in the same way of dispute_access. `p_reached` are disputes that a word, named by its
-- place in `p_words`, leads to in another way: by somebody's phone. A rare word is answered from the index of tokens; one
-- that a good part of the county has by walking the actor's rights until enough are found.
create function app.find_disputes(p_words text[], p_reached uuid[], p_reached_by integer[], p_is_open boolean,
    p_after_at timestamptz, p_after uuid, p_limit integer)
  returns table (registered_at timestamptz, id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_county constant uuid := app.proven_county();
  -- Who wants few finds them sooner among the newest of what they may read than in a list of thousands.
  v_most constant integer := case when p_limit <= 25 then 1000 else 5000 end;
  v_few constant integer := 200;
  v_words text[]; v_likes text[]; v_sounds text[]; v_is_plain boolean; v_query tsquery; v_hits uuid[];
begin
  select array_agg(lower(w) order by nth), array_agg(likes order by nth),
      array_agg(case when lower(w) ~ '^[a-z]+$' then '%' || chr(10) || lower(w) || '%' else '' end order by nth),
      not bool_or(lower(w) ~ '^[a-z]+$' or strpos(likes, chr(10)) > 0) and cardinality(p_reached) = 0
    into v_words, v_likes, v_sounds, v_is_plain
    from unnest(p_words) with ordinality t (w, nth) cross join lateral (
      select string_agg('%' || regexp_replace(way, '([\\%_])', '\\\1', 'g') || '%', chr(10)) as likes from app.ways_of(lower(w)) way) l;
  v_query := app.tokens_asked(v_county, v_words);

  select array_agg(h.dispute_id) into v_hits from (
    -- The county stands in the tokens and is compared again in a way that no other index answers: planning this for its
    -- values cost more than finding a rare word.
    (select w.dispute_id from dispute_words w where w.tokens @@ v_query and w.county_id is not distinct from v_county
      and (w.words like all (v_likes) or not v_is_plain and app.has_words(w, v_likes, v_sounds, p_reached, p_reached_by))
      limit v_most + 1)
    union all
    select w.dispute_id from unnest(p_reached) r (id) join dispute_words w on w.county_id = v_county and w.dispute_id = r.id
    where app.has_words(w, v_likes, v_sounds, p_reached, p_reached_by)) h;

  if v_query is not null and coalesce(cardinality(v_hits), 0) <= v_most then
    -- Few are looked up one by one; of many, whether that is the way depends on how many.
    if cardinality(v_hits) > v_few then perform set_config('plan_cache_mode', 'force_custom_plan', true); end if;
    return query
      select distinct on (a.registered_at, a.dispute_id) a.registered_at, a.dispute_id
      from unnest(v_hits) h (id) join dispute_access a on a.county_id = v_county and a.dispute_id = h.id
        and a.subject_id = any (app.subjects()) and a.relation <> 'invited'
    and (a.relation = 'joined') <> app.is_office() and (not p_is_open or a.is_open)
        and (not a.is_hidden or exists (select from reading_windows o where o.county_id = a.county_id and o.dispute_id = a.dispute_id
          and o.person_id = app.person() and app.window_is_open(o)))
      where p_after is null or (a.registered_at, a.dispute_id) < (p_after_at, p_after)
      order by a.registered_at desc, a.dispute_id desc limit p_limit;
    return;
  end if;
  return query select * from app.find_by_walking(v_likes, v_sounds, v_is_plain, p_reached, p_reached_by, p_is_open, p_after_at, p_after, p_limit);
end $$;

-- The same for words that a good part of the county has: the actor's rights, newest first, until enough have them. Planned for
-- its values, since how far it walks depends on them.
create function app.find_by_walking(p_likes text[], p_sounds text[], p_is_plain boolean, p_reached uuid[], p_reached_by integer[],
    p_is_open boolean, p_after_at timestamptz, p_after uuid, p_limit integer)
  returns table (registered_at timestamptz, id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  v_county constant uuid := app.proven_county();
  v_subjects constant uuid[] := app.subjects();
begin
  return query
    select distinct on (u.registered_at, u.dispute_id) u.registered_at, u.dispute_id from (
      select * from app.rights_of(v_county, v_subjects[1], p_is_open, p_after_at, p_after)
      union all select * from app.rights_of(v_county, v_subjects[2], p_is_open, p_after_at, p_after)
      union all select * from app.rights_of(v_county, v_subjects[3], p_is_open, p_after_at, p_after)
      order by registered_at desc, dispute_id desc) u
    -- Asked of one after the other: what PostgreSQL expects of `like` is far too little, and it would read them all for each.
    cross join lateral (select from dispute_words w where w.county_id = v_county and w.dispute_id = u.dispute_id
      and (w.words like all (p_likes) or not p_is_plain and app.has_words(w, p_likes, p_sounds, p_reached, p_reached_by)) offset 0) w
    order by u.registered_at desc, u.dispute_id desc limit p_limit;
end $$;

-- By what each of the words found a dispute: the field and what stands there, in the order of the words; null for a word that found it
-- in another way. Adults and organisations alone are named, as they are to everyone with a right to the dispute.
create function app.why_found(p_county uuid, p_dispute uuid, p_number text, p_title text, p_place text, p_words text[])
  returns json language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_word text; v_ways text[]; v_name text; v_number text; v_found json[] := '{}';
begin
  perform app.require_right(p_county, 'dispute', p_dispute);
  foreach v_word in array p_words loop
    v_number := null;
    v_ways := array(select app.ways_of(lower(v_word)));
    if app.holds(p_number, v_ways) then v_found := v_found || json_build_object('field', 'number', 'text', p_number);
    elsif app.holds(p_title, v_ways) then v_found := v_found || json_build_object('field', 'title', 'text', p_title);
    elsif app.holds(p_place, v_ways) or app.holds(app.place_form(p_place), v_ways) then
      v_found := v_found || json_build_object('field', 'place', 'text', p_place);
    else
      select p.name into v_name from parties p where p.county_id = p_county and p.dispute_id = p_dispute and not p.is_minor
        and (app.holds(p.name, v_ways) or app.holds(app.name_form(p.name), v_ways)
          or lower(v_word) ~ '^[a-z]+$' and chr(10) || app.sounds_of(p.name) like '%' || chr(10) || lower(v_word) || '%')
        order by p.position limit 1;
      if not found then
        select n into v_number from app.numbers_of(p_county, p_dispute) n where app.holds(n, v_ways) or app.holds(app.name_form(n), v_ways) limit 1;
      end if;
      if not found then
        select m.number into v_name from disputes m where m.county_id = p_county and m.merged_into = p_dispute and app.holds(m.number, v_ways) limit 1;
        v_found := v_found || case when found then json_build_object('field', 'formerNumber', 'text', v_name) end;
      elsif v_number is not null then
        v_found := v_found || json_build_object('field', 'number', 'text', v_number);
      else
        v_found := v_found || json_build_object('field', 'party', 'text', v_name);
      end if;
    end if;
  end loop;
  return array_to_json(v_found);
end $$;

-- Whether a text holds one of these words, however either is written.
create function app.holds(p_text text, p_ways text[]) returns boolean language sql immutable parallel safe
  as $$ select exists (select from unnest(p_ways) way where strpos(lower(p_text), way) > 0 or strpos(replace(lower(p_text), ' ', ''), way) > 0) $$;
