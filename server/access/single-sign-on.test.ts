import { sql } from "drizzle-orm";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { beginBinding } from "../account/begin-binding";
import { endBinding } from "../account/end-binding";
import { ownBinding } from "../account/reads/own-account";
import { actAs } from "../kernel/context";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { request } from "../testing/request";
import { signInAtProvider, singleSignOnProvider } from "../testing/signing-in/single-sign-on-provider";
import { openSignIn, signedInBy } from "./sign-in";
import { bindSubject, singleSignOn } from "./single-sign-on";

/** The cookies of the one browser of this test. */
const jar = request.cookies;

const ours = "http://localhost:3000";
const redirectUri = `${ours}/api/auth/callback/oidc`;
const password = "Not-a-secret-1";
let county: TestCounty;
let provider: Awaited<ReturnType<typeof singleSignOnProvider>>;
let auth: typeof import("./session");
beforeAll(async () => {
  county = await testCounty(["LW"]);
  request.headers = new Headers({ "user-agent": "Mozilla/5.0 (Windows NT 10.0) Edg/130.0" });
  provider = await singleSignOnProvider(redirectUri);
  vi.stubEnv("NEXTAUTH_URL", ours);
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-of-this-test-alone-0123456789");
  vi.stubEnv("OIDC_ISSUER", provider.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
  vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
  auth = await import("./session");
});
afterAll(() => {
  // Settings outlive their file: the next one of this process would find single sign-on offered.
  vi.unstubAllEnvs();
  return provider.close();
});
beforeEach(() => jar.clear());

/** One request to next-auth with the browser's cookies, in the form it takes from an older kind of route. */
async function ask(path: string, form?: Record<string, string>): Promise<{ body?: unknown; redirect?: string }> {
  const { pathname, searchParams } = new URL(`${ours}/${path}`);
  const set: string[] = [];
  const answer: { body?: unknown; redirect?: string } = {};
  const response = {
    status: () => response,
    getHeader: () => set,
    setHeader: (name: string, value: string) => {
      if (name === "Location") answer.redirect = value;
      return response;
    },
    send: (body: unknown) => {
      answer.body = body;
    },
    end: () => undefined,
  };
  const sent = {
    method: form ? "POST" : "GET",
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.slice(1).split("/") },
    body: form,
    cookies: Object.fromEntries(jar),
    headers: { host: "localhost:3000" },
  };
  // Another file of this process may have loaded the options before there was a provider.
  const providers = auth.providersOf(singleSignOn());
  await NextAuth({ ...auth.authOptions, providers, secret: process.env.NEXTAUTH_SECRET })(
    sent as never,
    response as never,
  );
  for (const line of set) {
    const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
    if (value) jar.set(name, decodeURIComponent(value));
    else jar.delete(name);
  }
  return answer;
}

/** The whole way: our button, the provider, and back. Gives where the browser ends. */
async function through(subject: string): Promise<string> {
  const csrf = (await ask("csrf")).body as { csrfToken: string };
  const begun = await ask("signin/oidc", { csrfToken: csrf.csrfToken, callbackUrl: "/" });
  const back = new URL(await signInAtProvider(begun.redirect ?? "", subject, redirectUri));
  return (await ask(`callback/oidc${back.search}`)).redirect ?? "";
}

/** Who the browser's cookie names now. */
async function whoIsIn() {
  const sid = await auth.cookieSignIn();
  return sid ? ((await signedInBy(sid, new Date()))?.actor ?? null) : null;
}

/** Signs the browser in as with the password. */
async function signedInAs(name: string) {
  const now = new Date();
  const sid = await openSignIn(county.countyId, county.people[name] ?? "", now);
  const { encode } = await import("next-auth/jwt");
  jar.set("zhongtiao.session", await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? "" }));
  const actor = (await signedInBy(sid, now))?.actor;
  if (!actor) throw new Error("not signed in");
  return { sid, ctx: actAs(actor, now) };
}

describe("single sign-on", () => {
  it("lets nobody in who is bound to no account, whatever mail address the provider names", async () => {
    expect(await through("stranger")).toContain("error=AccessDenied");
    expect(await whoIsIn()).toBeNull();
  });

  it("is bound by the person, after their password, and then opens their account", async () => {
    const { ctx } = await signedInAs("judge");
    expect(await refusedWith(beginBinding(ctx, { password: "wrong" }))).toBe("wrongPassword");
    await beginBinding(actAs(ctx.actor, new Date()), { password });
    expect(await through("li.fayuan")).toBe("/account?bound=yes");
    expect(await ownBinding(ctx)).toMatchObject({ isBound: true });

    jar.clear();
    await through("li.fayuan");
    expect((await whoIsIn())?.personId).toBe(county.people.judge);
    const [row] = await database().execute<{ device: string }>(
      sql`select device from sign_ins where person_id = ${county.people.judge ?? ""}::uuid order by created_at desc limit 1`,
    );
    expect(row?.device).toBe("Edge · Windows");
    const first = (await auth.cookieSignIn()) ?? "";
    await through("li.fayuan");
    expect(await signedInBy(first, new Date())).toBeNull();
    expect((await whoIsIn())?.personId).toBe(county.people.judge);
  });

  it("binds nothing that the signed-in person did not ask for", async () => {
    await signedInAs("cadre");
    expect(await through("an.attacker")).toContain("error=AccessDenied");
    expect((await whoIsIn())?.personId).toBe(county.people.cadre);
    expect(await database().execute(sql`select 1 from bound_subjects where subject = 'an.attacker'`)).toEqual([]);
  });

  it("moves no subject to another account, and binds one subject to an account", async () => {
    const { ctx, sid } = await signedInAs("grid");
    await beginBinding(ctx, { password });
    const taken = { issuer: provider.issuer, subject: "li.fayuan" };
    expect(await bindSubject(sid, taken, new Date())).toBe(false);
    // What was permitted once is used up.
    expect(await bindSubject(sid, { ...taken, subject: "feng" }, new Date())).toBe(false);
    await beginBinding(actAs(ctx.actor, new Date()), { password });
    const late = new Date(Date.now() + 11 * 60_000);
    expect(await bindSubject(sid, { ...taken, subject: "feng" }, late)).toBe(false);
    expect(await bindSubject(sid, { ...taken, subject: "feng" }, new Date())).toBe(true);
    await beginBinding(actAs(ctx.actor, new Date()), { password });
    expect(await bindSubject(sid, { ...taken, subject: "feng.2" }, new Date())).toBe(false);
  });

  it("takes an answer once, for the question it answers, and leads to no other site", async () => {
    const begin = async (callbackUrl = "/") => {
      const csrf = (await ask("csrf")).body as { csrfToken: string };
      return (await ask("signin/oidc", { csrfToken: csrf.csrfToken, callbackUrl })).redirect ?? "";
    };
    const answerTo = async (question: string) => new URL(await signInAtProvider(question, "li.fayuan", redirectUri));
    // The code that somebody else was given, with the state of this browser's own question: whoever's it is, nobody is in.
    const foreign = await answerTo(await begin());
    jar.clear();
    const own = await answerTo(await begin());
    const mixed = new URLSearchParams(own.search);
    mixed.set("code", foreign.searchParams.get("code") ?? "");
    const kept = new Map(jar);
    for (const search of [mixed, new URLSearchParams({ ...Object.fromEntries(own.searchParams), state: "x" })]) {
      jar.clear();
      for (const [name, value] of kept) jar.set(name, value);
      expect((await ask(`callback/oidc?${search}`)).redirect).toContain("error=");
      expect(await whoIsIn()).toBeNull();
    }
    // The same answer a second time, also with everything that the browser held before the first.
    const once = await answerTo(await begin("https://evil.example/"));
    const before = new Map(jar);
    const landed = (await ask(`callback/oidc${once.search}`)).redirect ?? "";
    expect(new URL(landed, "http://localhost:3000").host).toBe("localhost:3000");
    expect((await whoIsIn())?.personId).toBe(county.people.judge);
    for (const cookies of [new Map<string, string>(), before]) {
      jar.clear();
      for (const [name, value] of cookies) jar.set(name, value);
      expect((await ask(`callback/oidc${once.search}`)).redirect).toContain("error=");
      expect(await whoIsIn()).toBeNull();
    }
  });

  it("ends with the binding and with the account", async () => {
    const { ctx } = await signedInAs("property");
    await beginBinding(ctx, { password });
    await through("wuye");
    await endBinding(actAs(ctx.actor, new Date()));
    expect(await refusedWith(endBinding(actAs(ctx.actor, new Date())))).toBe("notFound");
    jar.clear();
    expect(await through("wuye")).toContain("error=AccessDenied");
    await database().execute(
      sql`update accounts set disabled_at = now() where person_id = ${county.people.judge ?? ""}::uuid`,
    );
    expect(await through("li.fayuan")).toContain("error=AccessDenied");
    const audited = await database().execute<{ action: string }>(sql`
      select action from events where county_id = ${county.countyId}::uuid and action in ('audit.signIn', 'audit.failSignIn')
        and payload::jsonb ->> 'person' = ${county.people.judge ?? ""} order by seq`);
    expect(audited.map(({ action }) => action)).toEqual([...Array(3).fill("audit.signIn"), "audit.failSignIn"]);
  });

  it("takes no answer that this browser did not ask for", async () => {
    const csrf = (await ask("csrf")).body as { csrfToken: string };
    const begun = await ask("signin/oidc", { csrfToken: csrf.csrfToken, callbackUrl: "/" });
    const back = new URL(await signInAtProvider(begun.redirect ?? "", "li.fayuan", redirectUri));
    jar.clear();
    expect((await ask(`callback/oidc${back.search}`)).redirect).toContain("error=");
    expect(await whoIsIn()).toBeNull();
  });
});

it("a provider without https is refused, except on this machine", () => {
  const env = { OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  expect(singleSignOn({})).toBeNull();
  expect(() => singleSignOn({ ...env, OIDC_ISSUER: "http://sso.example.cn" })).toThrow(/https/);
  expect(singleSignOn({ ...env, OIDC_ISSUER: "https://sso.example.cn/" })).toMatchObject({
    issuer: "https://sso.example.cn",
    name: "sso.example.cn",
  });
});
