import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signedInBy } from "../access/sign-in";
import { passwordFault } from "../account/parts/password-fault";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { signInId } from "../testing/signing-in/sign-in-id";
import { createAccount } from "./create-account";
import { createPerson } from "./create-person";
import { disableAccount } from "./disable-account";
import { disablePerson } from "./disable-person";
import { enableAccount } from "./enable-account";
import { createPersonInput } from "./inputs";
import { makePassword } from "./parts/make-password";
import { resetPassword } from "./reset-password";

let county: TestCounty;
let made = 0;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});
const admin = () => county.as("admin");
const reason = "手机丢了";

/** Creates a person with an account; gives the password they were told. */
async function newcomer() {
  made += 1;
  const username = `newcomer${made}.${county.countyId.slice(-6)}`;
  const { personId } = await createPerson(admin(), createPersonInput.parse({ name: "新来的人", role: "county" }));
  const created = await createAccount(admin(), { personId, username });
  return { personId, username, password: created.password ?? "" };
}

describe("accounts", () => {
  it("begin with a strong password shown once, stored only as a hash, and to be changed at the first sign-in", async () => {
    const { personId, username, password } = await newcomer();
    expect(passwordFault(password)).toBeNull();
    const traces = await database().execute(sql`
      select 1 from idempotency_keys where response::text like ${`%${password}%`}
      union all select 1 from events where payload like ${`%${password}%`}
      union all select 1 from accounts where password_hash not like '$argon2id$%'`);
    expect(traces).toHaveLength(0);
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "createAccount", personId, username });
    const id = await signInId(username, password);
    expect(await signedInBy(id ?? "", new Date())).toMatchObject({ mustChangePassword: true, username });
  });

  it("show the password once: a repeated request makes no second account and gives no password", async () => {
    const { personId } = await createPerson(admin(), createPersonInput.parse({ name: "重试的人", role: "county" }));
    const context = admin();
    const input = { personId, username: `again.${county.countyId.slice(-6)}` };
    expect((await createAccount(context, input)).password).not.toBeNull();
    expect(await createAccount(context, input)).toEqual({ ...input, password: null });
  });

  it("have names of their own, whatever the case, and one per person in office", async () => {
    const { personId, username } = await newcomer();
    const other = await createPerson(admin(), createPersonInput.parse({ name: "同名的人", role: "county" }));
    expect(
      await refusedWith(createAccount(admin(), { personId: other.personId, username: username.toUpperCase() })),
    ).toBe("usernameTaken");
    expect(await refusedWith(createAccount(admin(), { personId, username: `second.${made}` }))).toBe("alreadyThere");
    await disablePerson(admin(), { personId: other.personId, reason });
    expect(await refusedWith(createAccount(admin(), { personId: other.personId, username: `late.${made}` }))).toBe(
      "leftOffice",
    );
  });

  it("get a new password, which ends every sign-in and must be changed", async () => {
    const { personId, username, password } = await newcomer();
    const before = (await signInId(username, password)) ?? "";
    const created = await resetPassword(admin(), { personId });
    expect(await signedInBy(before, new Date())).toBeNull();
    expect(await signInId(username, password)).toBeNull();
    const after = await signInId(username, created.password ?? "");
    expect(await signedInBy(after ?? "", new Date())).toMatchObject({ mustChangePassword: true });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "resetPassword", personId });
  });

  it("are closed at once and opened again; the earlier cookie stays invalid", async () => {
    const { personId, username, password } = await newcomer();
    const before = (await signInId(username, password)) ?? "";
    expect(await signedInBy(before, new Date())).not.toBeNull();
    await disableAccount(admin(), { personId, reason });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "disableAccount", personId, reason });
    expect(await signedInBy(before, new Date())).toBeNull();
    expect(await signInId(username, password)).toBeNull();
    expect(await refusedWith(disableAccount(admin(), { personId, reason }))).toBe("notFound");
    await enableAccount(admin(), { personId });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "enableAccount", personId });
    expect(await signedInBy(before, new Date())).toBeNull();
    expect(await signInId(username, password)).not.toBeNull();
    expect(await refusedWith(enableAccount(admin(), { personId }))).toBe("notFound");
  });

  it("end with the office of the person", async () => {
    const { personId, username, password } = await newcomer();
    const before = (await signInId(username, password)) ?? "";
    await disablePerson(admin(), { personId, reason });
    expect(await signedInBy(before, new Date())).toBeNull();
    expect(await signInId(username, password)).toBeNull();
  });

  it("cannot be closed by an administrator for themselves, nor by anybody who is none", async () => {
    const personId = county.people.admin ?? "";
    expect(await refusedWith(disableAccount(admin(), { personId, reason }))).toBe("notYourself");
    expect(await refusedWith(resetPassword(admin(), { personId }))).toBe("notYourself");
    const officer = county.people.officer ?? "";
    expect(await refusedWith(resetPassword(county.as("head"), { personId: officer }))).toBe("forbidden");
    expect(await refusedWith(createAccount(county.as("head"), { personId: officer, username: "mine" }))).toBe(
      "forbidden",
    );
    expect(await refusedWith(disableAccount(county.as("head"), { personId: officer, reason }))).toBe("forbidden");
    expect(await refusedWith(enableAccount(county.as("head"), { personId: officer }))).toBe("forbidden");
  });

  it("never get the same password twice", () => {
    const many = Array.from({ length: 200 }, makePassword);
    expect(new Set(many).size).toBe(200);
    expect(many.every((one) => passwordFault(one) === null)).toBe(true);
  });
});
