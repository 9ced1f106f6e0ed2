import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { announceAll, deliverAll, nextMorning, testMessaging } from "@/bin/operation/testing/notifications";
import { database, openDatabase } from "@/db/client";
import { forgetKeys } from "@/db/encryption/encrypt";
import { encryptedColumns } from "@/db/encryption/encrypted-columns";
import { giveUpLost, keysInUse, reencryptStale } from "@/db/encryption/keep-encrypted";
import { appendKey, makeKeyFile, readKeyRing } from "@/db/encryption/key-ring.mjs";
import { appRouter } from "../api/root";
import { verifyContent } from "../audit/reads/verify-content";
import { listCalls } from "../calls/queries";
import { registerDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { revealContact } from "../disputes/reveal-contact";
import { asActor } from "../kernel/transaction";
import { callerFactory } from "../trpc/init";
import { consented } from "./convening";
import { type TestCounty, testCounty } from "./county";
import { cutRekeying } from "./cuts/cut-rekeying";
import { acceptedDispute, intake } from "./disputes";
import { tracesOf, wholeDump } from "./dump";
import { booked, inDays } from "./sessions";

const phones = {
  party: "13957431866",
  amended: "13957432977",
  withExtension: "0575-87654329转806",
  agent: "13957433088",
  added: "13957434199",
  addedAgent: "13957435211",
  caller: "13957436322",
  searched: "13957437433",
  wrong: "13957438544",
  interpreter: "13957439655",
};
const ids = { party: "330621197803124561", amended: "330621198507223359", searched: "330621199111052711" };
const addresses = ["梧桐巷 77 号 902 室", "百草园新村 5 幢 1103", "稽山新村 12 幢 404"];

let county: TestCounty;
let dispute: { disputeId: string; proceedingId: string };
let partyId: string;
let text: string;

const caller = (username: string) =>
  callerFactory(appRouter)({
    now: new Date(),
    requestId: "SEALED",
    signedIn: {
      actor: county.actor(username),
      name: "",
      username,
      post: "",
      stationName: null,
      committeeName: null,
      locale: null,
      mustChangePassword: false,
      mustAddFactor: false,
    },
  });
const command = <T>(input: T) => ({ key: crypto.randomUUID(), input });
const page = () => disputeById(county.as("mediator"), { disputeId: dispute.disputeId });
const list = (q: string) => caller("mediator").disputes.list({ scope: "all", q } as never);

// Everything that takes a number or an address in does so once, through the procedures people use.
beforeAll(async () => {
  county = await testCounty();
  const [first, second] = intake().parties;
  const links = [{ kind: "agent" as const, name: "代理人", phone: phones.agent }];
  const parties = [
    { ...first, phone: phones.party, idNumber: ids.party, address: addresses[0], links },
    { ...second, phone: phones.withExtension, address: addresses[1] },
  ];
  const { parties: made } = registerDisputeInput.parse({ ...intake(), parties });
  dispute = await acceptedDispute(county, { parties: made });
  const { disputeId, proceedingId } = dispute;
  const ask = caller("mediator");
  const party = { side: 3, standing: "thirdParty", name: "第三人", phone: phones.added, address: addresses[2] };
  await ask.disputes.addParty(command({ disputeId, proceedingId, party }) as never);
  partyId = (await page()).parties[0]?.id ?? "";
  const link = { kind: "representative", name: "代表", phone: phones.addedAgent };
  await ask.disputes.addPartyLink(command({ disputeId, proceedingId, partyId, link }) as never);
  const amended = { kind: "person", name: "刘玉芬", phone: phones.amended, idNumber: ids.amended };
  await ask.disputes.amendParty(command({ disputeId, proceedingId, partyId, partyVersion: 1, ...amended }) as never);
  const wrong = { kind: "person", name: "无人", phone: phones.wrong };
  await ask.disputes
    .amendParty(command({ disputeId, proceedingId, partyId: crypto.randomUUID(), partyVersion: 1, ...wrong }) as never)
    .catch(() => undefined);
  await revealContact(county.as("mediator"), { disputeId, partyId, reason: "打电话约时间" });
  const call = {
    number: "110-77",
    callerName: "某人",
    phone: phones.caller,
    place: "江畔花园 3 号楼",
    summary: "吵架",
  };
  await caller("officer").calls.record(
    command({ ...call, calledAt: new Date(Date.now() - 60_000).toISOString() }) as never,
  );
  for (const q of [phones.searched, phones.searched.slice(-4), ids.searched, `${phones.party} 江畔`]) await list(q);
  await ask.disputes.similar({ phones: [phones.searched, phones.added], names: [], place: "" } as never);
  await consented(county, dispute);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(4) });
  const who = { from: "outside", name: "宋明", phone: phones.interpreter };
  const place = { at: "session", sessionId };
  await ask.interpreters.name(command({ disputeId, place, kind: "sign", partyIds: [partyId], who }) as never);
  await announceAll({ now: nextMorning() });
  text = await wholeDump();
});

describe("a dump without the key", () => {
  it.each(
    Object.entries({ ...phones, ...Object.fromEntries(Object.entries(ids).map(([k, v]) => [`ID number ${k}`, v])) }),
  )("tells no %s, neither whole nor its end, masked or hashed without a key", (_which, number) => {
    expect(text.length).toBeGreaterThan(100_000);
    expect(tracesOf(number).filter((trace) => text.includes(trace))).toEqual([]);
  });

  it("tells no home address, and still the place of the dispute", () => {
    for (const address of addresses)
      for (const part of [address, address.replaceAll(" ", ""), address.split(" ")[0] ?? ""])
        expect(text).not.toContain(part);
    expect(text).toContain("江畔花园 3 号楼");
  });

  it("tells no request's body by a bare hash, from which a phone in it could be guessed", async () => {
    const [row] = await database().execute<{ bodies: number; bare: number }>(sql`
      select count(*)::int as bodies, count(*) filter (where length(body_hash) = 64)::int as bare from idempotency_keys`);
    expect(row?.bodies).toBeGreaterThan(5);
    expect(row?.bare).toBe(0);
  });

  it("holds a constraint for every encrypted column, that plain words violate", async () => {
    const rows = await database().execute<{ name: string }>(sql`
      select conname as name from pg_constraint where conname ~ '_encrypted$' and convalidated and contype = 'c' order by 1`);
    const wanted = encryptedColumns.map(({ table, column }) => `${table}_${column.replace("_masked", "")}_encrypted`);
    expect(rows.map(({ name }) => name)).toEqual(wanted.sort());
  });
});

describe("with the key", () => {
  it("the page shows them masked, the address whole, and the act that reveals gives them whole", async () => {
    const { parties } = await page();
    expect(parties.map(({ contacts }) => contacts && [contacts.phone, contacts.idNumber, contacts.address])).toEqual([
      ["139****2977", "3306**********3359", addresses[0]],
      ["057****4329", "", addresses[1]],
      ["139****4199", "", addresses[2]],
    ]);
    expect(parties[0]?.links.map(({ phone }) => phone)).toEqual(["139****3088", "139****5211"]);
    const reveal = (over: object) =>
      revealContact(county.as("mediator"), { disputeId: dispute.disputeId, partyId, reason: "打电话约时间", ...over });
    expect(await reveal({})).toEqual({ number: phones.amended });
    expect(await reveal({ what: "idNumber" })).toEqual({ number: ids.amended });
    expect(await reveal({ linkId: parties[0]?.links[0]?.id })).toEqual({ number: phones.agent });
    const { rows } = await listCalls(county.as("officer"), { filter: "all" } as never);
    expect(rows.map(({ phone }) => phone)).toEqual(["139****6322"]);
  });

  it.each([
    ["a whole phone", phones.amended, true],
    ["a phone in another spelling", "+86 139-5743-2977", true],
    ["full-width digits", "１３９５７４３２９７７", true],
    ["the last four of a phone", "2977", true],
    ["a line whose extension is stored", "(0575)87654329", true],
    ["a whole ID number", ids.amended, true],
    ["the last four of an ID number", "3359", true],
    ["a phone that was changed", phones.party, false],
    ["three digits", "977", false],
    ["the middle of a phone", "95743297", false],
  ])("a dispute is found by %s", async (_what, q, isFound) => {
    expect((await list(q)).rows.length).toBe(isFound ? 1 : 0);
  });

  it("is found by a number only by those who work on it", async () => {
    for (const who of ["officer", "head"])
      expect((await caller(who).disputes.list({ q: phones.amended } as never)).rows).toEqual([]);
  });

  it("a text message goes to the phone, and what is kept of it is masked for the lead's eyes", async () => {
    const { messaging, sms } = testMessaging();
    await deliverAll(messaging, nextMorning());
    // To an extension no message goes: the line gets it.
    const numbers = ["057587654329", phones.amended, phones.added, phones.interpreter];
    expect(sms.map(({ to }) => to.address).sort()).toEqual(numbers.sort());
    const { notified } = await caller("mediator").notifications.ofDispute({ disputeId: dispute.disputeId });
    const ways = notified.flatMap((one) => one.ways).filter(({ channel }) => channel === "sms");
    expect(ways.map(({ address }) => address)).toEqual(expect.arrayContaining(["139****2977", "139****4199"]));
    const after = await wholeDump();
    for (const number of Object.values(phones))
      expect(tracesOf(number).filter((trace) => after.includes(trace))).toEqual([]);
  });

  it("a search asks an index for the hash, once, and compares no text", async () => {
    const plan = await asActor(county.as("mediator"), async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const hash = createHash("sha256").update("x").digest("base64url").slice(0, 22);
      const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`
        explain select dispute_id from parties p where p.county_id = ${county.countyId}::uuid
          and (p.phone_line_hash = ${hash} or p.id_number_hash = ${hash})`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toContain("parties_by_phone_line");
    expect(plan).toContain("parties_by_id_number");
  });
});

describe("another key", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-keys-"));
  const file = path.join(folder, "contact-keys");
  const owner = () => openDatabase(process.env.DATABASE_URL ?? "", { max: 1 });
  afterAll(() => {
    vi.unstubAllEnvs();
    forgetKeys();
    rmSync(folder, { recursive: true });
  });

  it("encrypts everything anew, in batches, also when it was interrupted; all is found and read as before", async () => {
    const { client, close } = owner();
    makeKeyFile(file);
    const [old] = readKeyRing()?.keys ?? [];
    const added = readKeyRing({ ZHONGTIAO_CONTACT_KEY_FILE: file })?.current;
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", [old, added].map((key) => key?.secret.toString("base64url")).join(" "));
    forgetKeys();
    expect(await keysInUse(client)).toEqual([old?.id]);
    // As a change that ended after one party: what is left is done by the next.
    const [before] = await client<{ phone: string }[]>`select phone from parties where id = ${partyId}`;
    expect(await reencryptStale(client)).toBeGreaterThan(5);
    const [after] = await client<{ phone: string }[]>`select phone from parties where id = ${partyId}`;
    expect(after?.phone.slice(3, 11)).toBe(added?.id);
    await client`update parties set phone = ${before?.phone ?? ""} where id = ${partyId}`;
    expect(await keysInUse(client)).toEqual([old?.id, added?.id].sort());
    expect(await reencryptStale(client)).toBe(1);
    expect(await reencryptStale(client)).toBe(0);
    expect(await keysInUse(client)).toEqual([added?.id]);
    expect((await list(phones.amended)).rows.length).toBe(1);
    expect((await page()).parties[0]?.contacts?.address).toBe(addresses[0]);
    await close();
  });

  it("changes wherever it is cut: everything opens at each moment, and repeating finishes it", async () => {
    const { client, close } = owner();
    const first = readKeyRing()?.keys ?? [];
    const added = makeKeyFile(path.join(folder, "cut-keys")).keys;
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", [...first, ...added].map((key) => key.secret.toString("base64url")).join(" "));
    forgetKeys();
    const { keys, unlike } = await cutRekeying(client);
    const [before, after] = [first.at(-1)?.id ?? "", added[0]?.id ?? ""];
    expect(unlike).toBe(0);
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys)).toEqual(new Set([before, [before, after].sort().join(), after]));
    expect(await reencryptStale(client)).toBe(0);
    expect((await list(phones.amended)).rows.length).toBe(1);
    // No covered column changed, and none was written without its act.
    const faults = await client.begin("isolation level repeatable read", async (tx) => {
      await tx`set local timezone = 'UTC'`;
      return (await verifyContent(tx as unknown as postgres.Sql)).faults;
    });
    expect(faults).toEqual([]);
    await close();
  }, 60_000);

  it("that is lost is said with its setting before anything starts; what it encrypted can be given up, and the rest stays", async () => {
    const { client, close } = owner();
    rmSync(file);
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", "");
    vi.stubEnv("ZHONGTIAO_CONTACT_KEY_FILE", file);
    await expect(reencryptStale(client)).rejects.toThrow(
      /encrypted with the key [0-9a-f]{8}, which is not in .*ZHONGTIAO_CONTACT_KEY_FILE/,
    );
    makeKeyFile(file);
    await expect(reencryptStale(client)).rejects.toThrow(/encrypted with the key/);
    appendKey(file);
    forgetKeys();
    expect(await giveUpLost(client)).toBeGreaterThan(5);
    expect(await keysInUse(client)).toEqual([]);
    expect((await page()).parties.map(({ name, contacts }) => [name, contacts?.phone])).toEqual([
      ["刘玉芬", ""],
      ["张建国", ""],
      ["第三人", ""],
    ]);
    await close();
  });
});
