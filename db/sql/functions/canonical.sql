-- One spelling for what is compared: two texts are one name or one place when their forms are equal. Ties, calls, similar
-- matters and the search ask here; phones and ID numbers have theirs in db/encryption/canonical.ts, beside their hashes.
-- A form takes nobody's words: what was typed stays as it was.

-- Without signs that nobody sees and that are pasted along: zero-width blanks and joiners, soft hyphens, marks of direction
-- and of byte order, variants of a sign, and the fillers of Hangul.
create function app.visible_signs(p_text text) returns text language sql immutable parallel safe as $$
  select regexp_replace(p_text, '[\u00AD\u061C\u115F\u1160\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g')
$$;

-- Traditional characters that mainland papers write otherwise, and beside each what they write: those of the table Hant–Hans of
-- ICU that become a character of GB 2312. Characters that people of the mainland bear in their names as they are (乾, 昇, 邨)
-- are not among them.
create function app.traditional_signs() returns text language sql immutable parallel safe as $$
  select '丟並亂亙亞佇佈佔併來侖侶侷俁係俠俬倀倆倉個們倖倣倫偉側偵偽傑傖傘備傢傭傯傳傴債傷傾僂僅僇僉僑僕僞僥僨僱價儀儂億儈儉儐儔儕儘償優儲儷儺儻儼兇兌兒兗內兩冊冪凈凍凜凱別刪剄則剋剎剛剝剮剴創剷劃劇劉劊劌劍劑勁'
    || '動勗務勛勝勞勢勱勳勵勸勻匭匯匱區協卹卻厙厠厭厲厴參叄叢吢吳吶呂咷咼員唄唚唸問啓啞啟喚喨喪喫喬單喲嗆嗇嗎嗚嗩嗶嘆嘍嘔嘖嘗嘜嘩嘮嘯嘰嘵嘸噓噝噠噥噦噯噲噴噸噹嚀嚇嚌嚐嚕嚙嚥嚦嚨嚮嚳嚴嚶囀囁囂囅囈囍囑囓囪圇國'
    || '圍園圓圖團垵埡埰執堅堊堖堝堯報場塊塋塏塒塗塚塢塤塵塹墊墜墮墳墻墾壇壎壓壘壙壚壜壞壟壠壢壩壯壺壽夠夢夾奐奧奩奪奬奮奼妝姍姦姪娛婁婦婭媧媯媼媽嫋嫗嫵嫻嬀嬈嬋嬌嬙嬝嬡嬤嬪嬰嬸孃孌孫學孿宮寢實寧審寫寬寵寶尅將'
    || '專尋對導尷屆屍屜屢層屨屬岡峯峴島峽崍崑崗崙崢崬嵐嶁嶄嶇嶗嶠嶧嶴嶸嶺嶼巋巒巔巖巰帥師帳帶幀幃幗幘幟幣幫幬幹幾庫廁廂廄廈廚廝廟廠廡廢廣廩廬廳廻弒弔弳張強彆彈彌彎彙彞彥彿後徑從徠復徬徵徹恆恥悅悳悵悶悽惡惱惲'
    || '惻愛愜愨愴愷愾慄慇態慍慘慚慟慣慤慪慫慮慳慶慼慾憂憊憐憑憒憚憤憫憮憲憶懃懇應懌懍懞懟懣懨懮懲懶懷懸懺懼懾戀戇戔戧戩戰戲戶拋挾捨捫捲掃掄掙掛採揀揚換揮搆損搖搗搥搧搨搶搾摀摑摜摟摯摳摶摻撈撐撓撚撟撢撣撥撫撲'
    || '撳撻撾撿擁擄擇擊擋擔據擠擣擬擯擰擱擲擴擷擺擻擼擾攄攆攏攔攖攙攛攜攝攢攣攤攪攬敗敘敵數斂斃斕斬斷時晉晝暈暉暢暫暱曄曆曇曉曏曖曠曬書會朧東枒柵桿梔梘條梟棄棖棗棟棧棲椏楊楓楨業極榖榪榮榿構槍槓槖槧槨槳樁樂樅'
    || '樑樓標樞樣樸樹樺橈橋機橢橫檁檉檔檜檝檢檣檯檳檸檻櫃櫓櫚櫛櫝櫞櫟櫥櫧櫨櫪櫫櫬櫱櫳櫸櫺櫻欄權欏欒欖欞欵欽歎歐歛歟歡歲歷歸歿殘殞殤殫殮殯殲殺殼毀毆毬毿氂氈氌氣氫氬氳氹汎汙決沍沒沖況洩洶浹涇涼淒淚淥淨淪淵淶淺'
    || '渙減渦測渾湊湞湧湯溈準溝溫溼滄滅滌滎滙滬滯滲滷滸滾滿漁漚漢漣漬漲漵漸漿潁潑潔潙潛潤潯潰潷潿澀澆澇澗澠澤澩澮澱濁濃濕濘濟濤濫濬濰濱濺濼濾瀅瀆瀉瀋瀏瀕瀘瀝瀟瀠瀦瀧瀨瀰瀲瀾灃灄灑灕灘灝灠灣灤灧災為烏烴無煉煒'
    || '煙煢煥煩煬熒熗熱熾燁燄燈燉燐燒燙燜營燦燬燭燴燻燼燾燿爍爐爛爭爲爺爾牀牆牋牘牽犖犢犧狀狹狽猙猶猻獁獃獄獅獎獨獪獫獰獲獵獷獸獺獻獼玀現琺琿瑋瑣瑤瑩瑪瑯璉璣璦環璽瓊瓏瓔瓚甌甕產産畝畢畫異當疇疊痀痙痠痾瘂瘋瘍'
    || '瘓瘞瘡瘧瘺瘻療癆癇癉癒癘癟癡癢癤癥癧癩癬癭癮癰癱癲發皁皚皰皸皺盃盜盞盡監盤盧盪眞眥眾睏睜睞睪瞇瞘瞞瞭瞼矚矯砲硏硤硨硯碩碭碸確碼磚磣磧磯磽礆礎礙礡礦礪礫礬礮礱祕祿禍禎禦禪禮禰禱禿秈稅稈稜稟種稱穀穌積穎穡'
    || '穢穩穫穭窩窪窮窯窶窺竄竅竇竈竊竪競筆筍筧箇箋箎箏節範築篋篤篩篳簀簆簍簞簡簣簫簷簽簾籃籌籐籜籟籠籤籩籪籬籮籲粧粵糝糞糧糰糲糴糶糹糾紀紂約紅紆紇紈紉紋納紐紓純紕紗紙級紛紜紡紮細紱紲紳紹紺紼紿絀終絃組絆絎結'
    || '絕絛絝絞絡絢給絨統絲絳絶絹綁綃綆綈綉綏綑經綜綞綠綢綣綫綬維綰綱網綳綴綵綸綹綺綻綽綾綿緄緇緊緋緑緒緔緗緘緙線緝緞締緡緣緦編緩緬緯緱緲練緶緹緻縈縉縊縋縐縑縛縝縞縟縣縧縫縭縮縱縲縴縵縶縷縹總績繃繅繆繒織繕繚'
    || '繞繡繢繩繪繫繭繮繯繰繳繹繼繽繾纈纊續纍纏纓纔纖纘纜缽罈罌罎罣罰罵罷羅羆羈羋羣羥羨義羶習翫翹翺耬耮聖聞聯聰聲聳聵聶職聹聽聾肅脅脈脛脣脫脹腎腖腡腦腫腳腸膃膚膠膩膽膾膿臉臍臏臘臚臟臠臥臨臺與興舉舊舖艙艤艦艫'
    || '艱艷芻苧茲荊荳莊莖莢莧菓華萇萊萬萵葉葒葤葦葯葷蒐蒓蒔蒞蒼蓀蓆蓋蓮蓯蓽蔔蔞蔣蔥蔦蔭蔴蕁蕆蕎蕒蕓蕕蕘蕢蕩蕪蕭蕷薈薊薌薑薔薟薦薩薺藍藎藝藥藪藴藶藷藹藺蘄蘆蘇蘊蘋蘚蘞蘢蘭蘺蘿處虛虜號虧虯蛺蛻蜆蝕蝟蝦蝨蝸螄螞螢'
    || '螻蟄蟈蟎蟣蟬蟯蟲蟶蟻蠅蠆蠍蠐蠑蠔蠟蠣蠧蠱蠶蠻衆衊術衚衛衝袞袴裊裏補裝裡製複褲褳褸褻襇襖襝襠襤襪襯襲覈見規覓視覘覡覦親覬覯覲覷覺覽覿觀觴觶觸訁訂訃計訊訌討訐訓訕訖託記訛訝訟訣訥訪設許訴訶診註証詁詆詎詐詒'
    || '詔評詘詛詞詠詡詢詣試詩詫詬詭詮詰話該詳詵詼詿誄誅誆誇誌認誑誒誕誘誚語誠誡誣誤誥誦誨說説誰課誶誹誼調諂諄談諉請諍諏諑諒論諗諛諜諞諡諢諤諦諧諫諭諮諱諳諶諷諸諺諼諾謀謁謂謄謅謊謎謐謔謖謗謙謚講謝謠謡謨謫謬謭'
    || '謳謹謾譁證譎譏譖識譙譚譜譟譫譯議譴護譽譾讀變讎讒讓讕讖讚讜讞豈豎豐豔豬貍貓貝貞負財貢貧貨販貪貫責貯貰貲貳貴貶買貸貺費貼貽貿賀賁賂賃賄賅資賈賊賑賒賓賕賚賜賞賠賡賢賣賤賦賧質賫賬賭賴賸賺賻購賽賾贄贅贈贊贋'
    || '贍贏贐贓贖贗贛贜趕趙趨趲跡跼踐踡踰踴蹌蹕蹟蹣蹤蹧蹺躉躊躋躍躑躒躓躕躚躡躥躦躪軀車軋軌軍軒軔軛軟軤軫軲軸軹軺軻軼軾較輅輇載輊輒輓輔輕輛輜輝輞輟輥輦輩輪輯輳輸輻輾輿轂轄轅轆轉轍轎轔轝轟轡轢轤辦辭辮辯農迴逕'
    || '這連週進遊運過達違遙遜遞遠適遯遲遷選遺遼邁還邇邊邏邐郟郵鄆鄉鄒鄔鄖鄧鄭鄰鄲鄴鄶鄺酈醃醖醜醞醫醬醼釀釁釃釅釋釐釒釓釔釕釗釘釙針釣釤釦釧釩釵釷釹釺鈀鈁鈄鈈鈉鈍鈎鈐鈑鈔鈕鈞鈣鈥鈦鈧鈮鈰鈳鈴鈷鈸鈹鈺鈽鈾鈿鉀鉅'
    || '鉈鉉鉍鉑鉕鉗鉚鉛鉞鉢鉤鉦鉬鉭鉸鉺鉻鉿銀銃銅銑銓銖銘銚銜銠銣銥銦銨銩銪銫銬銱銲銳銷銹銻銼鋁鋃鋅鋇鋌鋏鋒鋝鋟鋣鋤鋥鋦鋨鋪鋭鋮鋯鋰鋱鋶鋸鋼錁錄錆錇錈錐錒錕錘錙錚錛錟錠錢錦錨錫錮錯録錳錶錸鍀鍁鍃鍆鍇鍊鍋鍍鍔鍘'
    || '鍛鍤鍥鍩鍬鍰鍵鍶鍺鍾鎂鎄鎇鎊鎖鎗鎘鎚鎢鎣鎦鎧鎩鎪鎬鎮鎰鎳鎵鎸鎿鏃鏇鏈鏌鏍鏑鏗鏘鏜鏝鏞鏟鏡鏢鏤鏨鏵鏷鏹鏽鐃鐋鐐鐒鐓鐔鐘鐙鐝鐠鐦鐧鐨鐫鐮鐲鐳鐵鐸鐺鐿鑄鑊鑌鑑鑒鑔鑠鑣鑥鑭鑰鑲鑷鑹鑼鑽鑾鑿長門閂閃閆閉開閌閎閏'
    || '閑閒間閔閘閡関閣閥閧閨閩閫閬閭閱閲閶閹閻閼閽閾閿闃闆闇闈闊闋闌闐闔闕闖闘關闞闡闢闥阨陘陝陣陰陳陸陽隄隉隊階隕際隨險隱隴隸隻雋雖雙雛雜雞離難雲電霑霧霽靂靄靈靚靜靦靨鞀鞏鞝鞽韁韃韉韋韌韓韙韜韞韮韻響頁頂頃'
    || '項順頇須頊頌頎頏預頑頒頓頗領頜頡頤頦頭頰頷頸頹頻頽顆題額顎顏顓顔願顙顛類顢顥顧顫顬顯顰顱顳顴風颮颯颱颳颶颼飄飆飈飛飠飢飩飪飫飭飯飲飴飼飽飾餃餅餉養餌餑餒餓餘餚餛餞餡館餬餱餳餵餷餼餽餾餿饃饅饈饉饊饋饌饑'
    || '饒饗饜饞饢馬馭馮馱馳馴駁駐駑駒駔駕駘駙駛駝駟駡駢駭駱駿騁騅騍騎騏騖騙騫騭騮騰騶騷騸騾驀驁驂驃驄驅驊驍驏驕驗驚驛驟驢驤驥驪骯髏髒體髕髖髮鬀鬆鬍鬚鬢鬥鬧鬨鬩鬭鬮鬱魎魘魚魯魴魷鮁鮃鮎鮐鮑鮒鮚鮝鮞鮪鮫鮭鮮鯀鯁'
    || '鯇鯉鯊鯔鯖鯛鯝鯡鯢鯤鯧鯨鯪鯫鯰鯴鯽鯿鰈鰉鰍鰐鰒鰓鰠鰣鰥鰨鰩鰭鰱鰲鰳鰵鰷鰹鰻鰾鱅鱈鱉鱒鱔鱖鱗鱘鱝鱟鱧鱭鱷鱸鱺鳥鳧鳩鳬鳳鳴鳶鴆鴇鴉鴕鴛鴝鴟鴣鴦鴨鴯鴰鴻鴿鵂鵑鵒鵓鵜鵝鵠鵡鵪鵬鵯鵲鶇鶉鶓鶘鶚鶥鶩鶯鶴鶻鶼鷀鷂鷄'
    || '鷓鷗鷙鷚鷥鷦鷯鷲鷳鷸鷹鷺鸌鸕鸚鸛鸝鸞鹵鹹鹺鹼鹽麗麤麥麩麪麯麵麼黃黌點黨黲黴黷黽黿鼇鼈鼉鼕鼴齊齋齎齏齒齔齙齜齟齠齡齣齦齧齩齪齬齲齶齷龍龐龔龕龜'
$$;
create function app.simplified_signs() returns text language sql immutable parallel safe as $$
  select '丢并乱亘亚伫布占并来仑侣局俣系侠私伥俩仓个们幸仿伦伟侧侦伪杰伧伞备家佣偬传伛债伤倾偻仅戮佥侨仆伪侥偾雇价仪侬亿侩俭傧俦侪尽偿优储俪傩傥俨凶兑儿兖内两册幂净冻凛凯别删刭则克刹刚剥剐剀创铲划剧刘刽刿剑剂劲'
    || '动勖务勋胜劳势劢勋励劝匀匦汇匮区协恤却厍厕厌厉厣参叁丛吣吴呐吕啕呙员呗吣念问启哑启唤亮丧吃乔单哟呛啬吗呜唢哔叹喽呕啧尝唛哗唠啸叽哓呒嘘咝哒哝哕嗳哙喷吨当咛吓哜尝噜啮咽呖咙向喾严嘤啭嗫嚣冁呓禧嘱啮囱囵国'
    || '围园圆图团埯垭采执坚垩垴埚尧报场块茔垲埘涂冢坞埙尘堑垫坠堕坟墙垦坛埙压垒圹垆坛坏垄垅坜坝壮壶寿够梦夹奂奥奁夺奖奋姹妆姗奸侄娱娄妇娅娲妫媪妈袅妪妩娴妫娆婵娇嫱袅嫒嬷嫔婴婶娘娈孙学孪宫寝实宁审写宽宠宝克将'
    || '专寻对导尴届尸屉屡层屦属冈峰岘岛峡崃昆岗仑峥岽岚嵝崭岖崂峤峄岙嵘岭屿岿峦巅岩巯帅师帐带帧帏帼帻帜币帮帱干几库厕厢厩厦厨厮庙厂庑废广廪庐厅回弑吊弪张强别弹弥弯汇彝彦佛后径从徕复彷征彻恒耻悦德怅闷凄恶恼恽'
    || '恻爱惬悫怆恺忾栗殷态愠惨惭恸惯悫怄怂虑悭庆戚欲忧惫怜凭愦惮愤悯怃宪忆勤恳应怿懔蒙怼懑恹忧惩懒怀悬忏惧慑恋戆戋戗戬战戏户抛挟舍扪卷扫抡挣挂采拣扬换挥构损摇捣捶扇拓抢榨捂掴掼搂挚抠抟掺捞撑挠捻挢掸掸拨抚扑'
    || '揿挞挝捡拥掳择击挡担据挤捣拟摈拧搁掷扩撷摆擞撸扰摅撵拢拦撄搀撺携摄攒挛摊搅揽败叙敌数敛毙斓斩断时晋昼晕晖畅暂昵晔历昙晓向暧旷晒书会胧东丫栅杆栀枧条枭弃枨枣栋栈栖桠杨枫桢业极谷杩荣桤构枪杠橐椠椁桨桩乐枞'
    || '梁楼标枢样朴树桦桡桥机椭横檩柽档桧楫检樯台槟柠槛柜橹榈栉椟橼栎橱槠栌枥橥榇蘖栊榉棂樱栏权椤栾榄棂款钦叹欧敛欤欢岁历归殁残殒殇殚殓殡歼杀壳毁殴球毵牦毡氇气氢氩氲凼泛污决冱没冲况泄汹浃泾凉凄泪渌净沦渊涞浅'
    || '涣减涡测浑凑浈涌汤沩准沟温湿沧灭涤荥汇沪滞渗卤浒滚满渔沤汉涟渍涨溆渐浆颍泼洁沩潜润浔溃滗涠涩浇涝涧渑泽泶浍淀浊浓湿泞济涛滥浚潍滨溅泺滤滢渎泻沈浏濒泸沥潇潆潴泷濑弥潋澜沣滠洒漓滩灏漤湾滦滟灾为乌烃无炼炜'
    || '烟茕焕烦炀荧炝热炽烨焰灯炖磷烧烫焖营灿毁烛烩熏烬焘耀烁炉烂争为爷尔床墙笺牍牵荦犊牺状狭狈狰犹狲犸呆狱狮奖独狯猃狞获猎犷兽獭献猕猡现珐珲玮琐瑶莹玛琅琏玑瑷环玺琼珑璎瓒瓯瓮产产亩毕画异当畴叠佝痉酸疴痖疯疡'
    || '痪瘗疮疟瘘瘘疗痨痫瘅愈疠瘪痴痒疖症疬癞癣瘿瘾痈瘫癫发皂皑疱皲皱杯盗盏尽监盘卢荡真眦众困睁睐睾眯眍瞒了睑瞩矫炮研硖砗砚硕砀砜确码砖碜碛矶硗硷础碍礴矿砺砾矾炮砻秘禄祸祯御禅礼祢祷秃籼税秆棱禀种称谷稣积颖穑'
    || '秽稳获稆窝洼穷窑窭窥窜窍窦灶窃竖竞笔笋笕个笺篪筝节范筑箧笃筛筚箦筘篓箪简篑箫檐签帘篮筹藤箨籁笼签笾簖篱箩吁妆粤糁粪粮团粝籴粜纟纠纪纣约红纡纥纨纫纹纳纽纾纯纰纱纸级纷纭纺扎细绂绁绅绍绀绋绐绌终弦组绊绗结'
    || '绝绦绔绞络绚给绒统丝绛绝绢绑绡绠绨绣绥捆经综缍绿绸绻线绶维绾纲网绷缀彩纶绺绮绽绰绫绵绲缁紧绯绿绪绱缃缄缂线缉缎缔缗缘缌编缓缅纬缑缈练缏缇致萦缙缢缒绉缣缚缜缟缛县绦缝缡缩纵缧纤缦絷缕缥总绩绷缫缪缯织缮缭'
    || '绕绣缋绳绘系茧缰缳缲缴绎继缤缱缬纩续累缠缨才纤缵缆钵坛罂坛挂罚骂罢罗罴羁芈群羟羡义膻习玩翘翱耧耢圣闻联聪声耸聩聂职聍听聋肃胁脉胫唇脱胀肾胨脶脑肿脚肠腽肤胶腻胆脍脓脸脐膑腊胪脏脔卧临台与兴举旧铺舱舣舰舻'
    || '艰艳刍苎兹荆豆庄茎荚苋果华苌莱万莴叶荭荮苇药荤搜莼莳莅苍荪席盖莲苁荜卜蒌蒋葱茑荫麻荨蒇荞荬芸莸荛蒉荡芜萧蓣荟蓟芗姜蔷莶荐萨荠蓝荩艺药薮蕴苈薯蔼蔺蕲芦苏蕴苹藓蔹茏兰蓠萝处虚虏号亏虬蛱蜕蚬蚀猬虾虱蜗蛳蚂萤'
    || '蝼蛰蝈螨虮蝉蛲虫蛏蚁蝇虿蝎蛴蝾蚝蜡蛎蠹蛊蚕蛮众蔑术胡卫冲衮绔袅里补装里制复裤裢褛亵裥袄裣裆褴袜衬袭核见规觅视觇觋觎亲觊觏觐觑觉览觌观觞觯触讠订讣计讯讧讨讦训讪讫托记讹讶讼诀讷访设许诉诃诊注证诂诋讵诈诒'
    || '诏评诎诅词咏诩询诣试诗诧诟诡诠诘话该详诜诙诖诔诛诓夸志认诳诶诞诱诮语诚诫诬误诰诵诲说说谁课谇诽谊调谄谆谈诿请诤诹诼谅论谂谀谍谝谥诨谔谛谐谏谕谘讳谙谌讽诸谚谖诺谋谒谓誊诌谎谜谧谑谡谤谦谥讲谢谣谣谟谪谬谫'
    || '讴谨谩哗证谲讥谮识谯谭谱噪谵译议谴护誉谫读变雠谗让谰谶赞谠谳岂竖丰艳猪狸猫贝贞负财贡贫货贩贪贯责贮贳赀贰贵贬买贷贶费贴贻贸贺贲赂赁贿赅资贾贼赈赊宾赇赉赐赏赔赓贤卖贱赋赕质赍账赌赖剩赚赙购赛赜贽赘赠赞赝'
    || '赡赢赆赃赎赝赣赃赶赵趋趱迹局践蜷逾踊跄跸迹蹒踪糟跷趸踌跻跃踯跞踬蹰跹蹑蹿躜躏躯车轧轨军轩轫轭软轷轸轱轴轵轺轲轶轼较辂辁载轾辄挽辅轻辆辎辉辋辍辊辇辈轮辑辏输辐辗舆毂辖辕辘转辙轿辚舆轰辔轹轳办辞辫辩农回迳'
    || '这连周进游运过达违遥逊递远适遁迟迁选遗辽迈还迩边逻逦郏邮郓乡邹邬郧邓郑邻郸邺郐邝郦腌酝丑酝医酱宴酿衅酾酽释厘钅钆钇钌钊钉钋针钓钐扣钏钒钗钍钕钎钯钫钭钚钠钝钩钤钣钞钮钧钙钬钛钪铌铈钶铃钴钹铍钰钸铀钿钾钜'
    || '铊铉铋铂钷钳铆铅钺钵钩钲钼钽铰铒铬铪银铳铜铣铨铢铭铫衔铑铷铱铟铵铥铕铯铐铞焊锐销锈锑锉铝锒锌钡铤铗锋锊锓铘锄锃锔锇铺锐铖锆锂铽锍锯钢锞录锖锫锩锥锕锟锤锱铮锛锬锭钱锦锚锡锢错录锰表铼锝锨锪钔锴炼锅镀锷铡'
    || '锻锸锲锘锹锾键锶锗钟镁锿镅镑锁枪镉锤钨蓥镏铠铩锼镐镇镒镍镓镌镎镞镟链镆镙镝铿锵镗镘镛铲镜镖镂錾铧镤镪锈铙铴镣铹镦镡钟镫镢镨锎锏镄镌镰镯镭铁铎铛镱铸镬镔鉴鉴镲铄镳镥镧钥镶镊镩锣钻銮凿长门闩闪闫闭开闶闳闰'
    || '闲闲间闵闸阂关阁阀哄闺闽阃阆闾阅阅阊阉阎阏阍阈阌阒板暗闱阔阕阑阗阖阙闯斗关阚阐辟闼厄陉陕阵阴陈陆阳堤陧队阶陨际随险隐陇隶只隽虽双雏杂鸡离难云电沾雾霁雳霭灵靓静腼靥鼗巩绱鞒缰鞑鞯韦韧韩韪韬韫韭韵响页顶顷'
    || '项顺顸须顼颂颀颃预顽颁顿颇领颌颉颐颏头颊颔颈颓频颓颗题额颚颜颛颜愿颡颠类颟颢顾颤颥显颦颅颞颧风飑飒台刮飓飕飘飙飚飞饣饥饨饪饫饬饭饮饴饲饱饰饺饼饷养饵饽馁饿余肴馄饯馅馆糊糇饧喂馇饩馈馏馊馍馒馐馑馓馈馔饥'
    || '饶飨餍馋馕马驭冯驮驰驯驳驻驽驹驵驾骀驸驶驼驷骂骈骇骆骏骋骓骒骑骐骛骗骞骘骝腾驺骚骟骡蓦骜骖骠骢驱骅骁骣骄验惊驿骤驴骧骥骊肮髅脏体髌髋发剃松胡须鬓斗闹哄阋斗阄郁魉魇鱼鲁鲂鱿鲅鲆鲇鲐鲍鲋鲒鲞鲕鲔鲛鲑鲜鲧鲠'
    || '鲩鲤鲨鲻鲭鲷鲴鲱鲵鲲鲳鲸鲮鲰鲶鲺鲫鳊鲽鳇鳅鳄鳆鳃鳋鲥鳏鳎鳐鳍鲢鳌鳓鳘鲦鲣鳗鳔鳙鳕鳖鳟鳝鳜鳞鲟鲼鲎鳢鲚鳄鲈鲡鸟凫鸠凫凤鸣鸢鸩鸨鸦鸵鸳鸲鸱鸪鸯鸭鸸鸹鸿鸽鸺鹃鹆鹁鹈鹅鹄鹉鹌鹏鹎鹊鸫鹑鹋鹕鹗鹛鹜莺鹤鹘鹣鹚鹞鸡'
    || '鹧鸥鸷鹨鸶鹪鹩鹫鹇鹬鹰鹭鹱鸬鹦鹳鹂鸾卤咸鹾碱盐丽粗麦麸面曲面么黄黉点党黪霉黩黾鼋鳌鳖鼍冬鼹齐斋赍齑齿龀龅龇龃龆龄出龈啮咬龊龉龋腭龌龙庞龚龛龟'
$$;

-- Names and addresses as mainland papers write them: 張偉 as 张伟, 3號樓 as 3号楼. Most texts hold none of these: looking is cheaper
-- than replacing.
create function app.simplified(p_text text) returns text language sql immutable parallel safe as $$
  select case when p_text ~ ('[' || app.traditional_signs() || ']')
    then translate(p_text, app.traditional_signs(), app.simplified_signs()) else p_text end
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

-- How many of these names, as forms, are known or stand in words as names of their own: 李明华 alone names nobody called 李明.
create function app.named_among(p_words text, p_known text[], p_names text[]) returns integer language plpgsql immutable parallel safe as $$
declare v_words text := p_words; v_name text; v_count integer := 0;
begin
  for v_name in select n.name from unnest(p_names) n (name) order by length(n.name) desc, n.name loop
    if v_name = any (p_known) or strpos(v_words, v_name) > 0 then v_count := v_count + 1; end if;
    v_words := replace(v_words, v_name, ' ');
  end loop;
  return v_count;
end $$;

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
  v_form := translate(app.simplified(app.visible_signs(p_text)), '壹贰叁肆伍陆柒捌玖拾佰仟两〇○ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅰⅱⅲⅳⅴⅵⅶⅷⅸ', '一二三四五六七八九十百千二零零123456789123456789');
  v_form := lower(normalize(replace(replace(replace(v_form, 'Ⅹ', '10'), 'Ⅺ', '11'), 'Ⅻ', '12'), NFKC));
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
  -- 3栋2-502 is unit and flat, 花园3-502 building and flat, unless 3 is a number of a street.
  v_form := regexp_replace(v_form, '(?<=栋)(\d{1,2})-(\d{3,4})(?!\d)', '\1单元\2');
  v_form := regexp_replace(v_form, '(?<=[^\d路街巷弄道栋楼元层-])(\d{1,2})-(\d{1,2}(?:0[1-9]|1[0-2]))(?:室|号房|房|号)?$', '\1栋\2');
  v_form := regexp_replace(v_form, '(?<=\d)(?:村民小组|村民组|小组)', '组', 'g');
  -- 502号 after a building or a unit is a flat as well.
  v_form := regexp_replace(v_form, '(?<=(?:栋|单元|层)\d{3,4})号$', '');
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

-- Whether the form of a place holds the form of an area, which no number of it goes on: 3组 is not held by 13组, nor 花园3 by 花园30栋.
create function app.holds_area(p_place text, p_area text) returns boolean language sql immutable parallel safe as $$
  select p_area <> '' and p_place ~ (case when p_area ~ '^[0-9]' then '(^|[^0-9])' else '' end
    || regexp_replace(p_area, '([^[:alnum:]])', '\\\1', 'g') || case when p_area ~ '[0-9]$' then '([^0-9]|$)' else '' end)
$$;

-- What a place says behind its building or street number: unit, floor and flat, each null where it says none. 602 is on the 6th floor.
create function app.place_within(p_text text) returns text[] language plpgsql immutable parallel safe as $$
declare
  v_rest constant text := substr(app.place_form(p_text), length(app.place_key(p_text)) + 1);
  v_flat constant text := (regexp_match(v_rest, '(?<!\d)(\d{3,4})(?!\d)'))[1];
begin
  return array[(regexp_match(v_rest, '(\d{1,2}|[a-z])单元'))[1], coalesce((regexp_match(v_rest, '(?<!\d)(\d{1,2})(?:层|楼)'))[1], left(v_flat, -2)), v_flat];
end $$;

-- Whether two places of one building are different flats, floors or units of it: a tower of 300 flats is not one place. Of two
-- places of which one says less, nothing speaks against it.
create function app.are_apart(p_one text, p_other text) returns boolean language sql immutable parallel safe as $$
  select exists (select from unnest(app.place_within(p_one), app.place_within(p_other)) w (one, other) where w.one <> w.other)
$$;

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
