import { describe, expect, it } from "vitest";
import { areaOf, type CourtFacts, possibleCourts } from "./possible-courts";

const facts: CourtFacts = {
  source: "walkIn",
  referredBy: "",
  place: "清水镇桥南村",
  county: "泊头市",
  committee: "清水镇人民调解委员会",
  parties: [
    { name: "林秀英", address: "河北省沧州市泊头市清水镇桥南村3组" },
    { name: "周大海", address: "浙江省绍兴市柯桥区湖塘街道12号" },
    { name: "林小雨", address: "泊头市解放路8号" },
    { name: "刘树", address: "" },
  ],
};

describe("the courts that may confirm an agreement", () => {
  it("are those of every party's home, of the matter's place and of the committee's seat, each with its reason", () => {
    expect(possibleCourts(facts)).toEqual([
      { ground: "domicile", of: ["林秀英", "林小雨"], place: "泊头市", court: "泊头市人民法院" },
      { ground: "domicile", of: ["周大海"], place: "柯桥区", court: "柯桥区人民法院" },
      { ground: "domicile", of: ["刘树"], place: "", court: "" },
      { ground: "subject", of: [], place: "清水镇桥南村", court: "" },
      { ground: "committee", of: ["清水镇人民调解委员会"], place: "泊头市", court: "泊头市人民法院" },
    ]);
  });

  it.each(["courtReferral", "courtEntrusted"] as const)(
    "is the one that asked for the mediation alone (%s)",
    (source) => {
      expect(possibleCourts({ ...facts, source, referredBy: "献县人民法院" })).toEqual([
        { ground: "inviting", of: [], place: "献县人民法院", court: "献县人民法院" },
      ]);
    },
  );
});

it.each([
  ["浙江省绍兴市柯桥区湖塘街道12号", "柯桥区"],
  ["绍兴市柯桥区柳湾小区3幢", "柯桥区"],
  ["北京市朝阳区建国路1号", "朝阳区"],
  ["重庆市酉阳土家族苗族自治县桃花源镇", "酉阳土家族苗族自治县"],
  ["新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路", "伊宁市"],
  ["内蒙古自治区锡林郭勒盟阿巴嘎旗", "阿巴嘎旗"],
  ["湖北省神农架林区松柏镇", "神农架林区"],
  ["上海市浦东新区世纪大道1号", "浦东新区"],
  ["献县城关镇", "献县"],
  ["绍兴市柳湾小区3幢", "绍兴市"],
  ["桥南村3组", null],
  ["柳湾小区3幢", null],
  ["清水镇供销超市旁", null],
  ["", null],
])("the county, district or city of %j is %j", (address, area) => {
  expect(areaOf(address)).toBe(area);
});
