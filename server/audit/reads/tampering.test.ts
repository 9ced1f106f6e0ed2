import type { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/client";
import { readLivingText } from "@/db/migrating/living-text";
import { authorityIn, authorityOf } from "../../certificates/parts/certificate-folder";
import { folderStore } from "../../files/parts/file-store";
import { rowFiller } from "../../testing/rows/fill-row";
import { papersOf } from "../../testing/rows/papers";
import { placeOf, sealedPlaceOf, type Tamper, tampersOn } from "../../testing/tampering/forms";
import { type TamperedCounty, tamperedCounty } from "../../testing/tampering/tampered-county";
import { changeYoung, youngColumns } from "../../testing/tampering/young-acts";
import { type CheckpointKeeper, checkpointKeeper, checkpointsFile, readLines } from "../parts/checkpoint-keeper";
import { coveredContent } from "../parts/covered-content";
import { formsOfTampering, type TamperingForm } from "../parts/forms-of-tampering";
import { publicFile, publicKeyIn } from "../parts/signing-key";
import { faultLines, type Signed, verifyDatabase } from "./verify-database";
import { verifyFiles } from "./verify-files";
import { sealedLines, verifySealed } from "./verify-sealed";

// The attacker is a superuser, whom nothing stops; verify runs as the owner that `npm start` makes, whom row-level
// security binds. Each form is planted in a transaction that is put back.
let scene: TamperedCounty;
let attacker: Sql;
let folder: string;
let keeper: CheckpointKeeper;
let signed: Signed;
let owner: string;
let plant: Record<TamperingForm, Tamper>;

const triggers = readLivingText(path.resolve(import.meta.dirname, "../../../db/sql"))
  .filter(({ kind }) => kind === "triggers")
  .map(({ text }) => text);
const tomorrow = () => new Date(Date.now() + 86_400_000);

beforeAll(async () => {
  scene = await tamperedCounty();
  plant = tampersOn(scene);
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-checkpoints-"));
  keeper = checkpointKeeper({ folder });
  await keeper.take(tomorrow());
  const key = await publicKeyIn(path.join(folder, publicFile));
  if (!key) throw new Error("no key");
  signed = { lines: (await readLines(path.join(folder, checkpointsFile))).lines, key };
  const { username, pathname } = new URL(process.env.DATABASE_URL ?? "");
  owner = decodeURIComponent(username);
  attacker = postgres(Object.assign(new URL(inject("adminUrl")), { pathname }).href, {
    max: 1,
    onnotice: () => undefined,
  });
}, 120_000);
afterAll(async () => {
  await attacker?.end();
  for (const each of [folder, scene?.filesFolder]) if (each) await rm(each, { recursive: true, force: true });
});

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
      lines.push(...sealedLines((await verifySealed(tx, folderStore(scene.filesFolder))).faults));
      throw back;
    })
    .catch((error) => {
      if (error !== back) throw error;
    });
  return lines;
}

/** Forms that only a checkpoint shows: the database is whole in itself. */
const onlySigned: readonly TamperingForm[] = [
  "cutTailAndHead",
  "rewriteChain",
  "rewriteRecord",
  "dropDispute",
  "dropAudit",
  "backdate",
];

describe("npm run verify", () => {
  it.each(["UTC", "America/Los_Angeles", "Asia/Shanghai"])(
    "finds nothing in an untouched county (%s)",
    async (zone) => {
      expect(await linesAfter(async () => undefined, signed, zone)).toEqual([]);
    },
  );

  it("says which sealed agreements are by the authority that is here", async () => {
    const authority = await authorityOf(path.join(scene.filesFolder, "certificates"));
    // By the connection of the program, which reads times as text.
    const { client, close } = openDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
    const by = (one: X509Certificate | null) => verifySealed(client, folderStore(scene.filesFolder), one);
    expect(await by(authority)).toEqual({ sealed: 1, ours: 1, faults: [] });
    expect(await by(null)).toEqual({ sealed: 1, ours: 0, faults: [] });
    const { certificate } = await authorityIn(path.join(scene.filesFolder, "others"), new Date(0));
    expect(await by(certificate)).toEqual({ sealed: 1, ours: 0, faults: [] });
    await close();
  });

  it.each(Object.keys(formsOfTampering) as TamperingForm[])("finds %s and names where", async (form) => {
    const lines = await linesAfter(plant[form]);
    expect(lines.join("\n")).toContain(formsOfTampering[form].foundBy);
    await writeFile(placeOf(scene), scene.fileBytes);
    await writeFile(sealedPlaceOf(scene), scene.sealedBytes);
  });

  it.each(onlySigned)("needs the signed checkpoint for %s", async (form) => {
    expect((await linesAfter(plant[form], null)).filter((line) => !line.includes("was put in without"))).toEqual([]);
  });

  it("finds a row that was put in to any covered table", async () => {
    const [matter] = await attacker<{ id: string; lead: string }[]>`
      select id, lead_person_id as lead from proceedings where dispute_id = ${scene.plainId}`;
    const of = { disputeId: scene.plainId, proceedingId: matter?.id ?? "", leadId: matter?.lead ?? "" };
    const filler = await rowFiller();
    const rows = await papersOf(filler, scene.county, { ...of, stationCode: "LW" }, v7());
    rows.push(filler.row("file_origins", { county_id: scene.county.countyId, dispute_id: scene.plainId }));
    for (const [table, { ofCounty }] of Object.entries(coveredContent))
      if (ofCounty) {
        const special = table === "person_roles" ? { role: "expert" } : {};
        rows.push(filler.row(table, { county_id: scene.county.countyId, ...special }));
      }
    const lines = await linesAfter(async (tx) => {
      for (const row of rows) await tx.unsafe(`${row} on conflict do nothing`);
    });
    const found = lines
      .filter((line) => line.endsWith("was put in without an act"))
      .map((line) => line.split(/\s+/)[1]);
    // What the acts have filled already is altered by forms of its own.
    const filled = Object.keys(coveredContent).map(
      (table) =>
        `select '${table}' as name where exists (select from ${table} where to_jsonb(${table}) ->> '${table === "disputes" ? "id" : "dispute_id"}' = '${scene.plainId}')`,
    );
    const there = (await attacker.unsafe<{ name: string }[]>(filled.join(" union all "))).map(({ name }) => name);
    expect(there.length).toBeLessThan(12);
    expect(Object.keys(coveredContent).filter((table) => !there.includes(table) && !found.includes(table))).toEqual([]);
  });

  it("finds every row that was changed or deleted in the tables of younger acts, and names the county of what belongs to no dispute", async () => {
    const tables = Object.keys(youngColumns) as (keyof typeof youngColumns)[];
    const altered = await linesAfter(async (tx) => {
      for (const table of tables) await changeYoung(tx, table);
    });
    const gone = await linesAfter(async (tx) => {
      for (const table of tables) await tx`delete from ${tx(table)}`;
    });
    const county = await attacker`select name from counties where id = ${scene.county.countyId}`;
    for (const [lines, words] of [
      [altered, "was changed without its act"],
      [gone, "was deleted"],
    ] as const) {
      expect(lines.filter((line) => !line.endsWith(words))).toEqual([]);
      const found = lines.map((line) => line.split(/\s+/).at(-words.split(" ").length - 2) ?? "");
      expect([...new Set(found)].sort()).toEqual([...tables].sort());
      const namesCounty = (line: string) => line.startsWith(county[0]?.name);
      for (const table of tables) {
        const told = lines.filter((line) => line.includes(`  ${table} `)).map(namesCounty);
        // A call and a clue that a dispute has taken up are named by it, those that wait by the county.
        const both = ["police_calls", "clues"].includes(table);
        const ofCounty = coveredContent[table]?.ofCounty || ["repeat_groups", "consultations"].includes(table);
        expect([table, ...new Set(told)].sort()).toEqual(
          [table, ...(both ? [false, true] : [Boolean(ofCounty)])].sort(),
        );
      }
    }
  });

  it("names the dispute by its number", async () => {
    const [row] = await attacker`select number from disputes where id = ${scene.agreedId}`;
    for (const form of ["forgeReader", "changeClause", "rewriteRecord"] as const)
      expect((await linesAfter(plant[form]))[0]).toMatch(new RegExp(`^${row?.number}  `));
  });

  it("salts each digest: the same answer of several parties cannot be told from its digest", async () => {
    const rows = await attacker`
      select d.digest from content_digests d join consents c on d.subject = 'consents' and d.key = c.id::text
      where c.dispute_id = ${scene.refusedId}`;
    expect(rows.length).toBeGreaterThan(2);
    const [{ same = 0 } = {}] = await attacker`
      select count(*)::int as same from content_digests d where d.digest = app.content_digest('00000000-0000-0000-0000-000000000000',
        d.subject, d.key, d.version, 'facts,neutral_summary', (select to_jsonb(f) from dispute_facts f where f.dispute_id::text = d.key))`;
    expect(same).toBe(0);
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(rows.length);
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
