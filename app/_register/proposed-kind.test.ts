import { expect, it } from "vitest";
import { emptyDraft, newLink } from "./draft";
import { proposedKind, renamed } from "./proposed-kind";

it.each([
  ["江畔花园物业服务有限公司", "organisation"],
  ["柳湾镇第二小学", "organisation"],
  ["老田家饭店", "organisation"],
  ["东岗村村民委员会", "organisation"],
  ["宏达建材厂", "organisation"],
  ["江畔花园第二届业主委员会筹备组（临时）", "organisation"],
  ["Hengtong Trading Co., Ltd.", "organisation"],
  ["东风车行", "organisation"],
  ["张建国", "person"],
  ["欧阳景行", "person"],
  ["司马知行", "person"],
  ["Maria Co", "person"],
  ["欧阳文秀", "person"],
  ["阿卜杜热合曼·买买提依明", "person"],
  ["李银行", "person"],
  ["王学院", "person"],
  ["Marco Polo", "person"],
  ["", "person"],
] as const)("takes %s for an %s", (name, kind) => {
  expect(proposedKind(name)).toBe(kind);
});

it("follows the name until somebody says what the party is, or enters what only people have", () => {
  const [party] = emptyDraft().parties;
  if (!party) throw new Error("a draft begins with a party");
  const firm = renamed(party, "宏达公司");
  expect(firm.kind).toBe("organisation");
  expect(renamed(firm, "宏达").kind).toBe("person");
  for (const said of [{ isKindChosen: true }, { isMinor: true }, { idNumber: "" }, { links: [newLink("agent")] }])
    expect(renamed({ ...party, ...said }, "宏达公司").kind).toBe("person");
  expect(renamed({ ...party, kind: "unidentified" }, "宏达公司").kind).toBe("unidentified");
});
