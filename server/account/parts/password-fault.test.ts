import { describe, expect, it } from "vitest";
import { makePassword } from "../../people/parts/make-password";
import { commonWords } from "./common-words";
import { passwordFault } from "./password-fault";

describe("a new password", () => {
  it.each([
    ["too short", "Short-1x"],
    ["of two kinds of characters", "onlysmallletters2"],
    ["longer than anybody types", `A1-${"x".repeat(200)}`],
  ])("is too weak when it is %s", (_what, password) => {
    expect(passwordFault(password)).toBe("tooWeak");
  });

  it.each([
    "Password-2026!",
    "P@ssw0rd12345",
    "Admin@123456789",
    "Woaini5201314!",
    "Woaini-19991231",
    "WoAiNi1314520.",
    "Paichusuo@2026",
    "Zhongtiao-2026!",
    "Qwerty-12345678",
    "1qaz2WSX3edc4rfv",
    "Qwertyuiop123!",
    "Abcdefg-1234567",
    "Zyxwvut-9876543",
    "Aaaaaaaaaaa1!",
    "Xk1-Xk1-Xk1-Xk1-",
    "Xk12Xk12Xk12",
    "2001-02-03Mima!",
    "Asdfghjkl-2024",
    "Beijing-20080808",
    "Huawei@88888888",
    "Summer-2026-July",
    // Phrases and names in pinyin, phones, and columns of the keyboard.
    "Zhangsan@123456",
    "Liudehua@1961",
    "Tiantianxiangshang1!",
    "Haohaoxuexi2026!",
    "Weirenminfuwu1!",
    "Wojiaozhangsan1!",
    "Zuguowansui1!",
    "Yiersansiwu123!",
    "Meimei520520!",
    "Shaoxing@2026!",
    "Wang13812345678!",
    "Abc@12345678",
    "Aa@112233445566",
    "Qweasdzxc!@#1",
    "!Q@W#E$R1q2w",
    "159357258456Aa!",
    "Sun@sun@sun1",
    "Zhao1985zhao!",
  ])("is common when it is made of what everybody tries: %s", (password) => {
    expect(passwordFault(password)).toBe("common");
  });

  it("is common when little is left without the person's own words", () => {
    expect(passwordFault("Kranich-13912345678")).toBeNull();
    expect(passwordFault("Kranich-13912345678", ["kranich", "13912345678"])).toBe("common");
    expect(passwordFault("LWS-lws-2026-ok", ["LWS"])).toBe("common");
    // A short word of one's own inside a good password does no harm.
    expect(passwordFault("LWS-tufting-Brake-7", ["LWS"])).toBeNull();
  });

  it.each(["Another-secret-2", "kf7-Wolke-Tisch", "河水向东-Ganz-7流去人家", "Tr0mbone&Ladder", "rT9#vb2!Lq0z"])(
    "is taken when it holds enough of its own: %s",
    (password) => {
      expect(passwordFault(password)).toBeNull();
    },
  );

  it("that the system makes for a first sign-in is always taken", () => {
    for (let i = 0; i < 2_000; i += 1) expect(passwordFault(makePassword())).toBeNull();
  });
});

it("the list of common words has each once", () => {
  expect(new Set(commonWords).size).toBe(commonWords.length);
});
