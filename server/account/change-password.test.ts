import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signedInBy } from "../access/sign-in";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { signInId } from "../testing/signing-in/sign-in-id";
import { changePassword } from "./change-password";
import { me } from "./reads/own-account";
import { setLocale } from "./set-locale";

let county: TestCounty;
let suffix = "";
beforeAll(async () => {
  county = await testCounty(["LW"]);
  const [row] = await database().execute<{ username: string }>(
    sql`select username from accounts where person_id = ${county.people.head ?? ""}::uuid`,
  );
  suffix = row?.username.replace("head", "") ?? "";
});
const current = "Not-a-secret-1";
const next = "Another-secret-2";

describe("changing one's own password", () => {
  it("clears the forced change, keeps the present sign-in and ends the others", async () => {
    await database().execute(
      sql`update accounts set must_change_password = true where person_id = ${county.people.head ?? ""}::uuid`,
    );
    const here = (await signInId(`head${suffix}`, current)) ?? "";
    const elsewhere = (await signInId(`head${suffix}`, current)) ?? "";
    const who = await signedInBy(here, new Date());
    expect(who?.mustChangePassword).toBe(true);
    await changePassword({ ...county.as("head"), actor: who?.actor ?? county.actor("head") }, { current, next });
    expect(await signedInBy(elsewhere, new Date())).toBeNull();
    expect((await signedInBy(here, new Date()))?.mustChangePassword).toBe(false);
    expect(await signInId(`head${suffix}`, current)).toBeNull();
    expect(await signInId(`head${suffix}`, next)).not.toBeNull();
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "account.changePassword",
      actorId: county.people.head,
      payload: {},
    });
  });

  it("leaves nothing behind that a password could be guessed against", async () => {
    const context = county.as("officer2");
    await changePassword(context, { current, next });
    const [row] = await database().execute<{ body_hash: string }>(
      sql`select body_hash from idempotency_keys where key = ${context.key}::uuid`,
    );
    const guess = createHash("sha256")
      .update(`account.changePassword\n${JSON.stringify({ current, next })}`)
      .digest("hex");
    expect(row?.body_hash).not.toBe(guess);
  });

  it.each([
    ["with a wrong present password", "wrongPassword", "Wrong-password-9", next],
    ["to the same one", "samePassword", current, current],
    ["to a short one", "weakPassword", current, "Short-1"],
    ["to one of two kinds of characters", "weakPassword", current, "onlysmallletters2"],
    ["to one that everybody tries first", "commonPassword", current, "Woaini-5201314"],
    ["to one that holds the account's name", "commonPassword", current, "Committee.T1-committee-2026"],
  ])("is refused %s", async (_what, code, from, to) => {
    const wanted = to.startsWith("Committee") ? `X-committee${suffix}-2026` : to;
    expect(await refusedWith(changePassword(county.as("committee"), { current: from, next: wanted }))).toBe(code);
  });

  it("stops guessing after five wrong tries", async () => {
    for (let i = 0; i < 5; i += 1)
      expect(await refusedWith(changePassword(county.as("judge"), { current: `Wrong-guess-${i}`, next }))).toBe(
        "wrongPassword",
      );
    await expect(changePassword(county.as("judge"), { current, next })).rejects.toMatchObject({
      code: "tooManyRequests",
      params: { minutes: expect.any(Number) },
    });
  });
});

describe("one's own account", () => {
  it("shows the person and stores their language", async () => {
    await setLocale(county.as("mediator"), { locale: "en" });
    expect(await me(county.as("mediator"))).toMatchObject({
      name: "沈静",
      role: "mediator",
      workplace: "柳湾派出所",
      locale: "en",
      mustChangePassword: false,
    });
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "account.setLocale",
      payload: { locale: "en" },
    });
  });
});
