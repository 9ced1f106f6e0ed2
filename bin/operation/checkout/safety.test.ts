import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeKeyFile } from "../../../db/encryption/key-ring.mjs";
import {
  allowedDangers,
  demandAllowed,
  demandContactKeys,
  demandSafeProvider,
  demandSafeReach,
  demandStrongSecret,
  isReachable,
} from "./safety.mjs";

afterEach(() => {
  delete process.env.ALLOW_UNSAFE;
  vi.unstubAllEnvs();
});

describe("the keys of phones and addresses", () => {
  const [open, closed] = [{ isReachable: true }, { isReachable: false }];
  const here = (name: string) => path.join(folder, name);
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-safety-"));
  const named = (file: string) => {
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", "");
    vi.stubEnv("ZHONGTIAO_CONTACT_KEY_FILE", file);
  };

  it("may lie in .data on this machine alone, or beside demo accounts; elsewhere the setting is demanded by its name", () => {
    named("");
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(() => demandContactKeys(closed)).not.toThrow();
      expect(() => demandContactKeys(open)).toThrow(/^Not started: ZHONGTIAO_CONTACT_KEY_FILE is not set/);
      process.env.ALLOW_UNSAFE = "demo";
      expect(() => demandContactKeys(open)).not.toThrow();
    } finally {
      process.chdir(before);
    }
  });

  it("are refused before anything starts when they are named and not there, open to others, or weak", () => {
    named(here("none"));
    expect(() => demandContactKeys(open)).toThrow(
      /^Not started: ZHONGTIAO_CONTACT_KEY_FILE names .*none, which is not/,
    );
    makeKeyFile(here("keys"));
    named(here("keys"));
    expect(() => demandContactKeys(open)).not.toThrow();
    writeFileSync(here("weak"), `${Buffer.alloc(32, 1).toString("base64url")}\n`, { mode: 0o600 });
    named(here("weak"));
    for (const where of [open, closed]) expect(() => demandContactKeys(where)).toThrow(/^Not started: .*weak/);
    writeFileSync(here("readable"), "", { mode: 0o644 });
    named(here("readable"));
    expect(() => demandContactKeys(open)).toThrow(/^Not started: Other users may read .*ZHONGTIAO_CONTACT_KEY_FILE/);
    rmSync(folder, { recursive: true });
  });
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
