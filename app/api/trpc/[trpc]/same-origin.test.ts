import { describe, expect, it } from "vitest";
import { POST } from "./route";
import { isOwnForm, isOwnRequest } from "./same-origin";

const address = "http://localhost:4010/api/trpc/account.setLocale";
const json = { "content-type": "application/json", host: "localhost:4010" };
const post = (headers: Record<string, string>) => new Request(address, { method: "POST", headers, body: "{}" });
const own = (headers: Record<string, string>) => isOwnRequest(post(headers), "https://tiao.example.cn");

describe("requests to the procedures", () => {
  it.each([
    ["a page of this address", { ...json, origin: "http://localhost:4010", "sec-fetch-site": "same-origin" }],
    [
      "a page of the public address, behind a proxy",
      { ...json, origin: "https://tiao.example.cn", "sec-fetch-site": "same-origin" },
    ],
    ["a browser without Sec-Fetch-Site", { ...json, origin: "http://localhost:4010" }],
    ["a program without any origin", json],
    ["JSON with a charset", { ...json, "content-type": "application/json; charset=utf-8" }],
  ])("are taken from %s", (_who, headers) => {
    expect(own(headers)).toBe(true);
  });

  it.each([
    ["a foreign page", { ...json, origin: "https://evil.example" }],
    ["a foreign page in an old browser that hides its origin", { ...json, origin: "null" }],
    ["another port of the same machine", { ...json, origin: "http://localhost:4011" }],
    ["a page of a sister site", { ...json, origin: "http://localhost:4010", "sec-fetch-site": "same-site" }],
    ["a cross-site page without an origin", { ...json, "sec-fetch-site": "cross-site" }],
    ["a form with files", { ...json, "content-type": "multipart/form-data; boundary=x" }],
    ["a plain form", { ...json, "content-type": "application/x-www-form-urlencoded" }],
    ["text that happens to be JSON", { ...json, "content-type": "text/plain" }],
    ["a type that only begins like JSON", { ...json, "content-type": "application/jsonp" }],
    ["a body of no type", { host: "localhost:4010" }],
  ])("are refused from %s", (_who, headers) => {
    expect(own(headers)).toBe(false);
  });

  it("never reach a procedure when refused", async () => {
    const answer = await POST(post({ ...json, origin: "https://evil.example" }));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe("");
  });

  it("never reach one when larger than any act is, in whichever way the size is stated", async () => {
    const body = JSON.stringify({ input: "x".repeat(2 * 1024 * 1024) });
    const streamed = new Blob([body]).stream();
    for (const sent of [body, streamed]) {
      const answer = await POST(
        new Request(address, { method: "POST", headers: json, body: sent, duplex: "half" } as RequestInit),
      );
      expect(answer.status).toBe(413);
      expect((await answer.json()).error.data.problem).toEqual({ code: "invalid", params: {} });
    }
  });
});

describe("forms of plain pages", () => {
  const form = { "content-type": "application/x-www-form-urlencoded", host: "localhost:4010" };
  const ours = { ...form, origin: "http://localhost:4010" };
  const taken = (headers: Record<string, string>) => isOwnForm(post(headers), "https://tiao.example.cn");

  it("are taken where the browser names our page, or hides it and says that it is ours", () => {
    for (const headers of [
      ours,
      { ...form, origin: "null", "sec-fetch-site": "same-origin" },
      { ...form, "sec-fetch-site": "same-origin" },
    ])
      expect(taken(headers), JSON.stringify(headers)).toBe(true);
  });

  it("are refused where it says neither, or another page", () => {
    const hidden = { ...form, origin: "null" };
    for (const headers of [
      form,
      hidden,
      { ...hidden, "sec-fetch-site": "none" },
      { ...hidden, "sec-fetch-site": "same-site" },
      { ...hidden, "sec-fetch-site": "cross-site" },
      { ...ours, "sec-fetch-site": "cross-site" },
      { ...ours, origin: "https://evil.example" },
      { ...ours, "content-type": "text/plain" },
    ])
      expect(taken(headers), JSON.stringify(headers)).toBe(false);
  });
});
