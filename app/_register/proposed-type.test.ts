import { describe, expect, it } from "vitest";
import { proposedType } from "./proposed-type";

describe("the type that is proposed from the words", () => {
  it.each([
    ["借的八千块钱过了年还没还，上门要了三次都躲着。", "lending"],
    ["去年给他周转两万块，打了欠条，现在电话不接。", "lending"],
    ["早市摆摊，他的三轮车压坏了我两筐鸡蛋，说赔一百二又不认。", "damages"],
    ["他家孩子把我孩子打伤，医药费不肯出。", "damages"],
    ["骑电动车被三轮车撞了，修车的钱谁出说不拢。", "traffic"],
    ["在超市买的手机三天就坏了，店家不肯退。", "consumer"],
    ["网购的柜子缺板，卖家说不管。", "eCommerce"],
    ["老板扣了我两个月工资，说我旷工。", "labour"],
    ["房东不退押金，说墙上有钉眼。", "contract"],
    ["半夜跳舞吵人，劝过两次不听。", "neighbour"],
    ["楼道堆了纸箱，走不过去。", "neighbour"],
    ["包工头拖欠我们十二个人的工钱。", "migrantWages"],
    ["兄弟俩为父亲的赡养和老屋分家吵了几年。", "family"],
  ] as const)("%s → %s", (words, type) => expect(proposedType(words)).toBe(type));

  it("is left open where nothing tells it", () =>
    expect(proposedType("两个人说不到一块去，想请人来谈谈。")).toBeNull());
});
