import { expect, it } from "vitest";
import { fitFields, isAddress } from "./fit-fields";

const unfit = ["/today\r\nx: y", "/a\nb", "/\0", "/你", "\ud800", "😀", "nowhere", "javascript:x", "/".repeat(2001)];
it("keeps what an answer can say, and leaves out an address or a word that it cannot", () => {
  const said = { callbackUrl: "/account?bound=yes", error: "signInDelayed:15", csrfToken: "x", password: "密码 +&" };
  expect(Object.fromEntries(fitFields(new URLSearchParams(said)))).toEqual(said);
  for (const text of unfit)
    expect([...fitFields(new URLSearchParams({ callbackUrl: text, error: text, a: "b" }))].flat()).toEqual(
      text === "nowhere" || text === "javascript:x" ? ["error", text, "a", "b"] : ["a", "b"],
    );
  expect([...fitFields(new URLSearchParams("callbackUrl=/a&callbackUrl=/b&error=a&error=%0a"))]).toEqual([]);
});

it("takes an address of a page, with or without its host, in plain letters", () => {
  for (const text of ["/", "/account?bound=yes", "http://localhost:3000/today", "https://tiao.example/x#y"])
    expect(isAddress(text), text).toBe(true);
  for (const text of [...unfit, "", "http://[", "ftp://x"]) expect(isAddress(text), text).toBe(false);
});
