import { expect, it } from "vitest";
import { webAddress } from "./web-address";

it("is given for https only, however the scheme is written", () => {
  expect(webAddress("https://meet.example/1?a=b#c")).toBe("https://meet.example/1?a=b#c");
  for (const stored of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "http://meet.example/1",
    "//meet.example/1",
    "meet.example",
    "",
    null,
    undefined,
  ])
    expect(webAddress(stored), String(stored)).toBeNull();
});
