import { describe, expect, it } from "vitest";
import { cookieIn } from "./cookies";
import { tokenCache } from "./token-cache";

const at = (ms: number) => new Date(ms);

/** A cache whose tokens name their value and their end, as "value until", and the tokens it opened. */
function cache(most = 100) {
  const opened: string[] = [];
  const holderOf = tokenCache(async (token) => {
    opened.push(token);
    const [value = "", until = ""] = token.split(" ");
    return value === "wrong" ? null : { value, until: Number(until) };
  }, most);
  return { opened, holderOf };
}

describe("a session cookie", () => {
  it("is opened once, and once more when it was forgotten", async () => {
    const { opened, holderOf } = cache(2);
    for (const token of ["a 9", "a 9", "b 9", "a 9", "c 9", "a 9", "b 9"]) await holderOf(token, at(1));
    expect(opened).toEqual(["a 9", "b 9", "c 9", "b 9"]);
  });

  it("names nobody once it has run out, also when it was opened before", async () => {
    const { holderOf } = cache();
    expect([await holderOf("a 9", at(8)), await holderOf("a 9", at(9))]).toEqual(["a", null]);
  });

  it("that cannot be opened is tried again each time, and takes no place", async () => {
    const { opened, holderOf } = cache();
    for (const _ of [1, 2]) expect(await holderOf("wrong 9", at(1))).toBeNull();
    expect(opened).toEqual(["wrong 9", "wrong 9"]);
  });

  it("is found among others by its whole name", () => {
    const header = "zhongtiao.session.old=no; a=b=c; zhongtiao.session=ey%2Ej; zhongtiao.session=second";
    expect(cookieIn(header, "zhongtiao.session")).toBe("ey.j");
    expect(cookieIn(header, "a")).toBe("b=c");
    for (const none of [null, "", "zhongtiao.sessionx=1", "zhongtiao.session", "zhongtiao.session=%E0%A4%A"])
      expect(cookieIn(none, "zhongtiao.session")).toBeUndefined();
  });
});
