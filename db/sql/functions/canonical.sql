-- One spelling for what is compared: two texts are one name or one place when their forms are equal. Ties, calls, similar
-- matters and the search ask here; phones and ID numbers have theirs in db/encryption/canonical.ts, beside their hashes.
-- A form takes nobody's words: what was typed stays as it was.

-- Without signs that nobody sees and that are pasted along: zero-width blanks and joiners, soft hyphens, marks of direction
-- and of byte order, variants of a sign, and the fillers of Hangul.
create function app.visible_signs(p_text text) returns text language sql immutable parallel safe as $$
  select regexp_replace(p_text, '[\u00AD\u061C\u115F\u1160\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g')
$$;

-- Traditional characters that stand in names and addresses as mainland papers write them (by the table Hant–Hans of ICU, the
-- frequent ones): 張偉 as 张伟, 3號樓 as 3号楼. Most texts hold none: looking
-- is cheaper than replacing.
create function app.simplified(p_text text) returns text language sql immutable parallel safe as $$
  select case when p_text ~ ('[張陳劉楊黃趙吳孫馬鄭謝韓馮許鄧蕭鄒賈閻葉蔣盧蘇龍萬譚範陸賀龔錢湯嚴賴顧龐鄔鄺蘭莊聶齊鍾欒閔閆顏韋駱鮑麥畢喬單尋紀羅聞藍衛談諸豐貝費賓賽車連遲邊郟酈鈕闞項須鮮鳳麗呂偉強國軍華紅雲濤'
    || '濱鵬輝東陽曉瑩瓊蓮蘋藝榮貴財寶慶興業達遠進運遼錦銀鐵鋼鋒銳鈞錄鎮鏡長門開關閣陰隊階際隨雙難電靈靜頂順預領頭題額顯願類風飛飯飾館馳駐騎驗驛魚鳥鳴鴻鶴點齡歲島崗嶺峽幣幫幹庫廠廣廟廳彈彎'
    || '徑從復徵恆悅愛憲應懷戰戶擁擇據揚換揮損撥撫擊擔擴攝敗數斷時晉暢曆會書條來極樂樓樣標樞樹橋機檔檢櫻權歐歡歸氣漢滿漸漁潔潤澗澤濟濕瀋瀾灣灘灤無煉煒煙熱燁燈燦營爐爭爾牆狀獎獨獲現瑋瑤瑪環'
    || '產畝畫異當發盡監盤眾礦碼磚礎祿禮禎種稱積穩穀窩窯競筆節築簡簽籃籌粵糧糾約純紗紙級細紳紹終組結絡給統絲經綜綠維綱網綺綿緊緒線緣編練緯縣總績織繡繩繪繼續纖罰義習聖聯聲職聽肅膠臨臺與舉舊'
    || '艦艷蒼蓋薩藥蘆處虛號術衝裝裡製複見規視親覺覽觀計訂訊討訓記設訪評詞試詩話該詳誌認誠語說誼調請論諧謀謙證譜譯議護讀變讓負貢貨販責買貿資賜賞賢賣質賬購贈贊趕跡軌軒軟載輔輕輛輪輯輸轄轉辦'
    || '農週遊過違遙遞適遷選遺還郵鄉鄰醫醬釋針鈴鉅銅銘銷鋁鋪錫鍋鍛鎖鐘鑄鑒閃閉閑間閱闊隱雞離霧響頁頌頤頻養駕駿騰體鬆魯鯉鴨鷹鹽黨齒個倉備傑傳債傷僑價億儀優償儲兒兩準凱別則剛創劃劇劍勁動務勝'
    || '勞勢勳勵區協厲參員問啟園圍圖團圓壇壓壩墾場塊塗塵壯壽夢奮婦媽嬌學寧實審寬將專對導層屬岡師帥帳帶廈彥後徹憶戲敘棟樁樑況沖測湧溝溫滄滬瀏獅獻療碩稅穎紛絕綸縫聰萊薑薦補訴課諾豬躍陝隴雛鞏'
    || '頓騙鬧黴麵]')
    then translate(p_text,
    '張陳劉楊黃趙吳孫馬鄭謝韓馮許鄧蕭鄒賈閻葉蔣盧蘇龍萬譚範陸賀龔錢湯嚴賴顧龐鄔鄺蘭莊聶齊鍾欒閔閆顏韋駱鮑麥畢喬單尋紀羅聞藍衛談諸豐貝費賓賽車連遲邊郟酈鈕闞項須鮮鳳麗呂偉強國軍華紅雲濤濱'
    || '鵬輝東陽曉瑩瓊蓮蘋藝榮貴財寶慶興業達遠進運遼錦銀鐵鋼鋒銳鈞錄鎮鏡長門開關閣陰隊階際隨雙難電靈靜頂順預領頭題額顯願類風飛飯飾館馳駐騎驗驛魚鳥鳴鴻鶴點齡歲島崗嶺峽幣幫幹庫廠廣廟廳彈彎徑'
    || '從復徵恆悅愛憲應懷戰戶擁擇據揚換揮損撥撫擊擔擴攝敗數斷時晉暢曆會書條來極樂樓樣標樞樹橋機檔檢櫻權歐歡歸氣漢滿漸漁潔潤澗澤濟濕瀋瀾灣灘灤無煉煒煙熱燁燈燦營爐爭爾牆狀獎獨獲現瑋瑤瑪環產'
    || '畝畫異當發盡監盤眾礦碼磚礎祿禮禎種稱積穩穀窩窯競筆節築簡簽籃籌粵糧糾約純紗紙級細紳紹終組結絡給統絲經綜綠維綱網綺綿緊緒線緣編練緯縣總績織繡繩繪繼續纖罰義習聖聯聲職聽肅膠臨臺與舉舊艦'
    || '艷蒼蓋薩藥蘆處虛號術衝裝裡製複見規視親覺覽觀計訂訊討訓記設訪評詞試詩話該詳誌認誠語說誼調請論諧謀謙證譜譯議護讀變讓負貢貨販責買貿資賜賞賢賣質賬購贈贊趕跡軌軒軟載輔輕輛輪輯輸轄轉辦農'
    || '週遊過違遙遞適遷選遺還郵鄉鄰醫醬釋針鈴鉅銅銘銷鋁鋪錫鍋鍛鎖鐘鑄鑒閃閉閑間閱闊隱雞離霧響頁頌頤頻養駕駿騰體鬆魯鯉鴨鷹鹽黨齒個倉備傑傳債傷僑價億儀優償儲兒兩準凱別則剛創劃劇劍勁動務勝勞'
    || '勢勳勵區協厲參員問啟園圍圖團圓壇壓壩墾場塊塗塵壯壽夢奮婦媽嬌學寧實審寬將專對導層屬岡師帥帳帶廈彥後徹憶戲敘棟樁樑況沖測湧溝溫滄滬瀏獅獻療碩稅穎紛絕綸縫聰萊薑薦補訴課諾豬躍陝隴雛鞏頓'
    || '騙鬧黴麵',
    '张陈刘杨黄赵吴孙马郑谢韩冯许邓萧邹贾阎叶蒋卢苏龙万谭范陆贺龚钱汤严赖顾庞邬邝兰庄聂齐钟栾闵闫颜韦骆鲍麦毕乔单寻纪罗闻蓝卫谈诸丰贝费宾赛车连迟边郏郦钮阚项须鲜凤丽吕伟强国军华红云涛滨'
    || '鹏辉东阳晓莹琼莲苹艺荣贵财宝庆兴业达远进运辽锦银铁钢锋锐钧录镇镜长门开关阁阴队阶际随双难电灵静顶顺预领头题额显愿类风飞饭饰馆驰驻骑验驿鱼鸟鸣鸿鹤点龄岁岛岗岭峡币帮干库厂广庙厅弹弯径'
    || '从复征恒悦爱宪应怀战户拥择据扬换挥损拨抚击担扩摄败数断时晋畅历会书条来极乐楼样标枢树桥机档检樱权欧欢归气汉满渐渔洁润涧泽济湿沈澜湾滩滦无炼炜烟热烨灯灿营炉争尔墙状奖独获现玮瑶玛环产'
    || '亩画异当发尽监盘众矿码砖础禄礼祯种称积稳谷窝窑竞笔节筑简签篮筹粤粮纠约纯纱纸级细绅绍终组结络给统丝经综绿维纲网绮绵紧绪线缘编练纬县总绩织绣绳绘继续纤罚义习圣联声职听肃胶临台与举旧舰'
    || '艳苍盖萨药芦处虚号术冲装里制复见规视亲觉览观计订讯讨训记设访评词试诗话该详志认诚语说谊调请论谐谋谦证谱译议护读变让负贡货贩责买贸资赐赏贤卖质账购赠赞赶迹轨轩软载辅轻辆轮辑输辖转办农'
    || '周游过违遥递适迁选遗还邮乡邻医酱释针铃钜铜铭销铝铺锡锅锻锁钟铸鉴闪闭闲间阅阔隐鸡离雾响页颂颐频养驾骏腾体松鲁鲤鸭鹰盐党齿个仓备杰传债伤侨价亿仪优偿储儿两准凯别则刚创划剧剑劲动务胜劳'
    || '势勋励区协厉参员问启园围图团圆坛压坝垦场块涂尘壮寿梦奋妇妈娇学宁实审宽将专对导层属冈师帅帐带厦彦后彻忆戏叙栋桩梁况冲测涌沟温沧沪浏狮献疗硕税颖纷绝纶缝聪莱姜荐补诉课诺猪跃陕陇雏巩顿'
    || '骗闹霉面') else p_text end
$$;

-- Full and half width, invisible signs, blanks of every kind, the many middle dots, brackets, dashes and quotes, and
-- traditional characters count as one: 张　三 and 張三 as 张三, 阿依古丽 • 买买提 as 阿依古丽·买买提. Blanks stay between Latin words.
create function app.name_form(p_text text) returns text language sql immutable parallel safe as $$
  select lower(btrim(regexp_replace(regexp_replace(regexp_replace(
    translate(normalize(translate(app.simplified(app.visible_signs(p_text)), '˙', '·'), NFKC), '〔〕【】[]‘’′‐‑‒–—―−', '()()()''''''-------'),
    '\s+', ' ', 'g'),
    '\s*[·•・‧∙⋅●ꞏ⸱⸳᛫▪◦⦁]\s*|(?<=[^ -~])\s*[.。]\s*(?=[^ -~])', '·', 'g'),
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
  v_counted constant text := '(?=号楼|号院|号|栋|幢|座|楼|层|单元|室|房|村民小组|村民组|小组|组|生产队|大队|队|社|期|区|村|路|街|巷|弄|排|户|门)';
begin
  v_form := lower(normalize(translate(app.simplified(app.visible_signs(p_text)), '壹贰叁肆伍陆柒捌玖拾佰仟两〇○ⅠⅡⅢⅣⅤⅥⅦⅧⅨ', '一二三四五六七八九十百千二零零123456789'), NFKC));
  v_form := replace(replace(replace(v_form, '廿', '二十'), '卅', '三十'), '卌', '四十');
  v_form := regexp_replace(v_form, '[\s,.;:''"()\[\]{}<>。、“”‘’·•・~_/《》【】]', '', 'g');
  v_form := regexp_replace(v_form, '[‐‑‒–—―−﹣－]', '-', 'g');
  loop
    v_found := regexp_match(v_form, '第?([零一二三四五六七八九十百千]+)' || v_counted);
    exit when v_found is null;
    v_form := regexp_replace(v_form, '第?' || v_found[1] || v_counted, app.numeral_value(v_found[1]));
  end loop;
  -- The entrance of a building is called either way: 3栋2门502.
  v_form := regexp_replace(v_form, '(?<=\d)门(?=[\d零一二三四五六七八九])', '单元', 'g');
  -- A flat at the end says no word for what it counts: 三栋二单元五〇二.
  v_found := regexp_match(v_form, '(?<=\d(?:号楼|号|栋|幢|座|楼|层|单元))([零一二三四五六七八九]{3,4})$');
  if v_found is not null then v_form := left(v_form, -length(v_found[1])) || app.numeral_value(v_found[1]); end if;
  v_form := regexp_replace(v_form, '第(?=\d)', '', 'g');
  v_form := regexp_replace(v_form, '(?<!\d)0+(?=\d)', '', 'g');
  -- 3-2-301: building, unit, room. Two numbers alone may be a range of houses and stay.
  v_form := regexp_replace(v_form, '(?<=[^\d-])(\d+)-(\d+)-(\d+)(?![\d-])', '\1栋\2单元\3');
  v_form := regexp_replace(v_form, '(?<=[\da-z])(?:号楼|号栋|号幢|幢|座|#楼|#)', '栋', 'g');
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
