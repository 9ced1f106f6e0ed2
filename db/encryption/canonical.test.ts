import { describe, expect, it } from "vitest";
import { canonicalIdNumber, canonicalPhone } from "./canonical";

const whole = (text: string) => {
  const phone = canonicalPhone(text);
  return phone && `${phone.line}-${phone.extension}`;
};

describe("a phone", () => {
  it.each([
    ["13911112222", "+8613911112222"],
    ["13911112222", "0086 139 1111 2222"],
    ["13911112222", "86 139-1111-2222"],
    ["139-1111-2222", "139 1111 2222"],
    ["139–1111–2222", "139.1111.2222"],
    ["139 1111 2222", "139\u00a01111\u30002222"],
    ["13911112222", "１３９１１１１２２２２"],
    ["13911112222", "＋８６　１３９　１１１１　２２２２"],
    ["13911112222", "013911112222"],
    ["0575-85551234", "(0575)85551234"],
    ["0575-85551234", "（0575） 8555 1234"],
    ["0575-85551234", "+86 575 8555 1234"],
    ["010-85551234", "+86 010 8555 1234"],
    ["0575-85551234转801", "057585551234 ext. 801"],
    ["0575-85551234转801", "0575-85551234分机801"],
    ["+852 2345 6789", "00852 2345-6789"],
  ])("%s and %s are the same", (one, other) => {
    expect(whole(one)).not.toBeNull();
    expect(whole(other)).toBe(whole(one));
  });

  it.each([
    ["13911112222", "13911112223"],
    ["0575-85551234", "0571-85551234"],
    ["+85223456789", "23456789"],
    ["0575-85551234转801", "0575-85551234转802"],
  ])("%s and %s are two", (one, other) => {
    expect(whole(one)).not.toBeNull();
    expect(whole(other)).not.toBe(whole(one));
  });

  it("with an extension is another phone on the same line", () => {
    expect(whole("0575-85551234转801")).not.toBe(whole("0575-85551234"));
    expect(canonicalPhone("0575-85551234转801")?.line).toBe(canonicalPhone("0575-85551234")?.line);
  });

  it.each([
    "",
    "无",
    "110",
    "13911112222/13911113333",
    "13911112222、13911113333",
    "13911112222 13911113333",
    "13911112222;0575-85551234",
    "转801",
    "139x1111x2222",
    "1391111222a",
  ])("%j is none, or more than one", (text) => expect(canonicalPhone(text)).toBeNull());
});

describe("an ID number", () => {
  it.each([
    ["11010519491231002X", "11010519491231002x"],
    ["11010519491231002X", "110105 19491231 002X"],
    ["11010519491231002X", "110105-19491231-002x"],
    ["11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ"],
    ["11010519491231002X", "110105491231002"],
    ["440524188001010014", "440524 188001010014"],
  ])("%s and %s are the same", (one, other) => {
    expect(canonicalIdNumber(one)).toBe(one);
    expect(canonicalIdNumber(other)).toBe(one);
  });

  it.each(["", "110105194912310021", "11010519491231003X", "1101051949123100", "G12345678", "11010519491231002XX"])(
    "%j is none",
    (text) => expect(canonicalIdNumber(text)).toBeNull(),
  );
});
