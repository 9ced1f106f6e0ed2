import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { addFile } from "@/server/files/add-file";
import { addFileInput } from "@/server/files/inputs";
import { type TestCounty, testCounty } from "@/server/testing/county";
import { runningSession, type TestDesk } from "@/server/testing/desk";
import { sessionCookies } from "@/server/testing/session-cookies";
import { ogg } from "@/server/testing/uploads/recordings";
import { GET as readFile } from "./[fileId]/route";

let cookies: Map<string, string>;
let county: TestCounty;
let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-of-this-test-alone-0123456789");
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-spans-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty(["LW"]);
  desk = await runningSession(county);
  cookies = await sessionCookies(county, ["mediator", "property", "head", "committee"]);
});
// Other files of this process get the modules without these words.
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const upload = (fileId: string, lane: string, bytes: Buffer) => {
  const { disputeId, sessionId } = desk;
  const input = addFileInput.parse({
    ...{ disputeId, sessionId, assignmentId: null, performanceId: null, fileId, lane, side: null },
    ...{ name: "录音.ogg", paperKind: null },
  });
  return addFile({ ...county.as("mediator"), key: fileId }, input, bytes);
};
const read = (username: string | null, fileId: string, range?: string) => {
  const sent = { cookie: cookies.get(username ?? "") ?? "", ...(range ? { range } : {}) };
  const request = new Request(`http://localhost:4010/api/files/${fileId}`, { headers: sent });
  return readFile(request, { params: Promise.resolve({ fileId }) });
};
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).problem.code];

it("a recording is given in spans to whoever may play it; one of a private lane whole, once for each entry of its opening, and no span of either to others", async () => {
  const [played, kept, bytes] = [v7(), v7(), ogg()];
  for (const [key, lane] of [
    [played, "joint"],
    [kept, "mediator"],
  ] as const)
    await upload(key, lane, bytes);
  const spans = [undefined, "bytes=0-0", "bytes=4-9", "bytes=-5", `bytes=${bytes.length}-`, "bytes=0-1,3-4"];
  for (const range of spans) {
    for (const fileId of [played, kept]) {
      for (const username of ["property", "head", "committee"])
        if (username !== "committee" || fileId === kept) {
          const answer = await read(username, fileId, range);
          expect(answer.headers.get("accept-ranges"), username).toBeNull();
          expect(await codeOf(answer), `${username} ${range}`).toEqual([404, "notFound"]);
        }
      expect(await codeOf(await read(null, fileId, range))).toEqual([401, "signedOut"]);
    }
    const whole = await read("mediator", kept, range);
    expect([whole.status, whole.headers.get("accept-ranges"), whole.headers.get("content-range")]).toEqual([
      200,
      null,
      null,
    ]);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes);
  }
  const span = await read("mediator", played, "bytes=4-9");
  expect([span.status, span.headers.get("content-range")]).toEqual([206, `bytes 4-9/${bytes.length}`]);
  expect(Buffer.from(await span.arrayBuffer())).toEqual(bytes.subarray(4, 10));
  expect((await read("mediator", played, `bytes=${bytes.length}-`)).status).toBe(416);
  const opened = await database().execute<{ fileId: string }>(sql`
    select payload::jsonb->>'fileId' as "fileId" from events where dispute_id = ${desk.disputeId}::uuid and action = 'file.read'`);
  expect(opened.map(({ fileId }) => fileId)).toEqual(Array(spans.length).fill(kept));
});
