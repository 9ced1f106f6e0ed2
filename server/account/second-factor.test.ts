import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { base32, codeOfStep, stepOf, stepOfCode } from "../access/one-time-code";
import { decryptForRow, encryptForRow } from "../access/row-secret";
import { signedInBy, signIn } from "../access/sign-in";
import { appRouter } from "../api/root";
import { addDays, dayOf } from "../kernel/shanghai";
import { resetFactor } from "../people/reset-factor";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { beginFactor } from "./begin-factor";
import { confirmFactor } from "./confirm-factor";
import { dropOwnFactor } from "./drop-own-factor";
import type { RequireFactorInput } from "./inputs";
import { factorRules } from "./reads/factor-rules";
import { ownFactor } from "./reads/own-account";
import { requireFactor } from "./require-factor";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const bytesOf = (text: string) =>
  Buffer.from(
    (
      [...text]
        .map((one) => letters.indexOf(one).toString(2).padStart(5, "0"))
        .join("")
        .match(/.{8}/g) ?? []
    ).map((eight) => Number.parseInt(eight, 2)),
  );
const password = "Not-a-secret-1";
const minute = (n: number) => new Date(Date.parse("2026-05-04T09:00:00+08:00") + n * 60_000);
let county: TestCounty;
let suffix = "";
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a-secret-of-this-test-alone-0123456789";
  county = await testCounty(["LW"]);
  const [row] = await database().execute<{ username: string }>(
    sql`select username from accounts where person_id = ${county.people.head ?? ""}::uuid`,
  );
  suffix = row?.username.replace("head", "") ?? "";
});
const enter = (name: string, now: Date, code?: string) =>
  signIn({ username: `${name}${suffix}`, password, origin: `from ${name}`, code }, now);

/** Sets up a factor at minute 0; gives its secret and the recovery codes. */
async function enrolled(name: string) {
  const now = minute(0);
  const { secret } = await beginFactor(county.as(name, { now }), { password });
  const bytes = bytesOf(secret ?? "");
  const { codes } = await confirmFactor(county.as(name, { now }), { code: codeOfStep(bytes, stepOf(now)) });
  return { bytes, codes: codes ?? [] };
}

describe("one-time codes", () => {
  // RFC 6238, appendix B, the last six digits.
  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("are those of the standard at second %i", (second, code) => {
    const secret = Buffer.from("12345678901234567890");
    const now = new Date(second * 1_000);
    expect(codeOfStep(secret, stepOf(now))).toBe(code);
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(stepOf(now));
    expect(stepOfCode(secret, code, new Date(now.getTime() + 90_000))).toBeNull();
    expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  });

  it("come from a secret that opens for its own row alone", () => {
    const encrypted = encryptForRow(Buffer.from("secret"), "row a");
    expect(decryptForRow(encrypted, "row a")?.toString()).toBe("secret");
    expect(decryptForRow(encrypted, "row b")).toBeNull();
    expect(decryptForRow(`A${encrypted.slice(1)}`, "row a") === null || encrypted.startsWith("A")).toBe(true);
  });
});

describe("a second factor", () => {
  it("is asked for after the right password alone, and each code counts once", async () => {
    const { bytes } = await enrolled("judge");
    const code = (at: Date) => codeOfStep(bytes, stepOf(at));
    expect(await refusedWith(enter("judge", minute(5)))).toBe("secondFactorNeeded");
    expect(await refusedWith(enter("judge", minute(5), "000000"))).toBe("secondFactorWrong");
    expect(await enter("judge", minute(5), code(minute(5)))).not.toBeNull();
    expect(await refusedWith(enter("judge", minute(5), code(minute(5))))).toBe("secondFactorWrong");
    expect(await enter("judge", minute(6), code(minute(6)))).not.toBeNull();
    const audited = await database().execute<{ action: string; n: number }>(sql`
      select action, count(*)::int as n from events where county_id = ${county.countyId}::uuid and action in ('audit.signIn', 'audit.failSignIn')
        and payload::jsonb ->> 'person' = ${county.people.judge ?? ""} group by action order by action`);
    expect([...audited]).toEqual([
      { action: "audit.failSignIn", n: 2 },
      { action: "audit.signIn", n: 2 },
    ]);
    const wrong = signIn({ username: `judge${suffix}`, password: "x", origin: "1", code: code(minute(7)) }, minute(7));
    expect(await wrong).toBeNull();
  });

  it("lets one of many in who type the same code at once, and nobody by a code of somebody else", async () => {
    const { bytes, codes } = await enrolled("town");
    const other = await enrolled("justice");
    const from = (n: number, code: string, at: Date) =>
      signIn({ username: `town${suffix}`, password, origin: `10.2.0.${n}`, code }, at).then(
        (entered) => (entered ? "in" : "wrong"),
        () => "refused",
      );
    const [first, second] = [minute(70), minute(90)];
    for (const [at, code] of [
      [first, codeOfStep(bytes, stepOf(first))],
      [second, codes[0] ?? ""],
    ] as const) {
      const all = await Promise.all(Array.from({ length: 4 }, (_, n) => from(n, code, at)));
      expect(
        all.filter((one) => one === "in"),
        code,
      ).toHaveLength(1);
    }
    const late = minute(130);
    for (const code of [codeOfStep(other.bytes, stepOf(late)), other.codes[0] ?? "", codes[0] ?? ""])
      expect(await from(9, code, late)).toBe("refused");
    // Wrong ones wait for half an hour at most.
    expect(await from(8, codes[1] ?? "", minute(200))).toBe("in");
  });

  it("lets nobody guess codes: wrong ones wait like wrong passwords", async () => {
    await enrolled("cadre");
    for (let i = 0; i < 5; i += 1)
      expect(await refusedWith(enter("cadre", minute(9), "111111"))).toBe("secondFactorWrong");
    expect(await refusedWith(enter("cadre", minute(9), "111112"))).toBe("signInDelayed");
    // Being asked for the code is no wrong try.
    for (let i = 0; i < 9; i += 1) expect(await refusedWith(enter("cadre", minute(20)))).toBe("secondFactorNeeded");
  });

  it("lets nobody guess codes from many addresses with a password they have, and its person signs in from their own browser", async () => {
    const { bytes } = await enrolled("county");
    const from = (n: number, code: string, at: Date, deviceCookie?: string) =>
      signIn({ username: `county${suffix}`, password, origin: `10.1.0.${n}`, code, deviceCookie }, at);
    const own = await from(200, codeOfStep(bytes, stepOf(minute(40))), minute(40));
    for (let n = 0; n < 10; n += 1) expect(await refusedWith(from(n, "111111", minute(45)))).toBe("secondFactorWrong");
    expect(await refusedWith(from(11, "111112", minute(45)))).toBe("signInDelayed");
    const code = codeOfStep(bytes, stepOf(minute(45)));
    expect(await refusedWith(from(12, code, minute(45)))).toBe("signInDelayed");
    expect(await from(12, code, minute(45), own?.deviceCookie)).not.toBeNull();
    // The wait doubles up to half an hour, also where each try comes from elsewhere.
    for (let n = 0; n < 12; n += 1) await refusedWith(from(20 + n, "111111", minute(50 + 31 * n)));
    expect(await refusedWith(from(90, "111111", minute(50 + 31 * 11 + 29)))).toBe("signInDelayed");
  });

  it("has recovery codes, stored as hashes, each for one sign-in", async () => {
    const { codes } = await enrolled("property");
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    expect(await enter("property", minute(30), first.toLowerCase())).not.toBeNull();
    expect(await refusedWith(enter("property", minute(31), first))).toBe("secondFactorWrong");
    expect(await enter("property", minute(32), second)).not.toBeNull();
    expect(await ownFactor(county.as("property"))).toMatchObject({ isOn: true, isRequired: false, codesLeft: 8 });
    const kept = await database().execute<{ text: string }>(
      sql`select to_jsonb(r)::text as text from recovery_codes r`,
    );
    expect(kept.filter(({ text }) => codes.some((code) => text.includes(code)))).toEqual([]);
  });

  it("counts only once confirmed, asks for the password, and is not begun over one that is there", async () => {
    expect(await refusedWith(beginFactor(county.as("grid"), { password: "wrong" }))).toBe("wrongPassword");
    expect(await refusedWith(confirmFactor(county.as("grid"), { code: "123456" }))).toBe("factorCodeWrong");
    const context = county.as("grid", { now: minute(0) });
    const { secret } = await beginFactor(context, { password });
    expect(await enter("grid", minute(1))).not.toBeNull();
    const stored = await database().execute<{ text: string }>(
      sql`select coalesce((select to_jsonb(k)::text from idempotency_keys k where key = ${context.key}::uuid), '') || f.secret as text
        from second_factors f where person_id = ${county.people.grid ?? ""}::uuid`,
    );
    expect(stored[0]?.text).not.toContain(secret);
    await enrolled("lawyer");
    expect(await refusedWith(beginFactor(county.as("lawyer"), { password }))).toBe("factorThere");
    expect(await refusedWith(dropOwnFactor(county.as("lawyer"), { password: "wrong" }))).toBe("wrongPassword");
    await dropOwnFactor(county.as("lawyer"), { password });
    expect(await enter("lawyer", minute(40))).not.toBeNull();
  });

  it("is taken away by an administrator with a reason, never their own, and ends the sign-ins", async () => {
    const { bytes } = await enrolled("officer");
    const { id = "" } = (await enter("officer", minute(50), codeOfStep(bytes, stepOf(minute(50))))) ?? {};
    const personId = county.people.officer ?? "";
    const reason = "手机丢了";
    expect(await refusedWith(resetFactor(county.as("head"), { personId, reason }))).toBe("forbidden");
    await resetFactor(county.as("admin", { now: minute(51) }), { personId, reason });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "resetFactor", personId, reason });
    expect(await signedInBy(id, minute(51))).toBeNull();
    expect(await enter("officer", minute(52))).not.toBeNull();
    expect(await refusedWith(resetFactor(county.as("admin"), { personId, reason }))).toBe("notFound");
    const own = county.people.admin ?? "";
    expect(await refusedWith(resetFactor(county.as("admin"), { personId: own, reason }))).toBe("notYourself");
  });

  it("is needed before anything else where the county's rule asks the role for it", async () => {
    // Of two rules of one moment nobody could say which is the later one.
    let asked = 0;
    const ask = (by: string, over: Partial<RequireFactorInput> = {}) =>
      requireFactor(county.as(by, { now: new Date(minute(59).getTime() + ++asked) }), {
        role: "committeeHead",
        isRequired: true,
        isRequiredSeen: false,
        validFrom: dayOf(minute(59)),
        ...over,
      });
    expect(await refusedWith(ask("head"))).toBe("forbidden");
    expect(await refusedWith(ask("admin", { validFrom: addDays(dayOf(minute(59)), -1) }))).toBe("ruleInPast");
    const { validFrom } = await ask("admin");
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({
      role: "committeeHead",
      isRequired: true,
      validFrom,
    });
    // Somebody else decided meanwhile; and the same day may be changed again by whoever saw it.
    expect(await refusedWith(ask("admin"))).toBe("changedMeanwhile");
    await ask("admin", { isRequired: false, isRequiredSeen: true });
    await ask("admin");
    await ask("admin", { role: "expert", validFrom: addDays(validFrom, 7) });
    const shown = await factorRules(county.as("admin", { now: minute(59) }));
    expect(shown.filter(({ isRequired, later }) => isRequired || later.length > 0)).toEqual([
      expect.objectContaining({ role: "committeeHead", isRequired: true, later: [] }),
      expect.objectContaining({ role: "expert", later: [{ from: addDays(validFrom, 7), isRequired: true }] }),
    ]);
    const { id = "" } = (await enter("committee", minute(60))) ?? {};
    const who = await signedInBy(id, minute(60));
    expect(who?.mustAddFactor).toBe(true);
    const caller = callerFactory(appRouter)({ signedIn: who, now: minute(60), requestId: "TEST" });
    await expect(caller.agreements.committeeOverview({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await caller.account.factor({})).toMatchObject({ isOn: false, isRequired: true });
    const { codes } = await enrolled("committee");
    const now = minute(62);
    const again = (await enter("committee", now, codes[0]))?.id ?? "";
    expect((await signedInBy(again, now))?.mustAddFactor).toBe(false);
    expect(await refusedWith(dropOwnFactor(county.as("committee", { now }), { password }))).toBe("factorRequired");
    // Other roles are not asked.
    const other = (await enter("head", minute(62)))?.id ?? "";
    expect((await signedInBy(other, minute(62)))?.mustAddFactor).toBe(false);
  });
});
