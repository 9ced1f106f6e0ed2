import { describe, expect, it } from "vitest";
import { membersIn, membersMax, readMembers } from "./choices";

const read = (text: string) =>
  membersIn(readMembers(text)).map(({ name, phone, fault }) => [name, phone, fault].join(" ").trim());

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
    const faults = readMembers(
      "13900001111\n覃小燕,1390000\n王五,13900001111,13900002222\n赵六,钱七\n孙八,139000011112222333",
    );
    expect(faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual([
      "1 noName",
      "2 null",
      "3 notAPhone",
      "4 null",
      "4 null",
      "5 notAPhone",
    ]);
    const many = Array.from({ length: membersMax + 1 }, (_, i) => `成员${i}甲`).join("\n");
    expect(readMembers(many).filter(({ fault }) => fault === "tooMany").length).toBe(1);
  });

  it("takes a short number for no address and no name: numbers of a list, ages, numbers of buildings alone; they are named", () => {
    const row = (text: string) => {
      const [one] = readMembers(text);
      return [one?.name, one?.phone, one?.address, one?.unread.join("+"), one?.fault];
    };
    for (const number of [
      "1.",
      "1、",
      "（1）",
      "(12)",
      "【3】",
      "①",
      "1）",
      "第1户",
      "No.3 ",
      "1-",
      "001 ",
      "1\t",
      "1，",
    ])
      expect(row(`${number}覃小燕，13900001111`), number).toEqual(["覃小燕", "13900001111", "", "", null]);
    for (const short of ["139", "45", "45岁", "男", "壮族", "8", "1980"])
      expect(row(`覃小燕,${short},13900001111`), short).toEqual(["覃小燕", "13900001111", "", short, null]);
    expect(row("覃小燕,139")).toEqual(["覃小燕", "", "", "139", null]);
    expect(row("覃小燕 女 45 柳湾村3组 13900001111")).toEqual(["覃小燕", "13900001111", "柳湾村3组", "女+45", null]);
    expect(row("3号楼201室 覃小燕 13900001111")).toEqual(["覃小燕", "13900001111", "3号楼201室", "", null]);
  });

  it("reads a sheet by its head whatever the order of its columns, and keeps what no column asked for", () => {
    const sheet = [
      "序号\t姓名\t性别\t年龄\t欠薪金额\t身份证号码\t联系电话\t家庭住址",
      "1\t覃小燕\t女\t45\t12000\t11010519491231002X\t139 0000 1111\t12号",
      "2\t农民工\t男\t\t\t\t0778-1234567\t",
      "3\t\t男\t\t\t\t13900002222\t",
    ].join("\n");
    const rows = readMembers(sheet);
    expect(rows[0]).toMatchObject({ isTitle: true });
    expect(
      membersIn(rows).map(({ name, phone, idNumber, address, unread, fault }) => [
        name,
        phone,
        idNumber,
        address,
        unread,
        fault,
      ]),
    ).toEqual([
      ["覃小燕", "139 0000 1111", "11010519491231002X", "12号", ["女", "45", "12000"], null],
      ["农民工", "0778-1234567", "", "", ["男"], null],
      ["", "13900002222", "", "", ["男"], "noName"],
    ]);
  });

  it("reads what is pasted out of a chat: a chain, several on a line, labels, the phone on the next line", () => {
    const people = (text: string) =>
      membersIn(readMembers(text)).map(({ name, phone, fault }) => [name, phone, fault].join(" ").trim());
    const both = ["覃小燕 13900001111", "韦大力 13900002222"];
    for (const text of [
      "#接龙\n柳湾小区欠薪登记\n\n1. 覃小燕 13900001111\n2. 韦大力 13900002222",
      "1、覃小燕，13900001111；2、韦大力，13900002222",
      "1、覃小燕 13900001111 2、韦大力 13900002222",
      "覃小燕\n13900001111\n韦大力\n13900002222",
      "姓名：覃小燕，电话：13900001111\n姓名：韦大力，电话：13900002222",
    ])
      expect(people(text), text).toEqual(both);
    expect(people("覃小燕、韦大力、阿依")).toEqual(["覃小燕", "韦大力", "阿依"]);
    expect(people("覃小燕 韦大力 13900001111")).toEqual(["覃小燕 13900001111 twoNames"]);
  });
});
