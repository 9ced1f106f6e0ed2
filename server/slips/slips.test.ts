import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { hashOfSecret, plainCode } from "../access/link-secret";
import { registerDispute } from "../disputes/register-dispute";
import { asActor, postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { makeSlip } from "./make-slip";
import { readStage } from "./read-stage";
import { slipOfDispute } from "./reads/slip";
import { revokeSlip } from "./revoke-slip";

let county: TestCounty;
let disputeId: string;
let number: string;
beforeAll(async () => {
  county = await testCounty();
  ({ disputeId, number } = await registerDispute(county.as("mediator"), intake()));
});
const now = new Date();
const ask = (code: string, at = now, address = "198.51.100.20") => readStage({ code }, address, at);
const events = async () => [
  ...(await database().execute<{ action: string; payload: object }>(
    sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq`,
  )),
];
class PutBack extends Error {}
const codeOf = async (username = "mediator") =>
  (await slipOfDispute(county.as(username), { disputeId })).made?.code ?? "";

describe("the receipt of a registration", () => {
  it("is made by whoever took the matter in, is shown again, and leaves an event that holds no code", async () => {
    expect((await slipOfDispute(county.as("mediator"), { disputeId })).made).toBeNull();
    await makeSlip(county.as("mediator"), { disputeId });
    const code = await codeOf();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await codeOf()).toBe(code);
    expect((await events()).map((one) => one.action)).toEqual(["dispute.register", "slip.make"]);
    expect(JSON.stringify(await events())).not.toContain(plainCode(code));
  });

  it("says number, station, stage and a telephone to whoever holds it, and nothing else", async () => {
    const known = await ask((await codeOf()).toLowerCase().replaceAll("-", " "));
    // As a Chinese keyboard may type it.
    const wide = [...(await codeOf())].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
    expect(await ask(wide)).toEqual(known);
    expect(known).toEqual({
      number,
      station: expect.any(String),
      stationEn: "Liuwan Police Station",
      registeredAt: expect.any(String),
      stage: "registration",
      phone: expect.any(String),
    });
  });

  it("no longer works once a new one is made, once revoked, or once too old", async () => {
    const first = await codeOf();
    await makeSlip(county.as("officer"), { disputeId });
    const second = await codeOf();
    expect(second).not.toBe(first);
    expect(await ask(first)).toBeNull();
    expect(await ask(second, new Date(now.getTime() + 179 * 86_400_000))).not.toBeNull();
    expect(await ask(second, new Date(now.getTime() + 181 * 86_400_000))).toBeNull();
    await revokeSlip(county.as("mediator"), { disputeId });
    expect(await ask(second)).toBeNull();
    expect(await refusedWith(revokeSlip(county.as("mediator"), { disputeId }))).toBe("noSlip");
    expect((await events()).at(-1)?.action).toBe("slip.revoke");
  });

  it("is made by nobody elsewhere", async () => {
    expect(await refusedWith(makeSlip(county.as("mediator3"), { disputeId }))).toBe("notFound");
    expect(await refusedWith(slipOfDispute(county.as("lawyer"), { disputeId }))).toBe("notFound");
  });

  it("is neither made nor ended by SQL of those whose part in the matter is over", async () => {
    await makeSlip(county.as("mediator"), { disputeId });
    const change = async () => {
      const ended = await asActor(county.as("mediator"), async (tx) => {
        const rows =
          await tx.execute(sql`update registration_slips set revoked_by = app.person(), revoked_at = app.now()
          where dispute_id = ${disputeId}::uuid and revoked_at is null returning 1`);
        throw new PutBack(`${rows.length} rows`);
      }).catch((error: unknown) => (error instanceof PutBack ? error.message : postgresError(error)?.code));
      const made = await asActor(county.as("mediator"), async (tx) => {
        await tx.execute(sql`insert into registration_slips (county_id, id, dispute_id, code_hash, made_by, made_at, expires_at, revoked_by, revoked_at)
          values (app.county(), gen_random_uuid(), ${disputeId}::uuid, ${"a".repeat(64)}, app.person(), app.now(), app.now() + interval '1 day', app.person(), app.now())`);
        throw new PutBack("made");
      }).catch((error: unknown) => (error instanceof PutBack ? error.message : postgresError(error)?.code));
      return [ended, made];
    };
    expect(await change()).toEqual(["1 rows", "made"]);
    const current = (is: boolean) =>
      database().execute(sql`update dispute_access set is_current = ${is} where dispute_id = ${disputeId}::uuid`);
    await current(false);
    expect(await change()).toEqual(["0 rows", "42501"]);
    await current(true);
  });

  it("answers to twenty unknown codes an hour from one address, and then to none", async () => {
    const address = "203.0.113.9";
    for (let tried = 0; tried < 20; tried += 1) expect(await ask("AAAA-BBBB-CCCC", now, address)).toBeNull();
    expect(await refusedWith(ask("AAAA-BBBB-CCCC", now, address))).toBe("tooManyRequests");
    expect(await refusedWith(ask(await codeOf(), now, address))).toBe("tooManyRequests");
  });

  it("keeps one slip of a matter, under the hash of its code alone", async () => {
    await makeSlip(county.as("mediator"), { disputeId });
    const code = plainCode(await codeOf());
    const rows = await database().execute(
      sql`select to_jsonb(s) as row from registration_slips s where dispute_id = ${disputeId}::uuid`,
    );
    expect(JSON.stringify(rows)).toContain(hashOfSecret(code));
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it("gives no stage of a matter that is closed to most people", async () => {
    await makeSlip(county.as("mediator"), { disputeId });
    const code = await codeOf();
    await database().execute(sql`insert into dispute_restrictions (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, 'privacy', '当事人要求', ${county.people.head}::uuid, now())`);
    expect(await ask(code)).toMatchObject({ number, stage: "kept" });
  });
});
