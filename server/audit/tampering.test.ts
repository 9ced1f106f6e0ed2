import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ownedDatabase } from "@/bin/operation/testing/owned-database";
import { migrate } from "@/db/migrate";
import { readLivingText } from "@/db/migrating/living-text";
import { folderStore, sha256Of } from "../files/parts/file-store";
import { type TamperedCounty, tamperedCounty } from "../testing/tampered-county";
import { type CheckpointKeeper, checkpointKeeper, checkpointsFile, readLines } from "./checkpoint-keeper";
import { formsOfTampering, type TamperingForm } from "./forms-of-tampering";
import { publicFile, publicKeyIn } from "./parts/signing-key";
import { faultLines, type Signed, verifyDatabase } from "./verify-database";
import { verifyFiles } from "./verify-files";

// The attacker is a superuser, whom nothing stops; verify runs as the owner that `npm start` makes, whom row-level
// security binds. Each form is planted in a transaction that is put back.
let owned: Awaited<ReturnType<typeof ownedDatabase>>;
let scene: TamperedCounty;
let attacker: Sql;
let folder: string;
let keeper: CheckpointKeeper;
let signed: Signed;
let owner: string;

const triggers = readLivingText(path.resolve(import.meta.dirname, "../../db/sql"))
  .filter(({ kind }) => kind === "triggers")
  .map(({ text }) => text);
const tomorrow = () => new Date(Date.now() + 86_400_000);

beforeAll(async () => {
  owned = await ownedDatabase();
  await migrate(owned.url);
  scene = await tamperedCounty();
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-checkpoints-"));
  keeper = checkpointKeeper({ folder });
  await keeper.take(tomorrow());
  const key = await publicKeyIn(path.join(folder, publicFile));
  if (!key) throw new Error("no key");
  signed = { lines: (await readLines(path.join(folder, checkpointsFile))).lines, key };
  owner = decodeURIComponent(new URL(owned.url).username);
  const { pathname } = new URL(owned.url);
  attacker = postgres(Object.assign(new URL(inject("adminUrl")), { pathname }).href, {
    max: 1,
    onnotice: () => undefined,
  });
}, 60_000);
afterAll(async () => {
  await attacker.end();
  await owned.remove();
  await rm(folder, { recursive: true, force: true });
  await rm(scene.filesFolder, { recursive: true, force: true });
});

type Tamper = (tx: Sql) => Promise<unknown>;

/** What verify says as the owner after `tamper`; everything is put back. `trust` is what was signed. */
async function linesAfter(
  tamper: Tamper,
  trust: Signed | null = signed,
  timezone = "Asia/Shanghai",
): Promise<string[]> {
  let lines: string[] = [];
  const back = new Error("put back");
  await attacker
    .begin(async (begun) => {
      const tx = begun as unknown as Sql;
      await tx`select set_config('timezone', ${timezone}, true)`;
      await tx`set local session_replication_role = replica`;
      await tamper(tx);
      await tx`set local session_replication_role = origin`;
      await tx`select set_config('role', ${owner}, true)`;
      lines = faultLines(await verifyDatabase(tx, { triggers, signed: trust }));
      const kept = await verifyFiles(tx, folderStore(scene.filesFolder));
      for (const { subject, fileId, fault } of kept.faults)
        lines.push(`${subject}  file ${fileId} ${fault === "gone" ? "is gone" : "is not what was put in"}`);
      throw back;
    })
    .catch((error) => {
      if (error !== back) throw error;
    });
  return lines;
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Hashes a chain anew from its first event, as somebody would who knows how it is made. */
async function hashAnew(tx: Sql, chain: string): Promise<void> {
  const rows = await tx`select * from events where chain = ${chain} order by seq`;
  let prev = "0".repeat(64);
  for (const row of rows) {
    const head = [prev, row.content === null ? "v1" : "v2", row.chain, row.seq, row.at_us, row.actor_kind];
    const rest = [row.actor_id ?? "-", row.action, row.dispute_id ?? "-", row.proceeding_id ?? "-"];
    const text = [...head, ...rest, ...(row.content === null ? [] : [row.content]), row.payload].join("\n");
    const hash = sha256(text);
    await tx`update events set prev = ${prev}, hash = ${hash} where chain = ${chain} and seq = ${row.seq}`;
    prev = hash;
  }
  await tx`update event_heads set seq = ${rows.length}, hash = ${prev} where chain = ${chain}`;
}

/** Changes a session's record and gives it a digest that fits. */
async function changeWithDigest(tx: Sql): Promise<void> {
  const dispute = scene.agreedId;
  await tx`set local timezone = 'UTC'`;
  await tx`update session_records set text = '另一种说法' where dispute_id = ${dispute}`;
  await tx`update content_digests d set digest = app.content_digest(d.salt, d.subject, d.key, d.version,
      'dispute_id,text,correction_reason,written_by,written_at', to_jsonb(r))
    from session_records r where r.dispute_id = ${dispute} and d.subject = 'session_records' and d.key = r.session_id || ' ' || r.version`;
}

/** Puts an event's hash over its digests in order again. */
const renewContent = (tx: Sql, chain: string) => tx`
  update events e set content = l.hash from (
    select seq, encode(sha256(convert_to(string_agg(concat_ws(' ', subject, key, version, digest), chr(10) order by id), 'UTF8')), 'hex') as hash
    from content_digests where chain = ${chain} and seq > 0 group by seq) l
  where e.chain = ${chain} and e.seq = l.seq`;

/** Deletes every row that names the dispute, in every table. */
async function dropDispute(tx: Sql, id: string): Promise<void> {
  const tables = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dispute_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  for (const { name } of tables) await tx`delete from ${tx(name)} where dispute_id = ${id}`;
  await tx`delete from content_digests where chain = ${id}`;
  await tx`delete from event_heads where chain = ${id}`;
  await tx`delete from disputes where id = ${id}`;
}

/** Cuts a chain back to its first events, with digests and head, so that it is whole in itself. */
async function cutBack(tx: Sql, chain: string, to: number): Promise<void> {
  await tx`delete from events where chain = ${chain} and seq > ${to}`;
  await tx`update event_heads h set seq = e.seq, hash = e.hash from events e where h.chain = ${chain} and e.chain = h.chain and e.seq = ${to}`;
}

/** A dispute with a chain of its own that fits, copied from a real one and dated a year back. */
async function putInDispute(tx: Sql): Promise<string> {
  const id = "00000000-0000-7000-8000-000000000001";
  await tx`insert into disputes select (jsonb_populate_record(d, jsonb_build_object('id', ${id}::text, 'number', '2025-9999'))).* from disputes d where id = ${scene.plainId}`;
  await tx`insert into event_heads select county_id, ${id}, seq, hash from event_heads where chain = ${scene.plainId}`;
  await tx`insert into events select (jsonb_populate_record(e, jsonb_build_object('chain', ${id}::text, 'dispute_id', ${id}::text, 'content', null,
    'at_us', e.at_us - 31536000000000))).* from events e where chain = ${scene.plainId}`;
  await hashAnew(tx, id);
  return id;
}

/** One statement on the rows of a scene's dispute. */
const plant: Record<TamperingForm, Tamper> = {
  editEvent: (tx) => tx`update events set payload = '{"track":"transfer"}' where chain = ${scene.plainId} and seq = 2`,
  retimeEvent: (tx) => tx`update events set at_us = at_us - 3600000000 where chain = ${scene.plainId} and seq = 1`,
  reactorEvent: (tx) =>
    tx`update events set actor_id = ${scene.county.people.head ?? ""} where chain = ${scene.plainId} and seq = 1`,
  forgeReader: (tx) =>
    tx`update events set actor_id = ${scene.county.people.head ?? ""} where chain = ${scene.agreedId} and action = 'note.read'`,
  reactEvent: (tx) => tx`update events set action = 'proceeding.end' where chain = ${scene.plainId} and seq = 2`,
  deleteEvent: (tx) => tx`delete from events where chain = ${scene.agreedId} and seq = 3`,
  deleteReading: (tx) => tx`delete from events where chain = ${scene.agreedId} and action = 'note.read'`,
  swapEvents: (tx) =>
    tx`update events e set payload = o.payload, action = o.action from events o where e.chain = ${scene.plainId} and o.chain = e.chain and o.seq <> e.seq`,
  insertEvent: (tx) =>
    tx`insert into events select (jsonb_populate_record(e, jsonb_build_object('seq', e.seq + 1, 'action', 'note.write'))).* from events e where chain = ${scene.plainId} and seq = 2`,
  cutTail: (tx) => tx`delete from events where chain = ${scene.plainId} and seq = 2`,
  moveHead: (tx) => tx`update event_heads set seq = 7 where chain = ${scene.plainId}`,
  dropChain: (tx) => tx`delete from events where chain = ${scene.plainId}`,
  dropHead: (tx) => tx`delete from event_heads where chain = ${scene.plainId}`,
  dropChainAndHead: async (tx) => {
    await tx`delete from events where chain = ${scene.plainId}`;
    await tx`delete from event_heads where chain = ${scene.plainId}`;
  },
  strayChain: (tx) =>
    tx`insert into event_heads values (${scene.county.countyId}, '00000000-0000-7000-8000-000000000002', 1, ${"0".repeat(64)})`,
  // The openings and notes at the end wrote rows too; with their digests and rows gone, the chain is whole in itself.
  cutTailAndHead: async (tx) => {
    const [last] = await tx`select seq from events where chain = ${scene.agreedId} order by seq desc limit 1`;
    await cutBack(tx, scene.agreedId, Number(last?.seq) - 1);
    await tx`delete from notes where dispute_id = ${scene.agreedId} and lane = 'open'`;
    await tx`delete from content_digests where chain = ${scene.agreedId} and seq = ${last?.seq ?? 0}`;
  },
  rewriteChain: async (tx) => {
    await tx`update events set at_us = at_us - 1000000 where chain = ${scene.plainId} and seq = 1`;
    await hashAnew(tx, scene.plainId);
  },
  rewriteRecord: async (tx) => {
    await changeWithDigest(tx);
    await renewContent(tx, scene.agreedId);
    await hashAnew(tx, scene.agreedId);
  },
  dropDispute: (tx) => dropDispute(tx, scene.plainId),
  rollBack: async (tx) => {
    await cutBack(tx, scene.county.countyId, 0);
    await cutBack(tx, scene.agreedId, 2);
  },
  backdate: putInDispute,
  changeRecord: (tx) => tx`update session_records set text = '另一种说法' where dispute_id = ${scene.agreedId}`,
  secondRecord: (tx) =>
    tx`insert into session_records select (jsonb_populate_record(r, '{"version": 2, "text": "更正", "correction_reason": "笔误"}')).* from session_records r where dispute_id = ${scene.agreedId}`,
  deleteRecord: (tx) => tx`delete from session_records where dispute_id = ${scene.agreedId}`,
  changeClause: (tx) => tx`update obligations set amount_fen = 50000 where dispute_id = ${scene.agreedId}`,
  changeObligor: (tx) => tx`delete from obligation_parties where dispute_id = ${scene.agreedId} and part = 'obligor'`,
  changeAgreement: (tx) => tx`update agreements set facts = '从未发生纠纷' where dispute_id = ${scene.agreedId}`,
  forgeSignature: (tx) =>
    tx`insert into signatures select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'person_id', ${scene.county.people.head ?? ""}::text))).* from signatures s where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
  changeSignature: (tx) =>
    tx`update signatures set signed_at = signed_at - interval '1 day' where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
  deleteSignature: (tx) => tx`delete from signatures where dispute_id = ${scene.agreedId} and signer_kind = 'mediator'`,
  moveSeal: (tx) =>
    tx`update seals set sealed_by = ${scene.county.people.head ?? ""} where dispute_id = ${scene.agreedId}`,
  changeConsent: (tx) =>
    tx`update consents set answer = 'agreed' where dispute_id = ${scene.refusedId} and answer = 'refused'`,
  changeOutcome: (tx) => tx`update proceedings set outcome = 'deadlock' where dispute_id = ${scene.refusedId}`,
  changeEnding: (tx) => tx`update endings set reason = '双方和好' where dispute_id = ${scene.refusedId}`,
  changeNumber: (tx) =>
    tx`update agreements set number = '（2026）柳人调字第 999 号' where dispute_id = ${scene.agreedId}`,
  changeDossier: (tx) =>
    tx`update proceedings set dossier_number = '（2026）柳人调卷第 999 号' where dispute_id = ${scene.refusedId}`,
  changeDisputeNumber: (tx) => tx`update disputes set number = 'LW-2026-9999' where id = ${scene.plainId}`,
  changePartyName: (tx) => tx`update parties set name = '另一个人' where dispute_id = ${scene.plainId} and side = 2`,
  moveNote: (tx) => tx`update notes set lane = 'open' where dispute_id = ${scene.agreedId} and lane = 'mediator'`,
  moveFile: (tx) => tx`update files set lane = 'open' where id = ${scene.fileId}`,
  swapFile: (tx) => tx`update files set sha256 = ${"a".repeat(64)} where id = ${scene.fileId}`,
  changeBytes: () => writeFile(fileOnDisk(), "other bytes"),
  actWithoutEvent: async (tx) => {
    await tx`set local session_replication_role = origin`;
    await tx`update dispute_facts set facts = '另一种说法' where dispute_id = ${scene.plainId}`;
  },
  changeDigest: changeWithDigest,
  dropDigests: (tx) => tx`delete from content_digests where chain = ${scene.agreedId} and seq = 1`,
  switchOff: (tx) => tx`alter table events disable trigger events_append_only`,
  dropGuard: (tx) => tx`drop trigger signatures_append_only on signatures`,
};

const fileOnDisk = () => {
  const sha = sha256Of(scene.fileBytes);
  return path.join(scene.filesFolder, scene.county.countyId, sha.slice(0, 2), sha);
};
/** Forms that only a checkpoint shows: the database is whole in itself. */
const onlySigned: readonly TamperingForm[] = [
  "cutTailAndHead",
  "rewriteChain",
  "rewriteRecord",
  "dropDispute",
  "backdate",
];

describe("npm run verify", () => {
  it.each(["UTC", "America/Los_Angeles", "Asia/Shanghai"])(
    "finds nothing in an untouched county (%s)",
    async (zone) => {
      expect(await linesAfter(async () => undefined, signed, zone)).toEqual([]);
    },
  );

  it.each(Object.keys(formsOfTampering) as TamperingForm[])("finds %s and names where", async (form) => {
    const lines = await linesAfter(plant[form]);
    expect(lines.join("\n")).toContain(formsOfTampering[form].foundBy);
    await writeFile(fileOnDisk(), scene.fileBytes);
  });

  it.each(onlySigned)("needs the signed checkpoint for %s", async (form) => {
    expect((await linesAfter(plant[form], null)).filter((line) => !line.includes("was put in without"))).toEqual([]);
  });

  it("names the dispute by its number", async () => {
    const [row] = await attacker`select number from disputes where id = ${scene.agreedId}`;
    for (const form of ["forgeReader", "changeClause", "rewriteRecord"] as const)
      expect((await linesAfter(plant[form]))[0]).toMatch(new RegExp(`^${row?.number}  `));
  });

  it("tells no text of what was changed", async () => {
    const lines = (await Promise.all([linesAfter(plant.changeRecord), linesAfter(plant.moveNote)])).flat().join("\n");
    expect(lines).not.toMatch(/另一种说法|私下说的话|愿意签协议/);
  });
});

describe("the checkpoints", () => {
  it("are refused when a line is changed, left out or signed by another key", async () => {
    await keeper.beginAnew(tomorrow(), "trial");
    const { lines } = await readLines(path.join(folder, checkpointsFile));
    const other = await mkdtemp(path.join(tmpdir(), "zhongtiao-checkpoints-"));
    await checkpointKeeper({ folder: other }).take(tomorrow());
    const foreign = (await readLines(path.join(other, checkpointsFile))).lines;
    const changed = lines.map((line) => line.replace(/"at":"20\d\d/, '"at":"2001'));
    for (const forged of [changed, lines.slice(1), [...lines, ...foreign], foreign])
      expect((await linesAfter(async () => undefined, { ...signed, lines: forged })).join()).toContain(
        "not as it was signed",
      );
    await rm(other, { recursive: true, force: true });
  });

  it("lie outside the database: the key is its owner's alone, and no line holds a word of a dispute", async () => {
    expect((await stat(path.join(folder, "signing-key.pem"))).mode & 0o777).toBe(0o600);
    const text = await readFile(path.join(folder, checkpointsFile), "utf8");
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
