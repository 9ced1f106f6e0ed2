import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { continueUpload, uploadState } from "@/server/files/continue-upload";
import { fileBytes, unfinishedUploads } from "@/server/files/parts/file-limits";
import { fileStore } from "@/server/files/parts/file-store";
import { sweepUploads } from "@/server/files/parts/sweep-uploads";
import { readFile } from "@/server/files/read-file";
import { type TestCounty, testCounty } from "@/server/testing/county";
import { runningSession, type TestDesk } from "@/server/testing/desk";
import { refusedWith } from "@/server/testing/refused";
import { sessionCookies } from "@/server/testing/session-cookies";
import { pdf } from "@/server/testing/uploads/hostile-files";
import { DELETE as giveUp, HEAD as howFar, PATCH as proceed } from "./[uploadId]/route";
import { POST as begin, OPTIONS as discover } from "./route";

const base = "http://localhost:4104";
let cookies: Map<string, string>;
let county: TestCounty;
let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-of-this-test-alone-0123456789");
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-uploads-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty();
  desk = await runningSession(county);
  cookies = await sessionCookies(county, ["mediator", "mediator2"]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const request = (method: string, headers: Record<string, string>, by: string | null, body?: BodyInit) =>
  new Request(`${base}/api/files/uploads`, {
    method,
    body: body ?? null,
    duplex: "half",
    headers: {
      origin: base,
      host: "localhost:4104",
      "tus-resumable": "1.0.0",
      ...(by ? { cookie: cookies.get(by) ?? "" } : {}),
      ...headers,
    },
  } as RequestInit);
const metadata = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");
const begun = (bytes: number, over: Record<string, string> = {}, by: string | null = "mediator") => {
  const said = {
    key: v7(),
    disputeId: desk.disputeId,
    sessionId: "",
    side: "",
    lane: "joint",
    name: "意见.pdf",
    ...over,
  };
  return begin(request("POST", { "upload-length": String(bytes), "upload-metadata": metadata(said) }, by));
};
const idOf = (answer: Response) => (answer.headers.get("location") ?? "").split("/").at(-1) ?? "";
const at = (uploadId: string) => ({ params: Promise.resolve({ uploadId }) });
const octets = { "content-type": "application/offset+octet-stream" };
const send = (id: string, offset: number, body: BodyInit, by = "mediator") =>
  proceed(request("PATCH", { ...octets, "upload-offset": String(offset) }, by, body), at(id));
const offsetOf = async (id: string, by = "mediator") => {
  const answer = await howFar(request("HEAD", {}, by), at(id));
  return answer.status === 200 ? Number(answer.headers.get("upload-offset")) : answer.status;
};
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).problem.code];
const unfinished = async () => (await readdir(path.join(folder, "unfinished"), { recursive: true })).length;
/** A body whose line breaks after these bytes. */
const broken = (bytes: Uint8Array) => {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) return controller.error(new Error("line broke"));
      isSent = true;
      controller.enqueue(bytes);
    },
  });
};
const paper = (note = v7()) => new Uint8Array(pdf(`% ${note}`));

describe("a file that comes in pieces", () => {
  it("goes on where its line broke, and is the file as it was sent, once however often its end is sent", async () => {
    const bytes = paper();
    const key = v7();
    const answer = await begun(bytes.length, { key });
    expect([answer.status, answer.headers.get("tus-resumable")]).toEqual([201, "1.0.0"]);
    expect(new Date(answer.headers.get("upload-expires") ?? "").getTime()).toBeGreaterThan(Date.now());
    const id = idOf(answer);
    expect(await offsetOf(id)).toBe(0);
    expect((await send(id, 0, bytes.slice(0, 100))).headers.get("upload-offset")).toBe("100");
    await send(id, 100, broken(bytes.slice(100, 150)));
    expect(await offsetOf(id)).toBe(150);
    expect((await send(id, 150, bytes.slice(150))).status).toBe(204);
    expect((await readFile(county.as("mediator"), key)).bytes).toEqual(Buffer.from(bytes));
    expect(await offsetOf(id)).toBe(bytes.length);
    expect((await send(id, bytes.length, new Uint8Array())).status).toBe(204);
    const again = await begun(bytes.length, { key });
    expect((await send(idOf(again), 0, bytes)).status).toBe(204);
  });

  it("is taken from one writer at each place: of two at once one wins, and another place is refused", async () => {
    const bytes = paper();
    const id = idOf(await begun(bytes.length));
    // Both have looked how far it has come before either has a byte.
    let reading = 0;
    let go = () => {};
    const arrived = new Promise<void>((resolve) => {
      go = resolve;
    });
    const writes = (end: number) =>
      continueUpload(county.as("mediator"), id, 0, async () => {
        reading += 1;
        if (reading === 2) go();
        await arrived;
        return Buffer.from(bytes.slice(0, end));
      });
    const both = await Promise.allSettled([writes(80), writes(60)]);
    const kept = both.filter((one) => one.status === "fulfilled");
    expect(kept).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "uploadElsewhere" });
    const won = kept[0]?.value.offset;
    expect(await offsetOf(id)).toBe(Number(won));
    expect(await codeOf(await send(id, 0, bytes))).toEqual([409, "uploadElsewhere"]);
    expect(await codeOf(await send(id, bytes.length, bytes))).toEqual([409, "uploadElsewhere"]);
    const ends = await Promise.all([1, 2].map(() => send(id, Number(won), bytes.slice(Number(won)))));
    // The second may find the file added already, and then asks how far it has come.
    for (const { status } of ends) expect([204, 409]).toContain(status);
    expect(await offsetOf(id)).toBe(bytes.length);
  });

  it("is nobody else's to ask about, to go on with or to give up, and none without the right is begun", async () => {
    const bytes = paper();
    const id = idOf(await begun(bytes.length));
    expect(await codeOf(await send(id, 0, bytes, "mediator2"))).toEqual([404, "notFound"]);
    expect(await offsetOf(id, "mediator2")).toBe(404);
    expect((await giveUp(request("DELETE", {}, "mediator2"), at(id))).status).toBe(404);
    expect(await offsetOf(id)).toBe(0);
    const before = await unfinished();
    expect(await codeOf(await begun(bytes.length, {}, "mediator2"))).toEqual([403, "forbidden"]);
    expect(await codeOf(await begun(bytes.length, {}, null))).toEqual([401, "signedOut"]);
    expect(await codeOf(await begun(bytes.length, { lane: "side" }))).toEqual([400, "sideNeeded"]);
    expect(await codeOf(await begun(bytes.length, { key: "../x" }))).toEqual([400, "invalid"]);
    expect(await offsetOf("..")).toBe(404);
    expect(await unfinished()).toBe(before);
    expect((await giveUp(request("DELETE", {}, "mediator"), at(id))).status).toBe(204);
    expect(await offsetOf(id)).toBe(404);
  });

  it("is refused by its size and name before it comes, and by its content when all of it is there, of which nothing stays", async () => {
    expect(await codeOf(await begun(fileBytes + 1))).toEqual([400, "fileTooLarge"]);
    expect(await codeOf(await begun(0))).toEqual([400, "fileMissing"]);
    expect(await codeOf(await begun(100, { name: "a.svg" }))).toEqual([400, "fileKindRefused"]);
    const bytes = paper();
    const short = idOf(await begun(bytes.length - 10));
    expect(await codeOf(await send(short, 0, bytes))).toEqual([400, "fileTooLarge"]);
    expect(await offsetOf(short)).toBe(0);
    const hostile = new TextEncoder().encode(`<html><script>alert(1)</script>${"x".repeat(200)}`);
    const key = v7();
    const id = idOf(await begun(hostile.length, { key }));
    await send(id, 0, hostile.slice(0, 50));
    expect(await codeOf(await send(id, 50, hostile.slice(50)))).toEqual([400, "fileNotAsNamed"]);
    expect(await offsetOf(id)).toBe(404);
    expect(await refusedWith(readFile(county.as("mediator"), key))).toBe("notFound");
  });

  it("is given up after a day, when nobody finds it any more and its bytes are swept", async () => {
    const [old, young] = [idOf(await begun(500)), idOf(await begun(500))];
    await send(old, 0, new Uint8Array(200));
    const later = new Date(Date.now() + unfinishedUploads.hours * 3_600_000 + 60_000);
    const then = county.as("mediator", { now: later });
    expect(await refusedWith(uploadState(then, old))).toBe("notFound");
    expect(await refusedWith(continueUpload(then, old, 200, async () => Buffer.alloc(300)))).toBe("notFound");
    expect(await sweepUploads([county.countyId], new Date())).toBe(0);
    expect(await offsetOf(young)).toBe(0);
    expect(await sweepUploads([county.countyId], later)).toBeGreaterThanOrEqual(2);
    expect(await offsetOf(old)).toBe(404);
    await begun(500);
    await fileStore().removeAll(county.countyId);
    expect(await readdir(path.join(folder, "unfinished"))).toEqual([]);
  });
});

it("the protocol is spoken with pages of this installation, in its one version", async () => {
  expect(discover().headers.get("tus-max-size")).toBe(String(fileBytes));
  const id = idOf(await begun(500));
  const of = (headers: Record<string, string>) =>
    proceed(request("PATCH", { ...octets, "upload-offset": "0", ...headers }, "mediator", new Uint8Array(10)), at(id));
  expect((await of({ origin: "https://evil.example" })).status).toBe(403);
  expect((await of({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await of({ "tus-resumable": "0.2.2" })).status).toBe(412);
  expect((await of({ "content-type": "text/plain" })).status).toBe(415);
  expect((await of({ "upload-offset": "-1" })).status).toBe(400);
  expect(await offsetOf(id)).toBe(0);
});
