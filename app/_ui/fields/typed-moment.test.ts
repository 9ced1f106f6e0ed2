import { describe, expect, it } from "vitest";
import { familyName } from "../text/family-name";
import { readTypedDay, readTypedTime } from "./typed-moment";

const now = new Date("2026-11-24T01:12:00Z");

describe("a typed day", () => {
  it.each([
    ["2026-11-26", "2026-11-26"],
    ["2026年11月26日", "2026-11-26"],
    ["11月26日 周四", "2026-11-26"],
    ["11.26", "2026-11-26"],
    ["1126", "2026-11-26"],
    ["20261126", "2026-11-26"],
    ["1-10", "2027-01-10"],
    ["9-1", "2026-09-01"],
    ["2-30", null],
    ["2027-02-29", null],
    ["soon", null],
    ["", null],
  ])("%s means %s", (typed, day) => {
    expect(readTypedDay(typed, now)).toBe(day);
  });
});

describe("a typed time", () => {
  it.each([
    ["14:30", "14:30"],
    ["14：30", "14:30"],
    ["1430", "14:30"],
    ["930", "09:30"],
    ["9", "09:00"],
    ["9点", "09:00"],
    ["24:00", null],
    ["12:60", null],
    ["noon", null],
  ])("%s means %s", (typed, time) => {
    expect(readTypedTime(typed)).toBe(time);
  });
});

describe("the family name in an avatar", () => {
  it.each([
    ["沈静", "沈"],
    ["欧阳文秀", "欧阳"],
    ["司徒婉仪", "司徒"],
    ["欧阳", "欧"],
    ["Shen Jing", "S"],
    ["阿卜杜热合曼·买买提依明", "阿"],
    ["䶮明", "䶮"],
    ["𠮷田", "𠮷"],
    ["", ""],
  ])("%s shows %s", (name, family) => {
    expect(familyName(name)).toBe(family);
  });
});
