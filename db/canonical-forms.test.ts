import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "./client";

type Pair = readonly [one: string, other: string];

/** The pairs whose forms are equal, or are not. */
async function pairsThat(form: "name_form" | "place_form" | "place_key", areEqual: boolean, pairs: readonly Pair[]) {
  const rows = await database().execute<{ one: string; other: string }>(sql`
    select one, other from jsonb_to_recordset(${JSON.stringify(pairs.map(([one, other]) => ({ one, other })))}::text::jsonb) as p (one text, other text)
    where (app.${sql.raw(form)}(one) = app.${sql.raw(form)}(other)) = ${areEqual}`);
  return rows.map(({ one, other }): Pair => [one, other]);
}

describe("a name", () => {
  it("is the same however its blanks, dots and widths are written", async () => {
    const same: Pair[] = [
      ["刘·海", "刘•海"],
      ["张 三", "张三"],
      ["张　三", " 张三 "],
      ["张\u200b三", "张三"],
      ["阿依古丽·买买提", "阿依古丽.买买提"],
      ["阿依古丽·买买提", "阿依古丽 ・ 买买提"],
      ["阿依古丽·买买提", "阿依古丽．买买提"],
      ["锦绣物业（河东）有限公司", "锦绣物业(河东) 有限公司"],
      ["ＡＢＣ贸易行", "abc 贸易行"],
      ["John  Smith", "john smith"],
      ["⽅方", "方方"],
      ["张三", "\u202a张\u200e三\u202c"],
      ["张三", "張\ufe0f三"],
      ["刘卫东", "劉衛東"],
      ["泊头永兴装饰（河东）有限公司", "泊頭永興裝飾〔河東〕有限公司"],
      ["阿依古丽·买买提", "阿依古丽˙买买提"],
      ["阿依古丽·买买提", "阿依古丽。买买提"],
      ["阿依古丽·买买提", "阿依古麗▪買買提"],
      ["Sean O'Neil", "Sean O’Neil"],
      ["Jean-Luc", "Jean‐Luc"],
      ["余钊", "余釗"],
      ["饶钰贞", "饒鈺貞"],
      ["尧誉", "堯譽"],
      ["蔺钦", "藺欽"],
      ["温峰", "溫峯"],
    ];
    expect(await pairsThat("name_form", false, same)).toEqual([]);
  });

  it("is another one when a character differs", async () => {
    const different: Pair[] = [
      ["张三", "张山"],
      ["刘·海", "刘海"],
      ["J. Smith", "J Smith"],
      ["Ann Lee", "Annlee"],
      ["锦绣物业一部", "锦绣物业二部"],
    ];
    expect(await pairsThat("name_form", true, different)).toEqual([]);
  });
});

describe("a place", () => {
  it("is the same however its numbers and buildings are written", async () => {
    const same: Pair[] = [
      ["锦绣里3栋2单元502", "锦绣里3幢2单元502室"],
      ["锦绣里3栋2单元502", "锦绣里３栋 ２单元 502房"],
      ["锦绣里3栋2单元502", "锦绣里3-2-502"],
      ["锦绣里3栋2单元502", "锦绣里三栋二单元五〇二室"],
      ["锦绣里3栋", "锦绣里第3栋"],
      ["锦绣里3栋", "锦绣里第三幢"],
      ["锦绣里3栋", "锦绣里03栋"],
      ["锦绣里三号楼", "锦绣里3#楼"],
      ["锦绣里三号楼", "锦绣里3座"],
      ["锦绣里A座", "锦绣里a栋"],
      ["东岗村三组", "东岗村3组"],
      ["东岗村第三组", "东岗村三组"],
      ["东岗村第三村民小组", "东岗村三组"],
      ["东岗村二十一组", "东岗村廿一组"],
      ["老街103号", "老街一百零三号"],
      ["老街110号", "老街一百一号"],
      ["老街１１０号", "老街一百一十号"],
      ["老街1200号", "老街一千二百号"],
      ["老街12号", "老街十二号"],
      ["老街20号", "老街贰拾号"],
      ["中山二路7号", "中山2路 7号"],
      ["工业路7–9号", "工业路7-9号"],
      ["老街23号", "老街廿三號"],
      ["老街43号", "老街卌三号"],
      ["东岗村3组", "東崗村三組"],
      ["东岗村3大队", "东岗村三大队"],
      ["锦绣里3号楼2单元", "锦绣里Ⅲ號樓2單元"],
      ["锦绣里3栋2单元502", "锦绣里三棟二門五〇二"],
      ["文昌路9巷12号", "\u202d文昌路九巷十二號\u202c"],
      ["东岗村3组", "东岗村ⅲ组"],
      ["东岗村12组", "东岗村Ⅻ组"],
      ["东岗村3组", "东岗村㈢组"],
      ["锦绣里3栋502", "锦绣里3-502室"],
      ["锦绣里3栋2单元502", "锦绣里3栋2单元502号"],
      ["锦绣里3栋2单元502", "锦绣里3号楼2-502"],
      ["锦绣里3栋2单元502", "锦绣里三幢2-502室"],
      ["锦绣里3栋2单元502", "锦绣里3#2-502"],
      ["锦绣里三期5-502", "锦绣里3期5幢502室"],
      ["中山路128弄3号402室", "中山路一二八弄三号402"],
      ["和平街2号院5号楼", "和平街二号院五号楼"],
      ["人民路100号甲", "人民路一百号甲"],
      ["老街103号之一", "老街一○三號之一"],
      ["新村6排3号", "新村六排三号"],
      ["阳光城19幢1904", "阳光城十九幢1904室"],
      ["江畔花园3号楼东单元", "江畔花园三栋东單元"],
      ["锦绣里3栋502", "錦繡裏三棟五〇二號"],
      ["上坞村西岩庙", "上塢村西巖廟"],
    ];
    expect(await pairsThat("place_form", false, same)).toEqual([]);
  });

  it("is another one when a number differs", async () => {
    const different: Pair[] = [
      ["锦绣里3栋2单元502", "锦绣里3栋1单元502"],
      ["锦绣里3栋", "锦绣里13栋"],
      ["锦绣里三栋", "锦绣里十三栋"],
      ["锦绣里3栋", "锦绣里3组"],
      ["东岗村三组", "东岗村四组"],
      ["老街103号", "老街130号"],
      ["老街一百零三号", "老街一百三号"],
      ["工业路7-9号", "工业路7-11号"],
      ["工业路7-9号", "工业路79号"],
      ["东岗村3大队", "东岗村3队"],
      ["锦绣里三栋五〇二", "锦绣里三栋五〇三"],
      ["老街98-102", "老街98栋102"],
      ["锦绣里3-502", "锦绣里3-503"],
      ["锦绣里3栋502号", "锦绣里3栋5号"],
    ];
    expect(await pairsThat("place_form", true, different)).toEqual([]);
  });

  it("has the form of each piece of it, so that a piece is found", async () => {
    const pieces: Pair[] = [
      ["锦绣里3栋2单元502", "3幢2单元502室"],
      ["锦绣里3栋2单元502", "第三栋"],
      ["锦绣里三号楼", "3#楼"],
      ["东岗村三组", "第3组"],
      ["老街一百零三号", "103号"],
    ];
    const rows = await database().execute<{ piece: string }>(sql`
      select piece from jsonb_to_recordset(${JSON.stringify(pairs(pieces))}::text::jsonb) as p (whole text, piece text)
      where strpos(app.place_form(whole), app.place_form(piece)) = 0`);
    expect(rows.map((row) => row.piece)).toEqual([]);
  });
});

const pairs = (list: readonly Pair[]) => list.map(([whole, piece]) => ({ whole, piece }));

describe("a place as calls are compared by", () => {
  it("is the building or the street number", async () => {
    const same: Pair[] = [
      ["江畔花园3号楼2单元301", "江畔花园 ３号楼 ２单元 401 室"],
      ["江畔花园3号楼2单元301", "江畔花园三栋"],
      ["江畔花园3号楼", "江畔花园3-2-301"],
      ["锦绣里6幢502", "锦绣里６ 幢（一楼）"],
      ["柳湾路18号", "柳湾路 18 号 2单元 301室"],
      ["老街12号", "老街１２号二楼"],
      ["富民路夜市", "富民路 夜市。"],
      ["江畔花园十二号楼", "江畔花园12座1单元"],
      ["东岗村三组", "东岗村第3组"],
      ["A座三楼", "a栋301"],
      ["江畔花园3号楼2单元502", "江畔花园3-401"],
    ];
    expect(await pairsThat("place_key", false, same)).toEqual([]);
  });

  it("of one building is another flat, floor or unit, or says nothing against it", async () => {
    const apart: Pair[] = [
      ["江畔花园3号楼2单元502", "江畔花园三栋2单元402"],
      ["江畔花园3号楼2单元502", "江畔花园3号楼1单元502"],
      ["江畔花园3-1203", "江畔花园3栋5楼"],
      ["柳湾路88号六〇一", "柳湾路88号602室"],
      ["A座1203", "a栋三层"],
      ["锦绣家园1单元502", "锦绣家园1单元501"],
    ];
    const together: Pair[] = [
      ["江畔花园3号楼2单元502", "江畔花园三幢二单元五〇二室"],
      ["江畔花园3号楼", "江畔花园3栋2单元502"],
      ["江畔花园3号楼2单元", "江畔花园3栋502"],
      ["江畔花园3栋5楼", "江畔花园3-502"],
      ["江畔花园3号楼1单元门口", "江畔花园3号楼1单元602"],
      ["东岗村三组", "东岗村3组12号"],
      ["富民路夜市", "富民路夜市东头"],
    ];
    const said = async (pairs: readonly Pair[]) =>
      (
        await database().execute<{ one: string; apart: boolean }>(sql`select one, app.are_apart(one, other) as apart
          from jsonb_to_recordset(${JSON.stringify(pairs.map(([one, other]) => ({ one, other })))}::text::jsonb) as p (one text, other text)`)
      ).map((row) => [row.one, row.apart]);
    expect(await said(apart)).toEqual(apart.map(([one]) => [one, true]));
    expect(await said(together)).toEqual(together.map(([one]) => [one, false]));
  });

  it("holds an area where no number goes on", async () => {
    const holds = async (place: string, area: string) =>
      (
        await database().execute<{ holds: boolean }>(
          sql`select app.holds_area(app.place_form(${place}), app.place_form(${area})) as holds`,
        )
      )[0]?.holds;
    for (const [place, area] of [
      ["东岗村３組路口", "第三组"],
      ["东岗村十三组和三组之间", "3组"],
      ["江畔花园3号楼", "江畔花园"],
      ["工业路7-9号", "工业路7-9号"],
    ] as const)
      expect(await holds(place, area), `${place} ${area}`).toBe(true);
    for (const [place, area] of [
      ["东岗村十三组", "三组"],
      ["江畔花园30号楼", "江畔花园3"],
      ["柳湾路", ""],
    ] as const)
      expect(await holds(place, area), `${place} ${area}`).toBe(false);
  });

  it("keeps buildings, houses and groups apart, and never comes out empty", async () => {
    const different: Pair[] = [
      ["江畔花园3号楼", "江畔花园13号楼"],
      ["江畔花园3号楼", "江畔新村3号楼"],
      ["老街12号", "老街21号"],
      ["东岗村四组", "东岗村五组"],
      ["工业路7-9号", "工业路7-11号"],
      ["301室", ""],
      ["２单元", ""],
    ];
    expect(await pairsThat("place_key", true, different)).toEqual([]);
  });
});
