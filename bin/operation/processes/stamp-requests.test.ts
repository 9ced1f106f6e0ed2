import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { networkOf, originOf } from "@/server/access/origin";
import { contentSecurity } from "./page-policy.mjs";
import { originOfRequest } from "./stamp-requests.mjs";

let server: http.Server;
let seen: http.IncomingHttpHeaders = {};
beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen = request.headers;
    response.end("ok");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => server.close());

/** The nonce a request reaches the program with, and the one its answer names. */
async function nonces(headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  const nonceIn = (policy: unknown) => /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(String(policy))?.[1];
  return {
    asked: nonceIn(seen["content-security-policy"]),
    answered: nonceIn(answer.headers.get("content-security-policy")),
  };
}

describe("the content policy", () => {
  it("lets run what carries the request's own nonce, which is new each time and not the browser's", async () => {
    const first = await nonces({ "content-security-policy": "script-src 'nonce-mine'" });
    const second = await nonces();
    expect(first.asked).toMatch(/^[\w+/]{22}==$/);
    expect(first.answered).toBe(first.asked);
    expect(second.asked).not.toBe(first.asked);
  });

  it("allows no inline script, no plug-in, no foreign base, frame or form target", () => {
    const policy = contentSecurity("n");
    expect(policy.split("; ").find((part) => part.startsWith("script-src"))).toBe(
      "script-src 'self' 'nonce-n' 'strict-dynamic'",
    );
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy.split("; ")).toContain(part);
  });
});

describe("where a request comes from", () => {
  it("is written by our server over what the browser sent", async () => {
    const { port } = server.address() as AddressInfo;
    const forged = { "x-zhongtiao-origin": "1.2.3.4", "x-forwarded-for": "5.6.7.8" };
    await fetch(`http://127.0.0.1:${port}/`, { headers: forged });
    expect(seen["x-zhongtiao-origin"]).toBe("127.0.0.1");
    expect(originOf(new Headers({ "x-zhongtiao-origin": "10.1.2.3" }))).toBe("10.1.2.3");
  });

  it("is unknown where our server stamps nothing", () => {
    const { ZHONGTIAO_STAMPED: stamped } = process.env;
    delete process.env.ZHONGTIAO_STAMPED;
    expect(originOf(new Headers({ "x-zhongtiao-origin": "10.1.2.3" }))).toBeNull();
    process.env.ZHONGTIAO_STAMPED = stamped;
  });

  it.each([
    ["the peer, without a proxy", "10.0.0.7", {}, "10.0.0.7"],
    ["the peer, when it is no proxy of ours", "10.0.0.7", { TRUSTED_PROXY_HEADER: "X-Forwarded-For" }, "10.0.0.7"],
    ["the last address our proxy wrote", "::ffff:127.0.0.1", { TRUSTED_PROXY_HEADER: "X-Forwarded-For" }, "10.9.9.9"],
    [
      "that of a proxy on another machine",
      "10.0.0.2",
      { TRUSTED_PROXY_HEADER: "X-Forwarded-For", TRUSTED_PROXY: "10.0.0.2, 10.0.0.3" },
      "10.9.9.9",
    ],
    ["the peer, when the proxy wrote nothing", "127.0.0.1", { TRUSTED_PROXY_HEADER: "X-Real-Ip" }, "127.0.0.1"],
  ])("is %s", (_what, remoteAddress, env, expected) => {
    const headers = { "x-forwarded-for": "1.1.1.1, 10.9.9.9" };
    expect(originOfRequest({ headers, socket: { remoteAddress } }, env as Record<string, string>)).toBe(expected);
  });

  it.each([
    ["10.0.0.7", "10.0.0.7"],
    ["::ffff:10.0.0.7", "10.0.0.7"],
    ["10.0.0.7:51234", "10.0.0.7"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["::ffff:10.0.0.7%eth0", "10.0.0.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::5", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
