import { afterEach, describe, expect, it } from "vitest";
import {
  allowedDangers,
  demandAllowed,
  demandSafeProvider,
  demandSafeReach,
  demandStrongSecret,
  isReachable,
} from "./safety.mjs";

afterEach(() => {
  delete process.env.ALLOW_UNSAFE;
});

describe("whether other machines reach the system", () => {
  it.each([
    [false, "127.0.0.1", "http://localhost:3000"],
    [false, "localhost", "http://127.0.0.1:3000"],
    [false, "::1", "http://[::1]:3000"],
    [true, "0.0.0.0", "http://localhost:3000"],
    [true, "::", "http://localhost:3000"],
    [true, "192.168.1.5", "http://localhost:3000"],
    [true, "localhost.example.cn", "http://localhost:3000"],
    // A proxy on this machine makes it public.
    [true, "127.0.0.1", "https://tiao.example.cn"],
  ])("is %s at %s with the address %s", (reachable, host, base) => {
    expect(isReachable({ host, base })).toBe(reachable);
  });
});

describe("a start that others can reach", () => {
  const [open, base] = ["0.0.0.0", "http://localhost:3000"];

  it("is refused without https, and with the setting every page warns", () => {
    expect(() => demandSafeReach({ host: open, base }, undefined)).toThrow(/without https/);
    expect(() => demandSafeReach({ host: "127.0.0.1", base }, "http://tiao.example.cn")).toThrow(/without https/);
    process.env.ALLOW_UNSAFE = "http";
    const reach = demandSafeReach({ host: open, base }, undefined);
    expect([reach.isReachable, reach.dangers(true), reach.dangers(false)]).toEqual([true, ["demo", "http"], ["http"]]);
  });

  it("is not warned of on this machine alone, nor under https without demo accounts", () => {
    expect(demandSafeReach({ host: "127.0.0.1", base }, undefined).dangers(true)).toEqual([]);
    expect(demandSafeReach({ host: open, base }, "https://tiao.example.cn").dangers(false)).toEqual([]);
  });
});

describe("a danger", () => {
  it("is refused with its reason and the way to allow it", () => {
    expect(() => demandAllowed("demo")).toThrow(/demo accounts.*ALLOW_UNSAFE=demo/s);
    process.env.ALLOW_UNSAFE = "demo";
    expect(() => demandAllowed("http")).toThrow(/https.*ALLOW_UNSAFE=demo,http/s);
  });

  it("is accepted when the setting names it, and the setting takes no other names", () => {
    process.env.ALLOW_UNSAFE = "http, demo";
    expect(() => demandAllowed("demo")).not.toThrow();
    expect(allowedDangers()).toEqual(["demo", "http"]);
    expect(() => allowedDangers("yes")).toThrow(/takes demo, http, root/);
    expect(allowedDangers("")).toEqual([]);
  });
});

it("a single sign-on provider without https is refused, except on this machine", () => {
  for (const issuer of ["http://sso.example.cn", "sso"])
    expect(() => demandSafeProvider(issuer)).toThrow(/OIDC_ISSUER/);
  for (const issuer of [undefined, "https://sso.example.cn", "http://127.0.0.1:9000"])
    expect(() => demandSafeProvider(issuer)).not.toThrow();
});

describe("the secret that signs cookies", () => {
  it.each([
    "secret",
    "changeme-changeme-changeme-changeme",
    "a".repeat(64),
    "abcabcabcabcabcabcabcabcabcabcabcabc",
    "Xk3",
  ])("is refused when it can be guessed: %s", (secret) => {
    expect(() => demandStrongSecret(secret)).toThrow(/NEXTAUTH_SECRET/);
  });

  it("is taken when random, and may be left out", () => {
    expect(() => demandStrongSecret("pJ5v0yqk2mT8cXw4LrB7nZs1dHf6gQe9uAiOtKxWvYM")).not.toThrow();
    expect(() => demandStrongSecret("")).not.toThrow();
  });
});
