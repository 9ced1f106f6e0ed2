import { describe, expect, it } from "vitest";
import { membersMax, readMembers } from "./choices";

const read = (text: string) => readMembers(text).map(({ name, phone, fault }) => [name, phone, fault].join(" ").trim());

describe("a pasted list of members", () => {
  it("is read however it was written: commas, tabs, blanks, running numbers, a head, full width", () => {
    const same = ["覃小燕 13900001111"];
    for (const text of [
      "覃小燕,13900001111",
      "覃小燕，13900001111",
      "覃小燕\t13900001111",
      "覃小燕 13900001111",
      "覃小燕13900001111",
      "1,覃小燕,13900001111",
      "1. 覃小燕 13900001111",
      "姓名,电话\r\n覃小燕,13900001111\r\n",
      "\uFEFF序号\t姓名\t联系电话\n\n1\t覃小燕\t13900001111",
      '"覃小燕","13900001111"',
    ])
      expect(read(text), text).toEqual(same);
    expect(read("覃小燕 139 0000 1111\n阿依古丽·买买提 +8613900002222\n李四")).toEqual([
      "覃小燕 139 0000 1111",
      "阿依古丽·买买提 +8613900002222",
      "李四",
    ]);
  });

  it("keeps ID numbers and addresses, and says by line what it cannot take in; nothing is left out silently", () => {
    expect(readMembers("覃小燕,13900001111,11010519491231002X,柳湾路 10023 号")[0]).toMatchObject({
      idNumber: "11010519491231002X",
      address: "柳湾路 10023 号",
      fault: null,
    });
    const faults = readMembers("13900001111\n覃小燕,1390000\n王五,13900001111,13900002222\n赵六,一村,二村,三村");
    expect(faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual([
      "1 noName",
      "2 null",
      "3 notAPhone",
      "4 twoNames",
    ]);
    expect(readMembers("覃小燕,139")[0]).toMatchObject({ name: "覃小燕", address: "139" });
    const many = Array.from({ length: membersMax + 1 }, (_, i) => `成员${i}甲`).join("\n");
    expect(readMembers(many).filter(({ fault }) => fault === "tooMany").length).toBe(1);
  });
});
