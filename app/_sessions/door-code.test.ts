import { expect, it } from "vitest";
import { doorCodeIn } from "./door-code";

const code = "01a1cd7b-b900-752a-b415-f00533dd6603.abcdefghijklmnopqrstuvw_";

it("finds the code bare, behind an address, and with words around it", () => {
  for (const text of [code, `https://a.cn/my-sessions/check-in#${code}`, `  ${code}\n`, `#${code}`])
    expect(doorCodeIn(text), text).toBe(code);
});

it("finds none in anything shorter, longer or else", () => {
  for (const text of ["", "https://a.cn/my-sessions", code.slice(0, -1), `${code}x`, "123456"])
    expect(doorCodeIn(text), text).toBeNull();
});
