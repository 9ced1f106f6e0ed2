import { mkdtemp, readFile as readBytes, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lane } from "@/db/vocabulary";
import { asActor } from "../kernel/transaction";
import { fileFacts } from "../papers/facts/files";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { deskState, runningSession, type TestDesk } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { pdf, picture } from "../testing/uploads/hostile-files";
import { addFile } from "./add-file";
import { describeFile } from "./describe-file";
import { type AddFileInput, addFileInput, type DescribeFileInput } from "./inputs";
import { fileBytes } from "./parts/file-limits";
import { folderStore, sha256Of } from "./parts/file-store";
import { filesOf } from "./queries";
import { readFile } from "./read-file";

let county: TestCounty;
let desk: TestDesk;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "zhongtiao-files-"));
  process.env.ZHONGTIAO_FILES = root;
  county = await testCounty();
  desk = await runningSession(county);
  await joined(county, desk, "judge");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const wanted = (over: Partial<Record<keyof AddFileInput, unknown>> = {}): AddFileInput =>
  addFileInput.parse({
    disputeId: desk.disputeId,
    sessionId: desk.sessionId,
    fileId: v7(),
    lane: "joint",
    side: over.lane === "side" ? 1 : null,
    name: "墙面.pdf",
    ...over,
  });
const add = (over: Partial<Record<keyof AddFileInput, unknown>> = {}, bytes = pdf(), username = "mediator") =>
  addFile(county.as(username, { now: desk.now }), wanted(over), bytes);
const read = (username: string, fileId: string) => readFile(county.as(username, { now: desk.now }), fileId);
const stored = async () => (await readdir(root, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name));

describe("adding a file", () => {
  it("keeps it under its SHA-256, once, shows it on the session desk, and leaves an event", async () => {
    const bytes = pdf("% 一");
    const { fileId } = await add({ name: "../../鉴定\u202efdp.意见.pdf" }, bytes);
    await add({}, bytes);
    expect((await stored()).filter((name) => name.endsWith(sha256Of(bytes)))).toHaveLength(1);
    const shown = (await deskState(county, desk)).files.find((one) => one.id === fileId);
    expect(shown).toMatchObject({
      lane: "joint",
      kind: "document",
      name: "鉴定fdp.意见.pdf",
      bytes: bytes.length,
      addedBy: "沈静",
    });
    const said = async (id: string) => {
      const events = await asActor(county.as("mediator"), (tx) =>
        tx.execute<{ payload: string }>(
          sql`select payload from events where action = 'file.add' and payload like ${`%${id}%`}`,
        ),
      );
      return events.map((event) => JSON.parse(event.payload));
    };
    expect(await said(fileId)).toEqual([{ fileId, lane: "joint" }]);
    // By the lane that is not named the database knows whom the event is for.
    const hidden = await add({ lane: "side", side: 1 }, pdf("% 私下"));
    expect(await said(hidden.fileId)).toEqual([hidden]);
  });

  it("is harmless when sent again, by key and by id, and refuses other bytes under the same id", async () => {
    const input = wanted();
    const ctx = county.as("mediator", { now: desk.now });
    await addFile(ctx, input, pdf("% 二"));
    expect(await addFile(ctx, input, pdf("% 二"))).toEqual({ fileId: input.fileId });
    expect(await addFile(county.as("mediator"), input, pdf("% 二"))).toEqual({ fileId: input.fileId });
    expect(await refusedWith(addFile(ctx, input, pdf("% 三")))).toBe("keyReused");
    expect(await refusedWith(addFile(county.as("mediator"), input, pdf("% 三")))).toBe("alreadyThere");
  });

  it("belongs to the lead in every lane, to helpers in the open and joint one, to nobody else", async () => {
    await add({ lane: "joint" }, pdf("% judge"), "judge");
    for (const lane of ["side", "mediator", "sealed"])
      expect(await refusedWith(add({ lane }, pdf(), "judge")), lane).toBe("laneNotYours");
    for (const username of ["mediator2", "committee", "officer", "head"])
      expect(await refusedWith(add({}, pdf(), username)), username).toBe("forbidden");
    for (const username of ["mediator3", "lawyer", "admin"])
      expect(await refusedWith(add({}, pdf(), username)), username).toBe("notFound");
    expect(await refusedWith(add({ lane: "side", side: 9 }))).toBe("sideNeeded");
    expect(await refusedWith(add({ lane: "side", side: null }))).toBe("sideNeeded");
    const other = await runningSession(county);
    expect(await refusedWith(add({ sessionId: other.sessionId }))).toBe("notFound");
  });

  it("checks the right before it looks at the bytes, and keeps nothing of what is refused", async () => {
    const before = await stored();
    expect(await refusedWith(add({ name: "a.svg" }, pdf(), "lawyer"))).toBe("notFound");
    expect(await refusedWith(add({ name: "a.svg" }, Buffer.from("<svg/>")))).toBe("fileKindRefused");
    expect(await refusedWith(add({}, Buffer.alloc(0)))).toBe("fileMissing");
    expect(await refusedWith(add({}, Buffer.concat([pdf(), Buffer.alloc(fileBytes)])))).toBe("fileTooLarge");
    expect(await stored()).toEqual(before);
    for (const name of ["", "a", ".pdf", "x".repeat(200)])
      expect(addFileInput.safeParse({ ...wanted(), name }).success, name).toBe(false);
  });

  it("is refused beyond sixty files or two hundred megabytes a dispute, files in unseen lanes counted", async () => {
    const full = await runningSession(county);
    const put = (count: number, bytes: number) =>
      asActor(county.as("mediator"), (tx) =>
        tx.execute(sql`insert into files (county_id, id, dispute_id, lane, kind, name, mime, bytes, sha256, added_by, added_at)
          select ${county.countyId}::uuid, gen_random_uuid(), ${full.disputeId}::uuid, 'sealed', 'document', 'x.pdf', 'application/pdf',
            ${bytes}, ${"a".repeat(64)}, ${county.people.mediator}::uuid, now() from generate_series(1, ${count}::int)`),
      );
    const more = () => add({ disputeId: full.disputeId, sessionId: full.sessionId }, pdf(`% ${v7()}`));
    await put(56, 1000);
    const together = await Promise.allSettled(Array.from({ length: 8 }, more));
    expect(together.filter((one) => one.status === "fulfilled")).toHaveLength(4);
    for (const one of together) if (one.status === "rejected") expect(one.reason.code).toBe("filesTooMany");
    const heavy = await runningSession(county);
    await asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`insert into files (county_id, id, dispute_id, lane, kind, name, mime, bytes, sha256, added_by, added_at)
        select ${county.countyId}::uuid, gen_random_uuid(), ${heavy.disputeId}::uuid, 'sealed', 'document', 'x.pdf', 'application/pdf',
          20971520, ${"a".repeat(64)}, ${county.people.mediator}::uuid, now() from generate_series(1, 10)`),
    );
    expect(await refusedWith(add({ disputeId: heavy.disputeId, sessionId: heavy.sessionId }))).toBe("filesTooLarge");
  });
});

describe("reading a file", () => {
  const lanes: Lane[] = ["open", "joint", "side", "mediator", "sealed"];
  const ids: Partial<Record<Lane, string>> = {};
  let room: TestDesk;
  beforeAll(async () => {
    room = await runningSession(county);
    await joined(county, room, "lawyer");
    for (const lane of lanes) {
      const at = { disputeId: room.disputeId, sessionId: room.sessionId };
      const name = `机密名字 ${lane}.pdf`;
      ids[lane] = (await add({ ...at, lane, name }, pdf(`% 机密内容 ${lane}`))).fileId;
    }
  });
  const opens = async (username: string) => {
    const tries = await Promise.allSettled(lanes.map((lane) => read(username, ids[lane] ?? "")));
    return lanes.filter((_, i) => tries[i]?.status === "fulfilled");
  };

  it("follows its lane, through the act and by raw SQL", async () => {
    const open: Record<string, Lane[]> = {
      mediator: ["open", "joint", "side", "mediator"],
      mediator2: ["open", "joint"],
      committee: ["open", "joint"],
      lawyer: ["open", "joint"],
      officer: [],
      head: ["open", "sealed"],
      judge: [],
      mediator3: [],
      county: [],
      admin: [],
      grid: [],
    };
    for (const [username, expected] of Object.entries(open)) {
      expect(await opens(username), username).toEqual(expected);
      const rows = await asActor(county.as(username), (tx) =>
        tx.execute<{ lane: Lane }>(
          sql`select lane from files where dispute_id = ${room.disputeId}::uuid order by lane`,
        ),
      );
      expect(
        rows.map((row) => row.lane),
        username,
      ).toEqual(expected);
    }
    for (const lane of lanes) expect(await refusedWith(read("judge", ids[lane] ?? ""))).toBe("notFound");
  });

  it("hides file names of private lanes in every list", async () => {
    expect(await refusedWith(filesOf(county.as("officer"), room))).toBe("forbidden");
    for (const username of ["mediator", "mediator2", "committee", "lawyer", "head"]) {
      const filesText = JSON.stringify(await filesOf(county.as(username), room));
      for (const lane of ["side", "mediator", "sealed"]) expect(filesText, username).not.toContain(`机密名字 ${lane}`);
      expect(filesText.includes("机密名字 joint"), username).toBe(username !== "head");
    }
    expect(JSON.stringify(await deskState(county, room))).not.toMatch(/机密名字 (side|mediator|sealed)/);
  });

  it("logs each opening of a private lane without naming the lane, and none of a shared one", async () => {
    const count = async () =>
      (
        await asActor(county.as("mediator"), (tx) =>
          tx.execute<{ payload: string }>(
            sql`select payload from events where dispute_id = ${room.disputeId}::uuid and action = 'file.read' order by seq`,
          ),
        )
      ).map((row) => JSON.parse(row.payload));
    const before = (await count()).length;
    await read("mediator", ids.joint ?? "");
    await read("mediator", ids.side ?? "");
    await read("head", ids.sealed ?? "");
    expect((await count()).slice(before)).toEqual([{ fileId: ids.side }, { fileId: ids.sealed }]);
  });

  it("gives out exactly what was put in, and nothing that was altered or is gone", async () => {
    const { fileId } = await add({ name: "裂缝.png" }, await picture("png"));
    const opened = await read("mediator", fileId);
    const place = path.join(root, county.countyId, sha256Of(opened.bytes).slice(0, 2), sha256Of(opened.bytes));
    expect(await readBytes(place)).toEqual(opened.bytes);
    await writeFile(place, Buffer.concat([opened.bytes.subarray(0, -1), Buffer.from("x")]));
    expect(await refusedWith(read("mediator", fileId))).toBe("fileAltered");
    await rm(place);
    expect(await refusedWith(read("mediator", fileId))).toBe("fileAltered");
    expect(await refusedWith(read("mediator", v7()))).toBe("notFound");
  });
});

describe("where a file comes from", () => {
  it("is said by the lead, corrected with what was said before kept, and known to whoever reads the file", async () => {
    const room = await runningSession(county);
    await joined(county, room, "lawyer");
    const at = { disputeId: room.disputeId, sessionId: room.sessionId };
    const [shown, hidden] = [await add(at, pdf("% 合同")), await add({ ...at, lane: "mediator" }, pdf("% 底线"))];
    const said = { disputeId: room.disputeId, provider: "刘玉芬", isOriginal: false, place: "", madeOn: null };
    let minutes = 0;
    const say = (fileId: string, over: Partial<DescribeFileInput> = {}, by = "mediator") => {
      minutes += 1;
      const now = new Date(room.now.getTime() + minutes * 60_000);
      return describeFile(county.as(by, { now }), { ...said, fileId, ...over });
    };
    const originOf = async (fileId: string, by = "lawyer") =>
      (await filesOf(county.as(by), room)).find(({ id }) => id === fileId)?.origin;
    await say(shown.fileId);
    await say(hidden.fileId, { provider: "张大力的姐姐" });
    expect(await originOf(shown.fileId)).toEqual({
      provider: "刘玉芬",
      isOriginal: false,
      place: "",
      madeOn: null,
      paperKind: null,
      corrections: 0,
    });
    await say(shown.fileId, { isOriginal: true, madeOn: "2026-01-05", place: "工地" });
    const corrected = { provider: "刘玉芬", isOriginal: true, place: "工地", madeOn: "2026-01-05", paperKind: null };
    expect(await originOf(shown.fileId)).toEqual({ ...corrected, corrections: 1 });
    // Of a private lane nothing is listed, nobody else's rows are seen, and the event names the file alone.
    expect(await originOf(hidden.fileId, "mediator")).toBeNull();
    const rows = (by: string) =>
      asActor(county.as(by), (tx) =>
        tx.execute(sql`select provider from file_origins where dispute_id = ${room.disputeId}::uuid`),
      );
    expect(await rows("mediator")).toHaveLength(3);
    expect(JSON.stringify(await rows("lawyer"))).not.toContain("姐姐");
    expect(await rows("judge")).toEqual([]);
    const [event] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(
        sql`select payload from events where dispute_id = ${room.disputeId}::uuid and action = 'file.describe' order by seq desc limit 1`,
      ),
    );
    expect(JSON.parse(event?.payload ?? "")).toEqual({ fileId: shown.fileId });
    const nothing = { provider: "", isOriginal: null };
    expect(await refusedWith(say(shown.fileId, nothing))).toBe("saidNothing");
    expect(await refusedWith(say(shown.fileId, { madeOn: "2999-01-01" }))).toBe("dayInFuture");
    expect(await refusedWith(say(v7()))).toBe("notFound");
    expect(await refusedWith(say(shown.fileId, {}, "lawyer"))).toBe("forbidden");
    expect(await refusedWith(say(shown.fileId, {}, "judge"))).toBe("notFound");
    const facts = await asActor(county.as("mediator"), async (tx) => {
      const [row] = await tx.execute<{ proceedingId: string }>(
        sql`select proceeding_id as "proceedingId" from files where id = ${shown.fileId}::uuid`,
      );
      const { disputeId } = room;
      return fileFacts(tx, { countyId: county.countyId, disputeId, proceedingId: row?.proceedingId ?? null });
    });
    expect(facts.map(({ provider, isOriginal }) => [provider, isOriginal])).toEqual([["刘玉芬", true]]);
  });
});

describe("the folder of files", () => {
  it("keeps the same bytes once when many put them at once, and leaves no half file", async () => {
    const store = folderStore(root);
    const bytes = Buffer.from("一样的内容");
    const shas = await Promise.all(Array.from({ length: 12 }, () => store.put(county.countyId, bytes)));
    expect(new Set(shas).size).toBe(1);
    expect(await store.get(county.countyId, shas[0] ?? "")).toEqual(bytes);
    expect(await store.get("00000000-0000-7000-8000-000000000000", shas[0] ?? "")).toBeNull();
    expect((await readdir(root, { recursive: true })).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
