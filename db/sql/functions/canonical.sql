-- One spelling for what is compared: two texts are one name or one place when their forms are equal. Ties, calls, similar
-- matters and the search ask here; phones and ID numbers have theirs in db/encryption/canonical.ts, beside their hashes.
-- A form takes nobody's words: what was typed stays as it was.

-- Without signs that nobody sees: zero-width blanks and joiners, soft hyphens, marks of byte order.
create function app.visible_signs(p_text text) returns text language sql immutable parallel safe
  as $$ select translate(p_text, chr(173) || chr(8203) || chr(8204) || chr(8205) || chr(8288) || chr(65279), '') $$;

-- Full and half width, invisible signs, blanks of every kind and the many middle dots count as one: 张　三 as 张三,
-- 阿依古丽 • 买买提 as 阿依古丽·买买提. Blanks stay between Latin words.
create function app.name_form(p_text text) returns text language sql immutable parallel safe as $$
  select lower(btrim(regexp_replace(regexp_replace(regexp_replace(
    normalize(app.visible_signs(p_text), NFKC),
    '\s+', ' ', 'g'),
    '\s*[·•・‧∙⋅●]\s*|(?<=[^ -~])\s*\.\s*(?=[^ -~])', '·', 'g'),
    '(?<=[^ -~])\s|\s(?=[^ -~])', '', 'g')))
$$;

-- 一百零三 as 103, 十二 as 12, 一〇二 as 102, 百一 as 110: the value of a numeral below ten thousand.
create function app.numeral_value(p_numeral text) returns text language plpgsql immutable parallel safe as $$
declare v_sum integer := 0; v_digit integer; v_unit integer := 0; v_last integer := 0; v_one text;
begin
  if p_numeral !~ '[十百千]' then return translate(p_numeral, '零一二三四五六七八九', '0123456789'); end if;
  foreach v_one in array regexp_split_to_array(p_numeral, '') loop
    v_unit := case v_one when '十' then 10 when '百' then 100 when '千' then 1000 else 0 end;
    if v_unit > 0 then
      v_sum := v_sum + coalesce(v_digit, 1) * v_unit;
      v_digit := null;
      v_last := v_unit;
    else
      v_digit := strpos('零一二三四五六七八九', v_one) - 1;
      if v_digit = 0 then v_digit := null; v_last := 0; end if;
    end if;
  end loop;
  -- 一百一 is said for 110 and 一千二 for 1200; with a 零 before it the digit stands for itself.
  return v_sum + coalesce(v_digit, 0) * case when v_last >= 100 then v_last / 10 else 1 end;
end $$;

-- A place however written. Numerals before what they count become digits, without 第 and zeros in front; the words for a
-- building (号楼, 幢, 座, #), a villagers' group and a flat become one each. A piece of a place has the piece of its form.
create function app.place_form(p_text text) returns text language plpgsql immutable parallel safe as $$
declare
  v_form text; v_found text[];
  -- What numerals count in addresses. 楼 after them may be a floor or a building, so both stay as they are.
  v_counted constant text := '(?=号楼|号院|号|栋|棟|幢|座|楼|层|单元|室|房|村民小组|村民组|小组|组|生产队|队|社|期|区|村|路|街|巷|弄|排|户|门)';
begin
  v_form := lower(normalize(translate(app.visible_signs(p_text), '壹贰叁肆伍陆柒捌玖拾佰仟两〇○', '一二三四五六七八九十百千二零零'), NFKC));
  v_form := replace(replace(v_form, '廿', '二十'), '卅', '三十');
  v_form := regexp_replace(v_form, '[\s,.;:''"()\[\]{}<>。、“”‘’·•・~_/《》【】]', '', 'g');
  v_form := regexp_replace(v_form, '[‐‑‒–—―−﹣－]', '-', 'g');
  loop
    v_found := regexp_match(v_form, '第?([零一二三四五六七八九十百千]+)' || v_counted);
    exit when v_found is null;
    v_form := regexp_replace(v_form, '第?' || v_found[1] || v_counted, app.numeral_value(v_found[1]));
  end loop;
  v_form := regexp_replace(v_form, '第(?=\d)', '', 'g');
  v_form := regexp_replace(v_form, '(?<!\d)0+(?=\d)', '', 'g');
  -- 3-2-301: building, unit, room. Two numbers alone may be a range of houses and stay.
  v_form := regexp_replace(v_form, '(?<=[^\d-])(\d+)-(\d+)-(\d+)(?![\d-])', '\1栋\2单元\3');
  v_form := regexp_replace(v_form, '(?<=[\da-z])(?:号楼|号栋|号幢|棟|幢|座|#楼|#)', '栋', 'g');
  v_form := regexp_replace(v_form, '(?<=\d)(?:村民小组|村民组|小组)', '组', 'g');
  return regexp_replace(v_form, '(?<=\d)(?:室|号房|房)', '', 'g');
end $$;

-- The place as calls are compared by: what follows the building or the street number (unit, floor, room) is dropped, so that
-- 江畔花园 3号楼2单元301 and 江畔花园三栋 401 are one place.
create function app.place_key(p_text text) returns text language plpgsql immutable parallel safe as $$
declare v_form constant text := app.place_form(p_text);
begin
  return coalesce(
    (regexp_match(v_form, '^(.*?[\da-z]栋)'))[1],
    (regexp_match(v_form, '^(.*?\d号)院?(?:[\d东西南北一二三四五六七八九十].*)?$'))[1],
    nullif(regexp_replace(regexp_replace(v_form, '\d+单元.*$', ''), '(?<=\D)\d{3,4}$', ''), ''),
    v_form);
end $$;

-- The same for calls whose key is of an older form, or that came without triggers: a step of an upgrade, and of loading rows.
create function app.write_place_keys() returns void language sql set search_path = public, pg_temp as $$
  update police_calls set place_key = app.place_key(place) where place_key <> app.place_key(place)
$$;

-- Keeps the key beside the place, whoever writes it.
create function app.keep_place_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.place_key := app.place_key(new.place);
  return new;
end $$;
